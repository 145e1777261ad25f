import type { TurnContext } from 'botbuilder';
import { phraseTexts } from '../dialogs/phrases';
import type { Library } from '../dialogs/types';
import { type AtDesk, isFree } from '../handoff/free';
import type { Usual } from '../handoff/usual';
import { staffOf } from './staff';
import type { Talk } from './talk';
import { theirTeam } from './team';
import { workOf } from './turn-work';

const HOUR = 60;
const NOBODY_THERE: AtDesk = { there: new Set(), workers: [], busy: new Set(), waiting: 0 };

/** What can be told, truly, of a wait that begins now. */
export interface Expected {
  /** A worker is there. */
  here: boolean;
  /** One of them could join at once. */
  free: boolean;
  /** How long most people wait, in words; null: nobody can tell. */
  usual: string | null;
}

/** When nothing is known but the opening hours. */
export const NOTHING_KNOWN: Expected = { here: false, free: false, usual: null };

/** What cannot be read just now is not told: nobody has to wait for it. */
export async function expected(context: TurnContext, talk: Talk): Promise<Expected> {
  const { atDesk, waits } = staffOf(context);
  const { conversation, memory } = workOf(context);
  const [desk, usual] = await Promise.all([
    atDesk(conversation.id).catch(() => NOBODY_THERE),
    waits.usual().catch(() => null),
  ]);
  const free = isFree(desk, theirTeam(talk, memory));
  return { here: desk.there.size > 0, free, usual: usual && usualWords(talk.library, usual) };
}

/** Between 5 and 15 minutes, between 20 minutes and an hour, up to 10 minutes: as people say it. */
export function usualWords(library: Library, { from, to }: Usual): string {
  const say = (id: string, values: Record<string, string> = {}) => phraseTexts(library, id, 0, values).join(' ');
  const span = (minutes: number): string => {
    if (minutes === HOUR) return say('wait-hour');
    if (minutes > HOUR) return say('wait-hours', { n: String(minutes / HOUR) });
    return minutes === HOUR / 2 ? say('wait-half-hour') : say('wait-minutes', { n: String(minutes) });
  };
  if (from === null) return say('wait-up-to', { to: span(to) });
  if (to < HOUR && to !== HOUR / 2 && from !== HOUR / 2)
    return say('wait-between-minutes', { from: String(from), to: String(to) });
  return say('wait-between', { from: span(from), to: span(to) });
}
