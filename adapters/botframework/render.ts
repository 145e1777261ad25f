import type { Activity } from 'botbuilder';
import { split } from '../phone/split';
import { asText } from '../text';

/** The longest message that every channel shows whole, in characters. */
const LONGEST = 2_000;

/** How many choices a channel can show as buttons. Those not named here show none, or not in every app. */
const BUTTONS: Record<string, number> = {
  directline: 100,
  directlinespeech: 100,
  webchat: 100,
  emulator: 100,
  test: 100,
  telegram: 100,
  line: 13,
  facebook: 10,
  msteams: 6,
};

/** Messages as they are, long ones cut; of the events, those that Bot Framework has words for. */
export function parts(said: Partial<Activity>[]): Partial<Activity>[] {
  return said.flatMap((activity) => {
    if (activity.type !== 'message') return activity.name?.startsWith('handoff.') ? [activity] : [];
    const { suggestedActions, ...rest } = activity;
    const pieces = split(activity.text ?? '', LONGEST).map((text): Partial<Activity> => ({ ...rest, text }));
    const last = pieces.at(-1);
    if (last && suggestedActions) last.suggestedActions = suggestedActions;
    return pieces;
  });
}

/** An activity as this channel can show it: where it has no room for all the choices, they are numbered lines. */
export function forChannel(activity: Partial<Activity>, channel: string, person: string): Partial<Activity> {
  if (activity.type !== 'message') return activity;
  const { suggestedActions, ...rest } = activity;
  // What people and workers write is shown as written: a star is a star.
  const plain: Partial<Activity> = { ...rest, textFormat: 'plain' };
  const { actions = [] } = suggestedActions ?? {};
  if (actions.length === 0) return plain;
  if (actions.length > (BUTTONS[channel] ?? 0)) return { ...plain, text: asText(activity) };
  return { ...plain, suggestedActions: { to: [person], actions } };
}
