import type { TurnContext } from 'botbuilder';
import { phraseTexts } from '../dialogs/phrases';
import type { Library } from '../dialogs/types';
import type { Usual } from '../handoff/usual';
import { staffOf } from './staff';
import type { Talk } from './talk';

const HOUR = 60;

/** What can be told, truly, of a wait that begins now. */
export interface Expected {
  /** A worker is there. */
  here: boolean;
  /** How long most people wait, in words; null: nobody can tell. */
  usual: string | null;
}

/** When nothing is known but the opening hours. */
export const NOTHING_KNOWN: Expected = { here: false, usual: null };

/** What cannot be read just now is not told: nobody has to wait for it. */
export async function expected(context: TurnContext, { library }: Talk): Promise<Expected> {
  const { presence, waits } = staffOf(context);
  const [there, usual] = await Promise.all([presence.all().catch(() => new Set()), waits.usual().catch(() => null)]);
  return { here: there.size > 0, usual: usual && usualWords(library, usual) };
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
