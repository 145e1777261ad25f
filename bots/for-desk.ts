import type { Activity } from 'botbuilder';
import type { Memory } from './memory';
import { phrase } from './speak';
import type { Talk } from './talk';
import { saidBy } from './turn-adapter';

/** Words that only the desk sees, in its own language. */
export function forDesk(
  talk: Talk,
  memory: Memory,
  id: string,
  values: Record<string, string> = {},
): Partial<Activity>[] {
  const activities = phrase(talk.original ?? talk, memory, id, values);
  return activities.map((activity) => saidBy({ id: 'desk', name: 'Natter' }, activity));
}
