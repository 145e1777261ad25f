import { type DangerOpinion, SHORT } from './learning/learnt';
import type { Message, Room } from './room';
import { DANGERS, type Danger, type Safety } from './types';
import type { SafetyWords } from './words';

type Group = SafetyWords['groups'][number];
/** The groups that a message's words belong to, each with the tier it has in this message. */
type Fired = Map<Group, 'now' | 'check'>;

/** A safety example that does not hold. `pattern`: the patterns of its group; `expected`: what should have been read. */
export interface BrokenExample {
  kind: Danger;
  pattern: string;
  example: string;
  expected: string;
}

function createAlarm(room: Room): (message: Message) => Fired {
  const { groups } = room.words.safety;
  const find = room.finder(groups.flatMap((group) => group.patterns.map((source) => ({ source, of: group }))));
  const findSofter = room.finder(
    groups.flatMap((group) => group['softened-by'].map((source) => ({ source, of: group }))),
  );
  return (message) => {
    const softened = findSofter(message);
    const fired: Fired = new Map();
    for (const [group, sentences] of find(message)) {
      const softer = softened.get(group) ?? [];
      const plainlySaid = sentences.some((sentence) => !softer.includes(sentence));
      fired.set(group, plainlySaid ? group.tier : 'check');
    }
    return fired;
  };
}

/** From here on, what was learnt from examples is enough to ask; and enough to answer at once. */
const WORTH_ASKING = 0.12;
const SURE = 0.33;
/** Of fewer words ("a woman if possible", in answer to whom they would rather talk with) a guess that is not sure is none. */
const FEWEST_TO_ASK = 5;
/** Below this, what was learnt hears nothing of danger. Of fewer words it knows too little to doubt a pattern, and of a long message it has not read all. */
const NOTHING_OF_IT = 0.12;
const FEWEST_TO_DOUBT = 4;

/**
 * Sees words about danger: `now` when any words say so plainly or what was learnt is sure of it, else `check`, else `none`. Where
 * patterns see danger in a short message and what was learnt hears nothing of it ("red socks bleeding in the wash"), it is asked
 * instead of answered at once, and what would have been asked is left.
 */
export function createSafety(room: Room): (message: Message, opinion?: DangerOpinion | null) => Safety {
  const alarm = createAlarm(room);
  return (message, opinion = null) => {
    const fired = isDoubted(message, opinion) ? lessSure(alarm(message)) : alarm(message);
    const kinds = new Set<Danger>([...fired.keys()].flatMap((group) => [group.kind, ...group.also]));
    const isSure = opinion !== null && opinion.now >= SURE;
    const isHint = fired.size === 0 && wordsIn(message) >= FEWEST_TO_ASK;
    if (opinion && (isHint || isSure)) for (const kind of likeliest(opinion)) kinds.add(kind);
    const isDue = isSure || [...fired.values()].includes('now');
    const tier = isDue ? 'now' : kinds.size > 0 ? 'check' : 'none';
    return { tier, kinds: DANGERS.filter((kind) => kinds.has(kind)) };
  };
}

/** What is worth asking about, and not much less likely than something else. */
function likeliest({ kinds }: DangerOpinion): Danger[] {
  const least = Math.max(WORTH_ASKING, Math.max(...Object.values(kinds)) / 2);
  return DANGERS.filter((kind) => kinds[kind] >= least);
}

const wordsIn = ({ normalised }: Message) => normalised.sentences.reduce((sum, words) => sum + words.length, 0);

function isDoubted(message: Message, opinion: DangerOpinion | null): boolean {
  const words = wordsIn(message);
  if (!opinion || words < FEWEST_TO_DOUBT || words > SHORT) return false;
  return DANGERS.every((kind) => opinion.kinds[kind] < NOTHING_OF_IT);
}

const lessSure = (fired: Fired): Fired =>
  new Map([...fired].flatMap(([group, tier]) => (tier === 'now' ? [[group, 'check' as const]] : [])));

/** Runs the examples written beside the patterns and returns those that do not hold. */
export function brokenExamples(room: Room): BrokenExample[] {
  const alarm = createAlarm(room);
  const read = createSafety(room);
  return room.words.safety.groups.flatMap((group) => {
    const broken = (example: string, expected: string) => ({
      kind: group.kind,
      pattern: group.patterns.join(' | '),
      example,
      expected,
    });
    const missed = group.must.filter((example) => {
      const { tier, kinds } = read(room.message(example));
      return !(kinds.includes(group.kind) && (tier === 'now' || tier === group.tier));
    });
    const wrong = group['must-not'].filter((example) => alarm(room.message(example)).get(group) === group.tier);
    return [
      ...missed.map((example) => broken(example, `${group.tier} ${group.kind}`)),
      ...wrong.map((example) => broken(example, `not ${group.tier} ${group.kind} by these patterns`)),
    ];
  });
}
