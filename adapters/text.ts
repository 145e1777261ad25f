import type { Activity } from 'botbuilder';

/** A message as a phone without buttons shows it: the choices are numbered lines, to be answered by number or in words. */
export function asText(activity: Partial<Activity>): string {
  const choices = (activity.suggestedActions?.actions ?? []).map(({ title }, index) => `${index + 1}. ${title}`);
  return [activity.text ?? '', ...choices].filter(Boolean).join('\n');
}
