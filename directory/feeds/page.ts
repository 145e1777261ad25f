import { z } from 'zod';

export interface Page {
  items: unknown[];
  /** Whether the feed calls it the last; null: it does not say. */
  isLast: boolean | null;
  /** How many services the feed says there are in all. Feeds get it wrong: never count on it. */
  said: number | null;
}

const flag = z.boolean().nullish().catch(null);
const count = z.number().nullish().catch(null);

/** `{"total_items": 2, "last_page": true, "contents": [...]}`: HSDS and Open Referral UK 3. */
const newer = z
  .object({ contents: z.array(z.unknown()), last_page: flag, total_items: count })
  .transform(({ contents, last_page, total_items }) => pageOf(contents, last_page, total_items));
/** `{"totalElements": 2, "last": true, "content": [...]}`: Open Referral UK 1 and Outpost. */
const older = z
  .object({ content: z.array(z.unknown()), last: flag, totalElements: count })
  .transform(({ content, last, totalElements }) => pageOf(content, last, totalElements));
const bare = z.array(z.unknown()).transform((items) => pageOf(items, null, null));
const page = z.union([newer, older, bare]);

/** The services on one page of a list, in whichever envelope; null when it is none. */
export function readPage(body: unknown): Page | null {
  return page.safeParse(body).data ?? null;
}

function pageOf(items: unknown[], isLast: boolean | null = null, said: number | null = null): Page {
  return { items, isLast, said };
}
