import type { ServerResponse } from 'node:http';
import { fetchFeed } from '../../../directory/feeds/fetch';
import { createGet } from '../../../directory/feeds/get';
import { readService } from '../../../directory/feeds/service';
import { answer, type FeedServer, json, serving } from './feed-server';

let feed: FeedServer | null = null;
afterEach(() => feed?.close());

const pause = async () => undefined;
const item = (n: number) => ({ id: `s${n}`, name: `Service ${n}` });
const items = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => item(from + n));
const page = (contents: unknown[], more = {}) => ({ total_items: contents.length, contents, ...more });
const pageOf = (path: string) => Number(new URLSearchParams(path.split('?')[1]).get('page'));
const html = (response: ServerResponse) => answer(response, 200, { 'content-type': 'text/html' }, '<p>Down</p>');

type Play = (response: ServerResponse, path: string) => void;
const missing: Play = (response) => json(response, { error: 'no such thing' }, 404);

/** At its own address a service says no more than in the list. */
const same: Play = (response, id) => json(response, { id });
const GIVEN_UP = { service: null, field: 'services/{id}', what: expect.stringContaining('what the list says is used') };

/** A feed whose list and whose single services are played, and what is read of it. */
async function reading(
  list: (response: ServerResponse, page: number) => void,
  detail: Play = same,
  signal?: AbortSignal,
) {
  feed = await serving((path, response) => {
    if (path.startsWith('/services?')) list(response, pageOf(path));
    else detail(response, decodeURIComponent(path.replace('/services/', '')));
  });
  const progress: { listed: number; read: number }[] = [];
  const get = createGet({ origin: feed.url, pause, random: () => 0, timeoutMs: 60_000, retries: 1 });
  const tell = (told: { listed: number; read: number }) => void progress.push(told);
  const found = await fetchFeed({ id: 'feed', url: feed.url }, { get, pause, tell, ...(signal && { signal }) });
  const ids = found.services.map((service) => (service as { id?: string }).id);
  return { ...found, ids, progress, asked: feed.asked };
}
const pages =
  (...all: unknown[][]) =>
  (response: ServerResponse, number: number) =>
    json(response, { ...page(all[number - 1] ?? []), total_items: all.flat().length });

test('every page is read until one is empty, and then each service', async () => {
  const detail: Play = (response, id) => json(response, { id, name: 'Whole', phones: [{ number: '01632 960101' }] });
  const { services, faults, complete, progress, asked } = await reading(pages(items(1, 2), items(3, 3)), detail);
  expect(services).toEqual(
    [1, 2, 3].map((n) => ({ id: `s${n}`, name: 'Whole', phones: [{ number: '01632 960101' }] })),
  );
  expect(complete).toBe(true);
  expect(faults).toEqual([]);
  expect(progress.at(0)).toEqual({ listed: 2, read: 0 });
  expect(progress.at(-1)).toEqual({ listed: 3, read: 3 });
  expect(asked.slice(0, 3)).toEqual([1, 2, 3].map((n) => `/services?page=${n}&per_page=50`));
});

test('a page that is called the last is the last, and totals that lie are told and do no harm', async () => {
  const last = (response: ServerResponse) =>
    json(response, { totalElements: 31, totalPages: 9, last: true, content: items(1, 128) });
  const { ids, faults, complete, asked } = await reading(last);
  expect(ids).toHaveLength(128);
  expect(complete).toBe(true);
  expect(faults.map(({ field }) => field)).toEqual(['services']);
  expect(asked.filter((path) => path.startsWith('/services?'))).toHaveLength(1);
});

test('a feed that gives the same on every page, without end, is read once, and there may well be more of it', async () => {
  const { ids, faults, complete, asked } = await reading((response) => json(response, items(1, 3)));
  expect(ids).toEqual(['s1', 's2', 's3']);
  expect(complete).toBe(false);
  expect(faults).toEqual([
    { service: null, field: 'services?page=2', what: 'brings nothing new, though it is not called the last' },
  ]);
  expect(asked.filter((path) => path.startsWith('/services?'))).toHaveLength(2);
});

