import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { type Answer, type FeedFaults, isHit, spoilt } from './feed-faults';
import { enveloped, pageOf, type Version } from './feed-pages';
import type { OrukService } from './oruk';

export interface FeedOptions extends FeedFaults {
  version?: Version;
}

/**
 * Serves services as an Open Referral UK feed: `GET /`, `/services?page=1&per_page=50` (without their parts) and
 * `/services/{id}` (whole), each with an ETag. Anything else is 404, as `/service_at_locations` is in some real feeds.
 */
export function serveFeed(services: OrukService[], { version = 3, ...faults }: FeedOptions = {}): RequestListener {
  const byId = new Map(services.map((service) => [service.id, service]));
  let asked = 0;
  const contentOf = (url: string): object | null => {
    const [path = '', query] = url.split('?');
    if (path === '/') return about(version);
    if (path !== '/services') return byId.get(path.replace(/^\/services\//, '')) ?? null;
    const page = pageOf(isHit(faults.empty, url) ? [] : services, new URLSearchParams(query));
    return enveloped(faults.lyingTotals ? { ...page, total: Math.ceil(page.total / 4) } : page, version);
  };
  return (request, response) => {
    const url = request.url ?? '/';
    asked += 1;
    const answer = spoilt(answerWith(contentOf(url)), url, asked, faults);
    if (!answer) return;
    const etag = `"${createHash('sha256').update(answer.body).digest('base64url')}"`;
    const isSame = answer.status === 200 && request.headers['if-none-match'] === etag;
    response.writeHead(isSame ? 304 : answer.status, { 'Content-Type': answer.type, ETag: etag });
    response.end(isSame ? '' : answer.body);
  };
}

const answerWith = (content: object | null): Answer => ({
  status: content ? 200 : 404,
  type: 'application/json',
  body: JSON.stringify(content ?? { error: 'There is nothing here.' }),
});

const about = (version: Version) => ({
  version: `HSDS-UK-${version}.0`,
  profile: 'https://docs.example.org/profile',
  openapi_url: 'https://docs.example.org/openapi.json',
});
