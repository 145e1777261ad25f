/** Which requests go wrong: all of them, or those whose path and query match. */
export type Which = true | RegExp;

/** What a feed may do wrong, to see that nothing is lost by it. */
export interface FeedFaults {
  /** The totals of a list are a quarter of the truth; whether a page is the last is still told rightly. */
  lyingTotals?: boolean;
  /** Every so many requests are answered with status 500: asked again, it answers. */
  failEvery?: number;
  /** Never answered. The connection stays open until somebody ends it. */
  hangOn?: Which;
  /** A web page in place of JSON, with status 200. */
  html?: Which;
  /** JSON that breaks off half-way, with status 200. */
  truncated?: Which;
  /** Nothing at all, with status 200. */
  noBytes?: Which;
  /** Lists have nothing in them, and say so. */
  empty?: Which;
}

export interface Answer {
  status: number;
  type: 'application/json' | 'text/html';
  body: string;
}

const PAGE =
  '<!doctype html><title>Sorry</title><h1>The directory is being looked after</h1><p>Please come back later.</p>';

export const isHit = (which: Which | undefined, url: string) => which === true || which?.test(url) === true;

/** The answer as it is sent; null when none is. `nth`: how many requests there were before, and this one. */
export function spoilt(answer: Answer, url: string, nth: number, faults: FeedFaults): Answer | null {
  const { failEvery, hangOn, html, truncated, noBytes } = faults;
  if (isHit(hangOn, url)) return null;
  if (failEvery !== undefined && nth % failEvery === 0) return { status: 500, type: 'text/html', body: PAGE };
  if (isHit(html, url)) return { status: 200, type: 'text/html', body: PAGE };
  if (isHit(noBytes, url)) return { ...answer, body: '' };
  return isHit(truncated, url) ? { ...answer, body: answer.body.slice(0, answer.body.length / 2) } : answer;
}
