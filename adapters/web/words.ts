import { z } from 'zod';

const line = z.string().min(1);

/** The words of the chat page that are not messages, from `content/<language>/page.yaml`. */
export const pageWords = z.strictObject({
  lang: line,
  dir: z.enum(['ltr', 'rtl']),
  title: line,
  heading: line,
  place: line,
  natter: line,
  you: line,
  worker: line,
  writing: line,
  statusNatter: line,
  statusPerson: line,
  leave: line,
  leaveHow: line,
  leaveShift: line,
  leaveHistory: line,
  leaveMore: line,
  leaveOnceMore: line,
  howToDelete: line,
  languages: line,
  messages: line,
  choices: line,
  message: line,
  placeholder: line,
  send: line,
  seeNew: line,
  withoutScript: line,
  newTab: line,
  sending: line,
  notSent: line,
  lost: line,
  back: line,
  refused: line,
  tooLong: line,
  busy: line,
  unavailable: line,
  timedOut: line,
  embedOpen: line,
  embedClose: line,
  embedOwnPage: line,
  listTitle: line,
  listHeading: line,
  listHint: line,
});
export type PageWords = z.infer<typeof pageWords>;

/** Reads the text of page.yaml. @throws ZodError naming what is missing or not known. */
export function parsePageWords(words: unknown): PageWords {
  return pageWords.parse(words);
}

/** The same words with the place's name filled in. */
export function forPlace(words: PageWords, placeName: string): PageWords {
  const filled = Object.entries(words).map(([key, value]) => [key, value.replaceAll('{place}', placeName)]);
  return Object.fromEntries(filled);
}
