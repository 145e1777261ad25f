import { graded, type Message, type Room } from './room';
import type { About } from './types';
import type { Weighed } from './words';

const OTHERS = ['child', 'parent', 'relative', 'friend'] as const;
const SIGNS = ['self', ...OTHERS, 'they', 'question'] as const;
type Sign = (typeof SIGNS)[number];

const WEIGHTS = { clear: 4, likely: 2, hint: 1 };
const LESS = -2;
/** So many words that speak of nobody are taken to tell of the writer: fewer may be an answer to anything. */
const A_STATEMENT = 5;

/** Tells whom a message is about, seen from the writer. */
export function createAbout(room: Room): (message: Message) => About {
  const { names, forms, signs } = room.words.replies.about;
  const find = room.finder([
    ...OTHERS.flatMap((who) => weighed(forms, who, (source) => source.replaceAll('{who}', anyOf(names[who])))),
    ...SIGNS.flatMap((sign) => weighed(signs[sign], sign)),
  ]);
  return (message) => {
    const scores = { self: 0, child: 0, parent: 0, relative: 0, friend: 0, they: 0, question: 0 };
    for (const { of, weight } of find(message).keys()) scores[of] += weight;
    const other = OTHERS.reduce((best, who) => (scores[who] > scores[best] ? who : best));
    // Whatever is said of "him" or "her" is said of the one who was named.
    if (scores[other] > 0 && scores[other] + scores.they >= scores.self) return other;
    if (scores.self > 0) return 'self';
    if (scores.they > 0 || scores.question > 0) return 'unknown';
    return message.normalised.text.split(' ').length >= A_STATEMENT ? 'self' : 'unknown';
  };
}

function weighed(lists: Weighed, of: Sign, read = (source: string) => source) {
  return [...graded(lists, WEIGHTS, of), ...lists.less.map((source) => ({ source, of: { of, weight: LESS } }))].map(
    ({ source, of }) => ({ source: read(source), of }),
  );
}

/** "mum" is written "mums" both for what is hers and for what she is. */
function anyOf(names: string[]): string {
  return `(${names.flatMap((name) => [name, `${name}s`]).join('|')})`;
}

/** Tells whether the writer sounds under 18; null when nothing says either way. An age said outweighs every other sign. */
export function createYoung(room: Room): (message: Message) => boolean | null {
  const { about, young } = room.words.replies;
  // Who writes about a child of their own is grown up.
  const lists = { ...young, 'grown-up': [...young['grown-up'], ...about.signs.child.clear] };
  const find = room.finder(
    (['age', 'adult-age', 'grown-up', 'yes', 'no'] as const).flatMap((of) =>
      lists[of].map((source) => ({ source, of })),
    ),
  );
  return (message) => {
    const found = find(message);
    if (found.has('age') !== found.has('adult-age')) return found.has('age');
    if (found.has('grown-up')) return false;
    if (found.has('yes') !== found.has('no')) return found.has('yes');
    return null;
  };
}
