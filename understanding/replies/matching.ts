import { looksLike } from './likeness';
import type { Term, Terms } from './terms';

/** Words may be denied that no label has: "a person not a machine". */
const MOST_DENIED = 1;

/** How far a pick by words may go. */
export interface Reach {
  /** How many steps up to broader words: a brother, a member of the family, somebody. */
  steps: number;
  /** Whether fewer words may be foreign to the label than are found in it. */
  loose: boolean;
}

/** What of a reply is found in a label. */
export interface Found {
  index: number;
  /** How surely each term of the reply is found in the label, as in HOW. */
  how: number[];
  /** Words of the reply that tell something and are not in the label; and those that are only denied. */
  foreign: number;
  deniedForeign: number;
  /** All that the label tells is in the reply. */
  complete: boolean;
}

/** The word itself; another name for it; one word of a phrase; what it is one of. */
const HOW = { same: 4, alike: 3, part: 2, wider: 1, not: 0 };

/**
 * A label as it is matched. In one of common words alone, such as "For me", those are what it is told by; what it says
 * can't be done, it is still about.
 */
export function asLabel(label: Term[]): Term[] {
  const promoted = !label.some(({ weight }) => weight === 'key');
  return label.map((term) => ({
    ...term,
    weight: promoted ? 'key' : term.weight,
    denied: term.denied === 'yes' && term.unable ? 'open' : term.denied,
  }));
}

/** Null: the label is out, since the reply denies what it says or says what it denies. */
export function compare(said: Term[], label: Term[], steps: number, terms: Terms): Omit<Found, 'index'> | null {
  const how: number[] = [];
  const met = new Set<Term>();
  let [foreign, deniedForeign] = [0, 0];
  for (const term of said) {
    const isKey = term.weight === 'key';
    const found = label.flatMap((other) => {
      const likeness = likenessOf(term, other, term.denied === 'yes' ? 0 : steps, terms);
      return likeness > 0 ? [{ other, likeness }] : [];
    });
    const agreeing = found.filter(({ other }) => agree(term, other));
    if (isKey && found.length > 0 && agreeing.length === 0) return null;
    // What stands for anybody ("someone" in a label) excuses a word that it is, but does not pick.
    const sure = agreeing.filter(({ other, likeness }) => likeness > HOW.wider || other.weight === 'key');
    how.push(Math.max(HOW.not, ...sure.map(({ likeness }) => likeness)));
    for (const { other } of agreeing) if (isAllOf(term, other)) met.add(other);
    if (isKey && agreeing.length === 0) {
      if (term.denied === 'yes') deniedForeign++;
      else foreign++;
    }
  }
  return { how, foreign, deniedForeign, complete: label.every((term) => term.weight !== 'key' || met.has(term)) };
}

function agree(a: Term, b: Term): boolean {
  return a.denied === b.denied || a.denied === 'open' || b.denied === 'open';
}

/** One word of a phrase is not all of it. */
function isAllOf(said: Term, label: Term): boolean {
  return label.words.length === 1 || said.words.length > 1 || said.signs.some((sign) => label.signs.includes(sign));
}

function likenessOf(said: Term, label: Term, steps: number, terms: Terms): number {
  const meet = (a: string[], b: string[]) => a.some((sign) => b.includes(sign));
  const isWord = said.words.length === 1;
  const [own = ''] = said.signs;
  if (own === label.signs[0] || (isWord && said.weight === 'key' && label.parts.includes(own))) return HOW.same;
  if (meet(said.signs, label.signs)) return HOW.alike;
  if (said.weight === 'key' && isWord && isTyped(said.words[0] as string, label, terms)) return HOW.alike;
  if (meet([...said.signs, ...said.parts], [...label.signs, ...label.parts]))
    return isWord && said.weight === 'key' ? HOW.alike : HOW.part;
  let signs = said.signs;
  for (let step = 0; step < steps; step++) signs = terms.wider(signs);
  return meet(signs, label.signs) ? HOW.wider : HOW.not;
}

/** A single word, misspelt. */
function isTyped(word: string, label: Term, terms: Terms): boolean {
  return !/\d/.test(word) && [...label.words, ...terms.namesOf(label.signs)].some((name) => looksLike(word, name));
}

/** Whether one label has all that the other has, and more: telling words first, then the whole label, then all words. */
export function isMore(one: Found, other: Found, said: Term[]): boolean {
  const atLeast = (which: (term: Term) => boolean, a: Found, b: Found) =>
    said.every((term, i) => !which(term) || (a.how[i] ?? 0) >= (b.how[i] ?? 0));
  const isKey = ({ weight }: Term) => weight === 'key';
  const any = () => true;
  if (!atLeast(isKey, one, other)) return false;
  if (!atLeast(isKey, other, one)) return true;
  if (one.complete !== other.complete) return one.complete;
  return atLeast(any, one, other) && !atLeast(any, other, one);
}

/** Whether what is found is enough to pick by. */
export function isEnough({ how, foreign, deniedForeign, complete }: Found, said: Term[], { loose }: Reach): boolean {
  const found = said.filter(({ weight }, i) => weight === 'key' && how[i]).length;
  if (found === 0) {
    // One common word ("me again") must be all that the label tells; a phrase ("a bit"), or one denied, is telling enough.
    const isTelling = complete || said.some(({ words, denied }) => words.length > 1 || denied === 'yes');
    return isTelling && foreign + deniedForeign === 0 && how.length > 0 && how.every((each) => each > 0);
  }
  return deniedForeign <= MOST_DENIED && (foreign === 0 || (loose && foreign < found));
}
