import type { Activity } from 'botbuilder';

/** A message as a phone without buttons shows it: the choices are numbered lines, to be answered by number or in words. */
export function asText(activity: Partial<Activity>): string {
  const first = seenBefore(activity) + 1;
  const choices = (activity.suggestedActions?.actions ?? []).map(({ title }, index) => `${first + index}. ${title}`);
  return [activity.text ?? '', ...choices].filter(Boolean).join('\n');
}

/** How many choices of a longer list stand before the ones this message shows: numbers go on from there. */
export function seenBefore({ value }: Partial<Activity>): number {
  const from = (value as { from?: unknown } | undefined)?.from;
  return typeof from === 'number' ? from : 0;
}
