import type { Message, Room } from './room';

/** An example of `ways.yaml` that does not hold. */
export interface BrokenWay {
  way: string;
  example: string;
  expected: string;
}

/**
 * Hears ways in that are no topic ("will you take my kids?"): the flows that a message asks for, in the order of the file.
 * `certain`: it is about a topic for certain, so that what is heard only alone is not.
 */
export function createWays({ words: { ways }, finder }: Room): (message: Message, certain?: boolean) => string[] {
  const find = finder(
    Object.entries(ways).flatMap(([way, { patterns }]) => patterns.map((source) => ({ source, of: way }))),
  );
  return (message, certain = false) => {
    const found = find(message);
    return Object.entries(ways).flatMap(([way, { alone }]) => (found.has(way) && !(alone && certain) ? [way] : []));
  };
}

/** Runs the examples written beside the patterns. */
export function brokenWays(room: Room): BrokenWay[] {
  const hear = createWays(room);
  return Object.entries(room.words.ways).flatMap(([way, { must, 'must-not': mustNot }]) => [
    ...must
      .filter((example) => !hear(room.message(example)).includes(way))
      .map((example) => ({ way, example, expected: way })),
    ...mustNot
      .filter((example) => hear(room.message(example)).includes(way))
      .map((example) => ({ way, example, expected: `not ${way}` })),
  ]);
}
