/** The parts of a Bot Framework activity that the page uses. */
export interface Activity {
  id?: string;
  type?: string;
  name?: string;
  text?: string;
  value?: unknown;
  from?: { id?: string; role?: string; name?: string };
  channelData?: { clientActivityID?: string } | null;
  suggestedActions?: { actions?: { title?: string; value?: unknown }[] };
}

export type Author = 'person' | 'natter' | 'worker';

export interface Choice {
  title: string;
  value: string;
}

/** Who said it. */
export function authorOf({ from }: Activity): Author {
  if (from?.role === 'user') return 'person';
  return from?.id === 'worker' ? 'worker' : 'natter';
}

/** What can be picked now: the choices of the last message, unless the person has written since. */
export function choicesOf(activities: Activity[]): Choice[] {
  const [last] = activities.filter(({ type }) => type === 'message').reverse();
  return (last?.suggestedActions?.actions ?? []).flatMap(({ title, value }) => {
    const words = typeof value === 'string' ? value : title;
    return words ? [{ title: title || words, value: words }] : [];
  });
}

/** Whether a worker is with the person, going by what the handoff events say. */
export function withWorker(activities: Activity[]): boolean {
  const [last] = activities.filter(({ type, name }) => type === 'event' && name === 'handoff.status').reverse();
  return (last?.value as { state?: unknown } | null | undefined)?.state === 'accepted';
}
