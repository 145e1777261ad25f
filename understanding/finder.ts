import type { Pattern, PatternPart } from './pattern';
import type { Signs } from './vocabulary';

/** Numbers of the sentences in which a pattern was found; for one that spans the message, where its last half was. */
export type Found<T> = Map<T, number[]>;

/**
 * Makes one search for many patterns. A pattern is tried only where its first word stands, and not again in a
 * message once its parts are found there, so that a very long message costs little more than its length.
 */
export function createFinder<T>(entries: { pattern: Pattern; of: T }[]): (sentences: Signs[][]) => Found<T> {
  const anywhere: PatternPart[] = [];
  const byFirst = new Map<string, PatternPart[]>();
  for (const part of entries.flatMap(({ pattern }) => pattern.sentences.flat())) {
    if (part.node.first === null) anywhere.push(part);
    else for (const sign of part.node.first) byFirst.set(sign, [...(byFirst.get(sign) ?? []), part]);
  }

  const partsIn = (words: Signs[]): Set<PatternPart> => {
    const found = new Set<PatternPart>();
    const attempt = (part: PatternPart, at: number) => {
      if (!found.has(part) && part.node.match(words, at, () => true)) found.add(part);
    };
    words.forEach((signs, at) => {
      for (const sign of signs) for (const part of byFirst.get(sign) ?? []) attempt(part, at);
      for (const part of anywhere) attempt(part, at);
    });
    return found;
  };

  return (sentences) => {
    const parts = sentences.map(partsIn);
    const seen = new Set(parts.flatMap((some) => [...some]));
    const found: Found<T> = new Map();
    for (const { pattern, of } of entries) {
      if (!pattern.sentences.every((list) => list.every((part) => seen.has(part)))) continue;
      const places = pattern.sentences.map((list) => sentencesWith(list, parts));
      if (places.every((some) => some.length > 0))
        found.set(of, [...(found.get(of) ?? []), ...(places.at(-1) as number[])]);
    }
    return found;
  };
}

function sentencesWith(list: PatternPart[], parts: Set<PatternPart>[]): number[] {
  return parts.flatMap((some, number) => (list.every((part) => some.has(part)) ? [number] : []));
}
