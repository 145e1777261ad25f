import { TOPICS, type Topic } from '../understanding/types';
import { phraseFinder } from './text';
import type { Kind, Listing, Term } from './types';
import type { DirectoryWords, Signs } from './words';

type Label = Topic | Exclude<Kind, 'formal'>;

/** What a sign weighs by where it stands; from `ENOUGH` on a listing is about a topic. */
const WEIGHTS = { code: 4, term: 3, name: 2, what: 1, by: 1 };
const ENOUGH = 2;
const MOST_TOPICS = 3;

/**
 * Tells what a listing is about and who runs it: by the codes of the owner's terms, by the names of those whose codes nobody
 * knows, then by words. A listing that was sorted by hand is left as it is; one that nothing tells of gets no topic, and is
 * found by its words alone.
 */
export function createSorter({ topics, kinds }: DirectoryWords): (listing: Listing, terms: Term[]) => Listing {
  const signs = Object.entries({ ...topics, ...kinds }) as [Label, Signs][];
  const byCode = labelled(signs, 'codes');
  const byTerm = labelled(signs, 'terms');
  const byWord = labelled(signs, 'words');
  const find = phraseFinder(byWord.keys());
  return (listing, terms) => {
    const scores = new Map<Label, number>();
    const count = (labels: Iterable<Label> | undefined, weight: number) => {
      for (const label of labels ?? []) scores.set(label, (scores.get(label) ?? 0) + weight);
    };
    const names = new Set<string>();
    for (const { name, codes } of terms) {
      const labels = new Set(codes.flatMap((code) => byCode.get(code) ?? []));
      if (labels.size > 0) count(labels, WEIGHTS.code);
      else names.add(name.toLowerCase());
    }
    for (const name of names) count(byTerm.get(name), WEIGHTS.term);
    for (const word of find(listing.name)) count(byWord.get(word), WEIGHTS.name);
    for (const word of find(listing.by ?? '')) count(byWord.get(word), WEIGHTS.by);
    for (const word of find(listing.what)) count(byWord.get(word), WEIGHTS.what);
    const score = (label: Label) => scores.get(label) ?? 0;
    const about = TOPICS.filter((topic) => score(topic) >= ENOUGH).sort((a, b) => score(b) - score(a));
    const kind = score('peer') >= ENOUGH ? 'peer' : score('community') >= ENOUGH ? 'community' : listing.kind;
    return listing.topics.length > 0 ? listing : { ...listing, kind, topics: about.slice(0, MOST_TOPICS) };
  };
}

/** The labels that each code, term or word is a sign of. */
function labelled(signs: [Label, Signs][], of: keyof Signs): Map<string, Label[]> {
  const by = new Map<string, Label[]>();
  for (const [label, said] of signs) for (const sign of said[of]) by.set(sign, [...(by.get(sign) ?? []), label]);
  return by;
}
