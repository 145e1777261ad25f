import { z } from 'zod';
import type { SavedReply } from './types';

const words = z.string().trim().min(1);
const titleOf = ({ title }: { title: string }) => title.toLowerCase();

/** `saved-replies.yaml`, of a language and of a place. */
export const savedRepliesSchema = z
  .array(z.strictObject({ title: words.max(40, 'a title has 40 letters at most'), text: words }))
  .refine((all) => new Set(all.map(titleOf)).size === all.length, 'two replies have the same title');

/** The shared ones with a place's own: one of the same title stands in its place, and the others come after. */
export function withOwn<T extends SavedReply>(shared: T[], own: T[]): T[] {
  const ownBy = new Map(own.map((reply) => [titleOf(reply), reply]));
  const titles = new Set(shared.map(titleOf));
  return [
    ...shared.map((reply) => ownBy.get(titleOf(reply)) ?? reply),
    ...own.filter((reply) => !titles.has(titleOf(reply))),
  ];
}

/** The same with every `{name}` filled that has a value. */
export const filled = (replies: SavedReply[], values: Record<string, string>): SavedReply[] =>
  replies.map(({ title, text }) => ({
    title,
    text: text.replace(/\{([a-zA-Z0-9-]+)\}/g, (whole, name: string) => values[name] ?? whole),
  }));
