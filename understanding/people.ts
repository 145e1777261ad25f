import { graded, type Message, type Room } from './room';
import type { About } from './types';

type Someone = Exclude<About, 'unknown'>;

const WEIGHTS = { clear: 4, likely: 2, hint: 1 };
/** When signs are as strong for two, the person spoken of comes before the one who speaks. */
const ORDER: Someone[] = ['child', 'parent', 'relative', 'friend', 'self'];

/** Tells whom a message is about, seen from the writer. */
export function createAbout(room: Room): (message: Message) => About {
  const find = room.finder(ORDER.flatMap((who) => graded(room.words.replies.about[who], WEIGHTS, who)));
  return (message) => {
    const scores = new Map<Someone, number>();
    for (const { of, weight } of find(message).keys()) scores.set(of, (scores.get(of) ?? 0) + weight);
    let best: About = 'unknown';
    for (const who of ORDER)
      if ((scores.get(who) ?? 0) > (best === 'unknown' ? 0 : (scores.get(best) ?? 0))) best = who;
    return best;
  };
}

/** Tells whether the writer sounds under 18; null when nothing says either way. An age said outweighs every other sign. */
export function createYoung(room: Room): (message: Message) => boolean | null {
  const { young } = room.words.replies;
  const find = room.finder(
    (['age', 'yes', 'adult-age', 'no'] as const).flatMap((sign) => young[sign].map((source) => ({ source, of: sign }))),
  );
  return (message) => {
    const found = find(message);
    if (found.has('age') !== found.has('adult-age')) return found.has('age');
    if (found.has('yes') !== found.has('no')) return found.has('yes');
    return null;
  };
}
