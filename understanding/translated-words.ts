import type { z } from 'zod';
import { type Replies, repliesSchema } from './words';

/** `replies.yaml` of a translation: how people answer in it, besides how they do in English. */
export const translatedRepliesSchema = repliesSchema
  .pick({
    numbers: true,
    ordinals: true,
    yes: true,
    no: true,
    'after-no': true,
    filler: true,
    politeness: true,
    pick: true,
    one: true,
    small: true,
    negation: true,
  })
  .partial();
export type TranslatedReplies = z.infer<typeof translatedRepliesSchema>;

/** The same in both languages: in a translation, English words count as well. */
export function bothReplies(english: Replies, { numbers, ordinals, ...lists }: TranslatedReplies): Replies {
  const both = {
    ...english,
    numbers: { ...english.numbers, ...numbers },
    ordinals: { ...english.ordinals, ...ordinals },
  };
  for (const [name, words = []] of Object.entries(lists)) {
    const list = name as keyof typeof lists;
    both[list] = [...english[list], ...words];
  }
  return both;
}

/** Lists by name, each with those of both. */
export function bothLists<T extends { [K in keyof T]: string[] }>(
  english: T,
  own: { [K in keyof T]?: string[] | undefined },
): T {
  const names = new Set([...Object.keys(english), ...Object.keys(own)] as (keyof T)[]);
  return Object.fromEntries([...names].map((name) => [name, [...(english[name] ?? []), ...(own[name] ?? [])]])) as T;
}
