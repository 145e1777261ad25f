import { createCommands } from './commands';
import { createLabels } from './labels';
import { createOrdinals } from './ordinals';
import type { Room } from './room';
import type { Reply } from './types';
import { createYesNo } from './yes-no';

/** A way of telling which option is meant: its index, or null when this way cannot tell. */
export type Picker = (reply: string[], options: string[][], labels: string[]) => number | null;

const LONGEST_REPLY = 300;
/** Said in passing: "yes" is first of all an answer to what was offered. */
const PASSING = new Set(['hello', 'thanks', 'yes-or-no']);
const NOTHING: Reply = { choice: null, command: null };

/**
 * Tells which of the options a reply picks, or which command it is. The surest ways come first; a reply that could
 * mean two options, or that says more than a pick would, is nothing: the person is then taken to be saying something.
 */
export function createReply(room: Room): (text: string, options: string[]) => Reply {
  const labels = createLabels(room);
  const commands = createCommands(room);
  const ordinal = createOrdinals(room);
  const yesNo = createYesNo(room);
  const picked = (choice: number): Reply => ({ choice, command: null });
  return (text, options) => {
    if (text.length > LONGEST_REPLY) return NOTHING;
    const reply = room.plain(text);
    if (reply.length === 0) return NOTHING;
    const plainOptions = options.map(room.plain);
    const pick = (...ways: Picker[]) => {
      for (const way of ways) {
        const choice = way(reply, plainOptions, options);
        if (choice !== null) return choice;
      }
      return null;
    };
    const same = pick(labels.same);
    if (same !== null) return picked(same);
    const command = commands.exactly(text);
    if (command !== null && !PASSING.has(command)) return { choice: null, command };
    const choice = pick(ordinal, yesNo, labels.nearly);
    if (choice !== null) return picked(choice);
    if (command !== null) return { choice: null, command };
    const near = commands.nearly(text);
    if (near !== null) return { choice: null, command: near };
    const keyed = pick(labels.byKeyWords);
    return keyed === null ? NOTHING : picked(keyed);
  };
}

/** The only index for which it holds; null when none or several. */
export function onlyOne<T>(items: T[], holds: (item: T, index: number) => boolean): number | null {
  const found = items.flatMap((item, index) => (holds(item, index) ? [index] : []));
  return found.length === 1 ? (found[0] as number) : null;
}
