import { KINDS, type Kind } from './types';

/** Another kind of help comes forward when it fits at least such a part as well as what would stand there. */
const AS_GOOD = 0.75;

/** Keeps the best so many of each kind, of any number that are offered. The first of two that are as good stays before the other. */
export function bestOfEachKind<Each extends { kind: Kind; score: number }>(count: number) {
  const kept = new Map<Kind, Each[]>(KINDS.map((kind) => [kind, []]));
  return {
    /** `make` is only called for one that is kept. */
    take(kind: Kind, score: number, make: (score: number) => Each): void {
      const queue = kept.get(kind) ?? [];
      const last = queue[count - 1];
      if (last && last.score >= score) return;
      const at = queue.findLastIndex((each) => each.score >= score) + 1;
      queue.splice(at, 0, make(score));
      queue.length = Math.min(queue.length, count);
    },
    ranked: (): Each[] => [...kept.values()].flat().sort((a, b) => b.score - a.score),
  };
}

/**
 * The best first, but among those that are shown together neighbours and people who have been there stand beside
 * services, where they fit nearly as well.
 * @param ranked best first
 * @param count how many are wanted
 * @param together how many are shown together
 */
export function mixed<Each extends { kind: Kind; score: number }>(
  ranked: Each[],
  count: number,
  together: number,
): Each[] {
  const queues = new Map(KINDS.map((kind) => [kind, ranked.filter((each) => each.kind === kind)]));
  const order: Each[] = [];
  while (order.length < count) {
    const shown = order.slice(order.length - (order.length % together)).map(({ kind }) => kind);
    const heads = [...queues.values()].flatMap((queue) => queue[0] ?? []).sort((a, b) => b.score - a.score);
    const [best] = heads;
    if (!best) break;
    const next = heads.find(({ kind, score }) => !shown.includes(kind) && score >= best.score * AS_GOOD) ?? best;
    queues.get(next.kind)?.shift();
    order.push(next);
  }
  return order;
}