test.each([
  ['does not say that it is the last', {}],
  ['says that it is the last', { last_page: true }],
])('an empty page after one that is not the last ends no whole list, even if it %s', async (_, more) => {
  const { ids, faults, complete } = await reading((response, number) =>
    json(response, number === 1 ? page(items(1, 2), { last_page: false }) : page([], more)),
  );
  expect(ids).toEqual(['s1', 's2']);
  expect(complete).toBe(false);
  expect(faults).toEqual([
    { service: null, field: 'services?page=2', what: 'is empty, though the page before was not the last' },
  ]);
});

test('a page that is called the last ends a whole list, also when it brings nothing new', async () => {
  const { complete } = await reading((response, number) =>
    json(response, { contents: items(1, 2), last_page: number === 2 }),
  );
  expect(complete).toBe(true);
});

test('a list that never ends is left at its bound', async () => {
  const { ids, faults, complete, asked } = await reading((response, number) => json(response, [item(number)]), missing);
  expect(ids).toHaveLength(2_000);
  expect(asked.filter((path) => path.startsWith('/services?'))).toHaveLength(2_000);
  expect(complete).toBe(false);
  expect(faults).toEqual([
    { service: null, field: 'services', what: expect.stringContaining('does not come to an end') },
    GIVEN_UP,
  ]);
});

test('no more services are read than the bound', async () => {
  const { ids, complete } = await reading((response) => json(response, items(1, 60_500)), missing);
  expect(ids).toHaveLength(60_000);
  expect(complete).toBe(false);
});

test.each<[string, Play, string]>([
  ['answers with an error', (response) => json(response, {}, 500), 'answered with status 500'],
  ['is a web page', html, 'is a web page, not JSON'],
  ['is empty', (response) => answer(response, 200, {}), 'is empty'],
  ['breaks off', (response) => answer(response, 200, {}, '{"contents": [{"id"'), 'is not whole JSON'],
  ['is something else', (response) => json(response, { error: 'down' }), 'is no list of services'],
  ['is not there, though the page before was not the last', missing, 'answered with status 404'],
  [
    'leads elsewhere',
    (response) => answer(response, 302, { location: 'http://127.0.0.1:1/' }),
    'leads away from the feed',
  ],
])('a page that %s is told, the next ones are read, and it is not complete', async (_, trouble, what) => {
  const { ids, faults, complete } = await reading((response, number) => {
    if (number === 2) trouble(response, '');
    else json(response, page(number > 3 ? [] : items(number, number), { last_page: false }));
  });
  expect(ids).toEqual(['s1', 's3']);
  expect(faults).toEqual([{ service: null, field: 'services?page=2', what }]);
  expect(complete).toBe(false);
});

test('a page that fails once is asked for again', async () => {
  let times = 0;
  const { ids, faults, complete } = await reading((response, number) => {
    times += 1;
    if (times === 2) json(response, {}, 500);
    else json(response, number > 2 ? [] : [item(number)]);
  });
  expect(ids).toEqual(['s1', 's2']);
  expect(faults).toEqual([]);
  expect(complete).toBe(true);
});

test('a feed without a page after the last is complete', async () => {
  const { ids, complete } = await reading((response, number) =>
    number === 1 ? json(response, items(1, 2)) : missing(response, ''),
  );
  expect(ids).toEqual(['s1', 's2']);
  expect(complete).toBe(true);
});

test('a feed that is away is given up', async () => {
  const { ids, faults, complete, asked } = await reading((response) => json(response, {}, 503));
  expect(ids).toEqual([]);
  expect(faults.map(({ field }) => field)).toEqual([1, 2, 3].map((n) => `services?page=${n}`));
  expect(complete).toBe(false);
  expect(asked).toHaveLength(6);
});

test('where the first three services are not there, the list is all there is', async () => {
  const { services, faults, shallow, asked } = await reading(pages(items(1, 9)), missing);
  expect(services).toEqual(items(1, 9));
  expect(faults).toEqual([GIVEN_UP]);
  expect(shallow.size).toBe(9);
  expect(asked.filter((path) => path.startsWith('/services/'))).toHaveLength(3);
});

