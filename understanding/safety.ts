import type { Opinion } from './learnt';
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

/** From here on, what was learnt from examples is enough to ask. */
const WORTH_ASKING = 0.5;

/**
 * Sees words about danger: `now` when any words say so plainly, else `check`, else `none`. What was learnt from examples can
 * only ask: it never says `now`, and never takes back what the patterns see.
 */
export function createSafety(room: Room): (message: Message, opinion?: Opinion | null) => Safety {
  const alarm = createAlarm(room);
  return (message, opinion = null) => {
    const fired = alarm(message);
    const kinds = new Set<Danger>([...fired.keys()].flatMap((group) => [group.kind, ...group.also]));
    if (fired.size === 0 && opinion)
      for (const kind of DANGERS) if (opinion.dangers[kind] >= WORTH_ASKING) kinds.add(kind);
    const tier = [...fired.values()].includes('now') ? 'now' : kinds.size > 0 ? 'check' : 'none';
    return { tier, kinds: DANGERS.filter((kind) => kinds.has(kind)) };
  };
}

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
