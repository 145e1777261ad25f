import { createHash, timingSafeEqual } from 'node:crypto';

/** Are these two secrets the same? It takes as long whatever they are, and however long they are. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
