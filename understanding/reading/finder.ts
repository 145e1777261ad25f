import { commonness, type Pattern, type PatternPart } from './pattern';
import type { Signs } from './vocabulary';

export interface Sentence {
  /** The same for sentences of the same words. */
  key: string;
  signs: Signs[];
  /** All signs of all its words. */
  present: Signs;
}

/** Numbers of the sentences in which a pattern was found; for one that spans the message, where its last half was. */
export type Found<T> = Map<T, number[]>;

/**
 * Makes one search for many patterns. Each pattern is led by the part whose words are rarest: that part is tried only
 * on sentences that hold such a word, and the other parts only when it was found. So a very long message costs little
 * more than its length. A sentence that comes again is not searched again.
 */
export function createFinder<T>(entries: { pattern: Pattern; of: T }[]): (sentences: Sentence[]) => Found<T> {
  const byLead = Map.groupBy(entries, ({ pattern }) => leadOf(pattern));
  const byNeed = new Map<string, PatternPart[]>();
  for (const lead of byLead.keys())
    for (const sign of lead.needs[0]) byNeed.set(sign, [...(byNeed.get(sign) ?? []), lead]);

  const leadsIn = (sentence: Sentence): PatternPart[] => {
    const likely = new Set<PatternPart>();
    for (const sign of sentence.present) for (const lead of byNeed.get(sign) ?? []) likely.add(lead);
    const met = new Map<Set<string>, boolean>();
    const has = (need: Set<string>): boolean => {
      const known = met.get(need) ?? meet(need, sentence.present);
      met.set(need, known);
      return known;
    };
    return [...likely].filter(({ node, needs }) => needs.every(has) && stands(node, sentence.signs));
  };

  return (sentences) => {
    const known = new Map<string, PatternPart[]>();
    const places = new Map<PatternPart, number[]>();
    sentences.forEach((sentence, number) => {
      const leads = known.get(sentence.key) ?? leadsIn(sentence);
      known.set(sentence.key, leads);
      for (const lead of leads) append(places, lead, number);
    });
    const leads = [...places.keys()];
    const placesOf = (part: PatternPart): number[] => {
      const numbers =
        places.get(part) ?? sentences.flatMap((sentence, number) => (isIn(part, sentence) ? [number] : []));
      places.set(part, numbers);
      return numbers;
    };

    const found: Found<T> = new Map();
    for (const { pattern, of } of leads.flatMap((lead) => byLead.get(lead) ?? [])) {
      const halves = pattern.sentences.map((parts) => parts.map(placesOf).reduce(inBoth));
      if (halves.every((numbers) => numbers.length > 0))
        for (const number of halves.at(-1) ?? []) append(found, of, number);
    }
    return found;
  };
}

function leadOf(pattern: Pattern): PatternPart {
  return pattern.sentences
    .flat()
    .reduce((lead, part) => (commonness(part.needs[0]) < commonness(lead.needs[0]) ? part : lead));
}

function isIn({ node, needs }: PatternPart, { signs, present }: Sentence): boolean {
  return needs.every((need) => meet(need, present)) && stands(node, signs);
}

function stands({ first, match }: PatternPart['node'], words: Signs[]): boolean {
  return words.some((signs, at) => (first === null || meet(signs, first)) && match(words, at, () => true));
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const one of few) if (many.has(one)) return true;
  return false;
}

function inBoth(some: number[], others: number[]): number[] {
  const all = new Set(others);
  return some.filter((number) => all.has(number));
}

function append<K>(map: Map<K, number[]>, key: K, number: number): void {
  const numbers = map.get(key);
  if (numbers) numbers.push(number);
  else map.set(key, [number]);
}
