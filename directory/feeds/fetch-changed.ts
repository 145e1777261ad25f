import { type FetchSettings, fetchFeed } from './fetch';
import { hidesPlace, servicesIn, tellsOf } from './hiding';
import { remembering } from './remembered';

export interface ChangedSettings extends FetchSettings {
  /** Where answers are kept from one time to the next. */
  file: string;
  now: () => number;
}

/** Every service of a feed, as `fetchFeed` gives it: what has not changed since the last time is not sent again. */
export async function fetchChanged(
  feed: { id: string; url: string },
  { get, file, now, ...settings }: ChangedSettings,
): ReturnType<typeof fetchFeed> {
  const mayKeep = (body: unknown) => !servicesIn(body).some(hidesPlace);
  const answers = remembering({ get, file, now, mayKeep });
  try {
    const read = await fetchFeed(feed, { ...settings, get: answers.get });
    // A list may tell of a place that only the service itself says is kept back.
    answers.forgetWhere(tellsOf(read.services.filter(hidesPlace)));
    if (read.asked) answers.forgetOthers();
    return read;
  } finally {
    answers.close();
  }
}