test.each<[string, Play, string]>([
  ['is not there', missing, 'answered with status 404'],
  ['fails', (response) => json(response, {}, 500), 'answered with status 500'],
  ['is a web page', html, 'is a web page, not JSON'],
  ['is another service', (response) => json(response, item(7)), 'is not the service'],
  ['is a list', (response) => json(response, [item(2)]), 'is not the service'],
])('of a service that %s, what the list says is kept', async (_, trouble, what) => {
  const { services, faults, shallow, complete } = await reading(pages(items(1, 4)), (response, id) =>
    id === 's2' ? trouble(response, id) : json(response, { id, name: 'Whole' }),
  );
  expect(services.map((service) => (service as { name: string }).name)).toEqual([
    'Whole',
    'Service 2',
    'Whole',
    'Whole',
  ]);
  expect(faults).toEqual([{ service: 's2', field: 'services/{id}', what: `${what}: what the list says is used` }]);
  expect([...shallow]).toEqual(['s2']);
  expect(complete).toBe(true);
});

test('when the feed goes away among its services, the list is used for the rest', async () => {
  const { services, faults, shallow, asked } = await reading(pages(items(1, 50)), (response, id) =>
    id === 's1' ? json(response, { id, name: 'Whole' }) : json(response, {}, 500),
  );
  expect(services).toHaveLength(50);
  expect(asked.filter((path) => path.startsWith('/services/'))).toHaveLength(1 + 20 * 2);
  expect(faults.filter(({ service }) => service === null)).toEqual([
    { service: null, field: 'services/{id}', what: expect.stringContaining('no more is asked') },
  ]);
  expect([...shallow]).toEqual(items(2, 50).map(({ id }) => id));
});

test('an id that stands twice on one page is told, and one that moves to the next is not', async () => {
  const { ids, faults } = await reading(pages([item(1), item(2), item(1)], [item(2), item(3)]));
  expect(ids).toEqual(['s1', 's2', 's3']);
  expect(faults.map(({ service, field }) => [service, field])).toEqual([
    ['s1', 'id'],
    [null, 'services'],
  ]);
});

test('what has no id is kept, so that it can be told of; ids may be numbers, or full of signs', async () => {
  const odd = [{ name: 'Nameless' }, { id: 7, name: 'Seven' }, { id: '../a b?c', name: 'Odd' }];
  const { services, asked } = await reading(pages(odd), (response, id) =>
    json(response, { id: id === '7' ? 7 : id, name: 'Whole' }),
  );
  expect(services).toEqual([odd[0], { id: 7, name: 'Whole' }, { id: '../a b?c', name: 'Whole' }]);
  expect(asked).toContain('/services/..%2Fa%20b%3Fc');
});

test('very long descriptions come through', async () => {
  const long = { ...item(1), description: `<p>${'word '.repeat(1_600)}</p>` };
  const { services } = await reading(pages([long]));
  expect(readService(services[0], 'feed', '2026-06-01')).toMatchObject({
    listing: { what: expect.stringMatching(/^(word ){1599}word$/) },
    faults: [],
  });
});

test('when it is stopped, what was read until then comes back', async () => {
  const stop = new AbortController();
  const { ids, shallow, complete, asked } = await reading(
    (response, number) => {
      if (number === 2) stop.abort();
      json(response, [item(number)]);
    },
    missing,
    stop.signal,
  );
  expect(ids).toEqual(['s1', 's2']);
  expect([...shallow]).toEqual(['s1', 's2']);
  expect(complete).toBe(false);
  expect(asked).toHaveLength(2);
});

test('when it is stopped among its services, the others are known to be read only from the list', async () => {
  const stop = new AbortController();
  const detail: Play = (response, id) => {
    if (id === 's4') stop.abort();
    json(response, { id, name: 'Whole' });
  };
  const { shallow } = await reading(pages(items(1, 6)), detail, stop.signal);
  expect([...shallow]).toEqual(['s5', 's6']);
});

test('what the address of a feed itself asks for is kept', async () => {
  feed = await serving((_, response) => json(response, []));
  const url = `${feed.url}/?directories=families`;
  const get = createGet({ origin: url, pause, random: () => 0 });
  await fetchFeed({ id: 'feed', url }, { get, pause, tell: () => undefined });
  expect(feed.asked).toEqual(['/services?page=1&per_page=50&directories=families']);
});
