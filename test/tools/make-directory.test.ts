import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type FeedOptions, serveFeed } from '../../tools/make-directory/feed';
import { BANKS } from '../../tools/make-directory/kinds';
import type { OrukService } from '../../tools/make-directory/oruk';
import { asJson, eachService, makeServices } from '../../tools/make-directory/services';
import { TOPICS } from '../../understanding/types';

const ROOT = join(__dirname, '..', '..');
const services = makeServices(5_000, 1);
const text = JSON.stringify(services).replace(/"id":"[0-9a-f-]{36}"/g, '""');
const share = (is: (service: OrukService) => unknown) => services.filter(is).length / services.length;
const written = (count: number, seed: number) => [...asJson(eachService(count, seed))].join('');

describe('what it writes', () => {
  test('the same seed gives the same bytes, and another seed gives others', () => {
    expect(written(300, 1)).toBe(written(300, 1));
    expect(written(300, 1)).not.toBe(written(300, 2));
  });

  test('a longer list begins like a shorter one', () =>
    expect(makeServices(40, 1)).toEqual(makeServices(300, 1).slice(0, 40)));

  test('it can be read as JSON, with none in it too', () => {
    expect(JSON.parse(written(20, 1))).toEqual(makeServices(20, 1));
    expect(JSON.parse(written(0, 1))).toEqual([]);
  });

  test('every gap is filled and every choice made', () => expect(text).not.toMatch(/[{[|]\w[^"]*\||\{\w+\}|undefined/));

  test('services are made as they are asked for, and none is kept', () => {
    const first = eachService(Number.MAX_SAFE_INTEGER, 1).next();
    expect(first.value).toEqual(services[0]);
  });

  test('50,000 services have 50,000 ids', () => {
    const ids = new Set<string>();
    for (const { id } of eachService(50_000, 1)) ids.add(id);
    expect(ids.size).toBe(50_000);
  });
});

describe('what there is', () => {
  test('each of the 16 topics has at least eight kinds of help, in several wordings', () => {
    expect(BANKS.map(({ topic }) => topic)).toEqual(TOPICS);
    for (const { kinds } of BANKS) expect(kinds.length).toBeGreaterThanOrEqual(8);
    for (const { names, leads, more, who, forms } of BANKS.flatMap(({ kinds }) => kinds)) {
      const counts = [names, leads, more, who].map((wordings) => new Set(wordings).size);
      expect(counts).toEqual([4, forms ? 4 : 3, 4, 2]);
    }
  });

  test('every topic has help by neighbours or by people who have been there, beside services', () => {
    const topicsOf = (is: (by: string) => boolean) =>
      BANKS.filter(({ kinds }) => kinds.some(({ by }) => is(by))).map(({ topic }) => topic);
    expect(topicsOf((by) => by === 'formal')).toEqual(TOPICS);
    expect(topicsOf((by) => by !== 'formal')).toEqual(TOPICS);
  });

  test('descriptions do not look alike', () => {
    const said = services.flatMap(({ description }) => (description ? [description] : []));
    expect(new Set(said).size / said.length).toBeGreaterThan(0.94);
    const beginnings = new Set(said.map((each) => each.replace(/<[^>]*>/g, '').slice(0, 60)));
    expect(beginnings.size).toBeGreaterThan(900);
  });

  test('nobody can be rung: all phone numbers are from the ranges kept for stories', () => {
    const numbers = text.match(/(?:\+44|\b0)[\d ()]{8,}\d/g) ?? [];
    const others = numbers
      .map((number) => number.replace(/^\+44/, '0').replace(/\D/g, ''))
      .filter((digits) => !/^(?:01632960|07700900|08081570)\d{3}/.test(digits));
    expect(numbers.length).toBeGreaterThan(3_000);
    expect(others).toEqual([]);
  });

  test('nobody can be written to: all addresses are at example.org', () => {
    const hosts = text.match(/(?:https?:\/\/|www\.|@)[\w.-]+/g) ?? [];
    expect(hosts.length).toBeGreaterThan(5_000);
    expect(hosts.filter((host) => !/\bexample\.org\.?$/.test(host))).toEqual([]);
  });

  test('all of it is in Hazelford and its villages', () => {
    const postcodes = services
      .flatMap((service) => service.service_at_locations ?? [])
      .flatMap(({ location }) => location.addresses ?? [])
      .flatMap(({ postal_code }) => postal_code || []);
    expect(postcodes.length).toBeGreaterThan(3_000);
    expect(postcodes.filter((postcode) => !/^ZZ[123] ?\d[A-Z]{2} ?$/i.test(postcode))).toEqual([]);
  });
});

describe('the faults of real feeds, in about their shares', () => {
  const described = services.flatMap(({ description }) => (description ? [description] : []));
  const lengths = described.map(({ length }) => length).sort((a, b) => a - b);
  const checked = services.flatMap(({ assured_date }) => (assured_date ? [assured_date] : []));

  test('nearly all descriptions have markup', () => {
    const marked = described.filter((each) => /<\/?\w|&lt;|&\w+;/.test(each)).length / described.length;
    expect(marked).toBeGreaterThan(0.94);
    expect(marked).toBeLessThan(1);
  });

  test('descriptions have 535 to 606 characters in the middle, and up to 7,968', () => {
    const median = lengths[Math.floor(lengths.length / 2)];
    expect(median).toBeGreaterThanOrEqual(535);
    expect(median).toBeLessThanOrEqual(606);
    expect(lengths.at(-1)).toBeGreaterThan(5_000);
    expect(lengths.at(-1)).toBeLessThanOrEqual(7_968);
  });

  test('close to half were last checked before 2023, and some never', () => {
    const stale = checked.filter((date) => date < '2023').length / checked.length;
    expect(stale).toBeCloseTo(0.47, 1);
    expect(share(({ assured_date }) => !assured_date)).toBeGreaterThan(0.03);
  });

  test.each([
    ['say nothing of what they cost', 0.75, 0.95, (each) => !each.fees && !each.cost_options?.length],
    ['have a phone number on the service itself', 0.02, 0.1, (each) => each.phones],
    ['have none in any field', 0.2, 0.45, (each) => !JSON.stringify(each).includes('"phones"')],
    ['say nothing of when they are open', 0.2, 0.4, (each) => !/"schedules":\[\{/.test(JSON.stringify(each))],
    ['say whom they are for in officers’ words', 0.15, 0.3, (each) => each.eligibility_description],
    ['have something to say first', 0.04, 0.1, (each) => each.alert],
    [
      'are not there, for now or for good',
      0.05,
      0.12,
      (each) => !/active$/i.test(each.status) || each.status === 'inactive',
    ],
    ['are filed nowhere', 0.08, 0.2, (each) => !each.attributes?.length],
  ] as [string, number, number, (each: OrukService) => unknown][])('some %s', (_, least, most, is) => {
    expect(share(is)).toBeGreaterThan(least);
    expect(share(is)).toBeLessThan(most);
  });

  test('some were entered twice, under two ids', () => {
    const twice = services.filter(
      ({ description }, at) => description && description === services[at - 1]?.description,
    );
    expect(twice.length).toBeGreaterThan(20);
  });

  test('of some refuges the address is in the feed', () => {
    const refuges = services.filter(({ name }) => /refuge\b|safe house/i.test(name));
    const withStreet = refuges.filter((refuge) => /"address_1":"\d/.test(JSON.stringify(refuge)));
    expect(withStreet.length).toBeGreaterThan(0);
    expect(withStreet.length).toBeLessThan(refuges.length / 2);
  });

  test('hours come in every shape', () => {
    const schedules = JSON.stringify(services.flatMap((service) => service.schedules ?? []));
    for (const shape of [
      '"byday":"MO,TU,WE,TH,FR"',
      '"freq":"MONTHLY"',
      '"bymonthday"',
      '"interval":2',
      '"valid_to"',
      '"opens_at":"09:00:00"',
      '"opens_at":""',
      '"description":"By appointment only"',
    ])
      expect(schedules).toContain(shape);
  });
});

describe('served as a feed', () => {
  let server: Server;
  type Sent = { contents: OrukService[]; content: OrukService[]; last_page: boolean };
  const few = services.slice(0, 130);

  async function start(options: FeedOptions = {}): Promise<(path: string) => Promise<Response>> {
    server = createServer(serveFeed(few, options));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    return (path) => fetch(`http://127.0.0.1:${port}${path}`);
  }
  const json = async (answer: Promise<Response>) => (await answer).json() as Promise<Sent>;

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  test('it says what it is', async () => {
    const ask = await start();
    expect(await json(ask('/'))).toMatchObject({ version: 'HSDS-UK-3.0', openapi_url: expect.any(String) });
  });

  test('every service is on one of its pages', async () => {
    const ask = await start();
    const ids: string[] = [];
    for (let number = 1, last = false; !last; number += 1) {
      const page = await json(ask(`/services?page=${number}&per_page=40`));
      expect(page).toMatchObject({ total_items: 130, total_pages: 4, page_number: number, first_page: number === 1 });
      ids.push(...page.contents.map(({ id }) => id));
      last = page.last_page;
    }
    expect(ids).toEqual(few.map(({ id }) => id));
  });

  test('after the last page there is nothing', async () => {
    const ask = await start();
    expect(await json(ask('/services?page=9'))).toMatchObject({ empty: true, last_page: true, contents: [] });
  });

  test('in lists services have no parts; asked for by id they are whole', async () => {
    const ask = await start();
    const { contents } = await json(ask('/services'));
    const listed = contents[0];
    expect(listed).toMatchObject({ id: few[0]?.id, name: few[0]?.name });
    expect(Object.values(listed ?? {}).filter(Array.isArray)).toEqual([]);
    expect(await json(ask(`/services/${listed?.id}`))).toEqual(few[0]);
  });

  test('anything else is not there', async () => {
    const ask = await start();
    for (const path of ['/service_at_locations', '/services/none', '/taxonomies'])
      expect((await ask(path)).status).toBe(404);
  });

  test('in the envelope of version 1', async () => {
    const ask = await start({ version: 1 });
    const page = await json(ask('/services?page=3&per_page=50'));
    expect(page).toMatchObject({ totalElements: 130, totalPages: 3, number: 3, size: 30, first: false, last: true });
    expect(page.content[0]?.id).toBe(few[100]?.id);
  });

  test('totals that lie', async () => {
    const ask = await start({ lyingTotals: true });
    const page = await json(ask('/services?page=1&per_page=50'));
    expect(page).toMatchObject({ total_items: 33, total_pages: 1, last_page: false });
  });

  test('every third request fails, and does not when asked again', async () => {
    const ask = await start({ failEvery: 3 });
    const statuses = [];
    for (let nth = 0; nth < 6; nth += 1) statuses.push((await ask('/services')).status);
    expect(statuses).toEqual([200, 200, 500, 200, 200, 500]);
  });

  test('a web page in place of JSON', async () => {
    const answer = await (await start({ html: /page=2/ }))('/services?page=2');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html');
    expect(await answer.text()).toMatch(/^<!doctype html>/);
  });

  test('JSON that breaks off, and none at all', async () => {
    const ask = await start({ truncated: /page=1/, noBytes: /page=2/ });
    const broken = await (await ask('/services?page=1')).text();
    expect(broken).toMatch(/^\{"total_items"/);
    expect(() => JSON.parse(broken)).toThrow(SyntaxError);
    expect(await (await ask('/services?page=2')).text()).toBe('');
  });

  test('a list with nothing in it', async () => {
    const ask = await start({ empty: true });
    expect(await json(ask('/services'))).toMatchObject({ total_items: 0, empty: true, contents: [] });
  });

  test('a request that is never answered holds up no other', async () => {
    const ask = await start({ hangOn: /page=2/ });
    const hangs = ask('/services?page=2').then(
      () => 'answered',
      () => 'broken off',
    );
    expect((await ask('/services?page=1')).status).toBe(200);
    server.closeAllConnections();
    expect(await hangs).toBe('broken off');
  });
});

describe('on the command line', () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['-r', 'ts-node/register', 'tools/make-directory.ts', ...args], {
      cwd: ROOT,
    });
  const folder = mkdtempSync(join(tmpdir(), 'natter-directory-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('it writes so many services to a file, and says where', async () => {
    const { stdout } = await run('--services', '25', '--seed', '9', '--out', folder);
    const file = join(folder, 'services.json');
    expect(stdout).toBe(`25 services are in ${file}\n`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(makeServices(25, 9));
  });

  test('it says how to use it when it is asked for something it does not do', async () => {
    await expect(run('--services', 'many')).rejects.toMatchObject({
      code: 2,
      stdout: expect.stringMatching(/--serve/),
    });
    await expect(run('--version', '2')).rejects.toMatchObject({ code: 2 });
  });
});
