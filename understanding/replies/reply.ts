import type { Room } from '../room';
import type { Reply } from '../types';
import { createByNumber } from './by-number';
import { createClauses } from './clauses';
import { createCommands } from './commands';
import { createKeyWords } from './key-words';
import { createLabels } from './labels';
import { createLetters } from './lettered';
import { createOrdinals } from './ordinals';
import { createTerms } from './terms';
import { createYesNo } from './yes-no';

/** A way of telling which option is meant: its index, or null when this way cannot tell. */
export type Picker = (reply: string[], options: string[][], labels: string[]) => number | null;

const LONGEST_REPLY = 300;
/** Said in passing: "yes" is first of all an answer to what was offered. */
const PASSING = new Set(['hello', 'thanks', 'yes-or-no']);
const MOST_CLAUSES = 3;
const MOST_WORDS = 12;
/** Words that tell something, beside the part of a reply that picks. */
const MOST_BESIDE = 2;
/** "4+" */
const OPEN_END = /(\d)\s?\+/g;
/** More words than these, with so many that tell something, are something said. */
const FEW_WORDS = 3;
const FEW_TELLING = 1;
const NOTHING: Reply = { choice: null, command: null };
/** How far words may go to name a label, the surest first. */
const REACHES = [
  { steps: 1, loose: false },
  { steps: 2, loose: false },
  { steps: 3, loose: false },
  { steps: 0, loose: true },
  { steps: 1, loose: true },
];

const OWN_WORDS = REACHES.filter(({ steps }) => steps === 0);
const ASKS_FOR_PERSON = 'person';

/**
 * Tells which of the options a reply picks, or which command it is. The surest ways come first; a reply that could
 * mean two options, or that says more than a pick would, is nothing: the person is then taken to be saying something.
 */
export function createReply(room: Room): (text: string, options: string[]) => Reply {
  const labelled = createLabels(room);
  const commands = createCommands(room);
  const ordinals = createOrdinals(room);
  const letters = createLetters(room);
  const byNumber = createByNumber(room);
  const clauses = createClauses(room);
  const yesNo = createYesNo(room);
  const keyWords = createKeyWords(room, createTerms(room));
  const picked = (choice: number): Reply => ({ choice, command: null });
  const named = (choice: number, words: string[]): Reply =>
    words.length > FEW_WORDS && keyWords.weightOf(words) > FEW_TELLING
      ? { ...picked(choice), inWords: true }
      : picked(choice);

  /** The ways that need the whole of what was said. */
  const whole = (text: string, words: string[], labels: string[][], raw: string[]): number | null => {
    const number = byNumber(text, words, labels, raw);
    if (number) return number.choice;
    return (
      letters.pick(words, raw) ??
      ordinals.pick(words, labels.length) ??
      ordinals.pickByTime(words, labels) ??
      labelled.nearly(words, labels, raw) ??
      keyWords.pick(words, labels, { steps: 0, loose: false }) ??
      yesNo(words, labels, raw)
    );
  };
  /** `person`: the option that asks for a worker. "His teacher is very good" speaks of one, and asks for nobody: that takes its own words. */
  const byWords = (words: string[], labels: string[][], person: number | null): number | null => {
    const pick = REACHES.reduce<number | null>((known, reach) => known ?? keyWords.pick(words, labels, reach), null);
    return pick === null || pick !== person
      ? pick
      : OWN_WORDS.some((reach) => keyWords.pick(words, labels, reach) === pick)
        ? pick
        : null;
  };
  /** One part of a short reply may name a label, if the rest says little. */
  const byClause = (text: string, labels: string[][], person: number | null): number | null => {
    const parts = clauses.of(text);
    if (parts.length < 2 || parts.length > MOST_CLAUSES || parts.flat().length > MOST_WORDS) return null;
    const picks = parts.map((part) => (keyWords.weightOf(part) > 0 ? byWords(part, labels, person) : null));
    const start = Math.max(
      0,
      picks.findIndex((pick) => pick !== null),
    );
    // "it is my daughter, she is so low" speaks of somebody, and not for the writer.
    if (parts.slice(0, start).some(keyWords.namesSomebody)) return null;
    const said = parts.filter((_, i) => picks[i] === null).reduce((sum, part) => sum + keyWords.weightOf(part), 0);
    const [first, ...others] = new Set(picks.filter((it) => it !== null));
    return first === undefined || others.length > 0 || said > MOST_BESIDE ? null : first;
  };

  return (text, options) => {
    if (text.length > LONGEST_REPLY) return NOTHING;
    const reply = room.plain(text);
    if (reply.length === 0) return NOTHING;
    const same = labelled.same(reply, options.map(room.plain), options);
    if (same !== null) return picked(same);
    const command = commands.exactly(text);
    if (command !== null && !PASSING.has(command)) {
      const meant = commands.label(command, options);
      return meant === null ? { choice: null, command } : picked(meant);
    }
    const labels = letters
      .bare(options)
      .map((label) => room.plain(yesNo.withoutAnswer(label).replace(OPEN_END, '$1 plus')));
    const amended = clauses.amended(reply);
    const last =
      amended && whole('', amended.before, labels, options) !== null ? whole('', amended.after, labels, options) : null;
    const choice = last ?? whole(text, reply, labels, options);
    if (choice !== null) return keyWords.isAlarming(reply, labels[choice] ?? []) ? NOTHING : named(choice, reply);
    if (command !== null) return { choice: null, command };
    const near = commands.nearly(text);
    if (near !== null) return { choice: null, command: near };
    if (byNumber(text, reply, labels, options)) return NOTHING;
    const person = commands.label(ASKS_FOR_PERSON, options);
    const keyed =
      byWords(reply, labels, person) ?? (clauses.turnsAgainst(reply) ? null : byClause(text, labels, person));
    return keyed === null || keyWords.isAlarming(reply, labels[keyed] ?? []) ? NOTHING : named(keyed, reply);
  };
}

/** The only index for which it holds; null when none or several. */
export function onlyOne<T>(items: T[], holds: (item: T, index: number) => boolean): number | null {
  const found = items.flatMap((item, index) => (holds(item, index) ? [index] : []));
  return found.length === 1 ? (found[0] as number) : null;
}
