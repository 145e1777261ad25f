import { parse } from 'csv-parse/sync';
import { UnavailableError } from '../../../store/errors';
import { json, openWorld, outcome, type World, words } from './world';

type Signed = Awaited<ReturnType<World['signIn']>>;
const BOM = '\ufeff';
const START = Date.parse('2026-11-22T09:00:00Z');
/** What a spreadsheet would run, or take for the beginning of something else. */
const TRAPS = [
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://evil.example")',
  '+1',
  '-2+3',
  '@SUM(1)',
  'a "b", c',
  'semi;colon',
  'Zoë ✓',
];

let world: World;
let ada: Signed;
beforeEach(async () => {
  world = await openWorld([], START);
  ada = await world.signIn('Ada', 'admin');
});
afterEach(() => world.close());

/** A table as a spreadsheet reads it, without its first line. */
async function rows(reply: Response): Promise<string[][]> {
  return parse(Buffer.from(await reply.arrayBuffer()), { bom: true }).slice(1);
}
const bytes = async (path: string, by = ada) => Buffer.from(await (await by.get(path)).arrayBuffer()).toString();

describe.each(['/audit.csv', '/ended.csv'])('GET %s', (path) => {
  it('is kept as a file, never shown and never guessed at', async () => {
    const { headers } = await ada.get(path);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="natter-\w+\.csv"$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is UTF-8 that Excel knows as such, with lines as the standard has them', async () => {
    const text = await bytes(path);
    expect(text.startsWith(`${BOM}"`)).toBe(true);
    expect(text.slice(1)).not.toContain(BOM);
    expect(text.split('\r\n').at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('is in the audit, by name, before anything of it is read', async () => {
    let seen: string[] = [];
    const { page } = world.records;
    world.records.page = async (...asked) => {
      if (seen.length === 0) seen = (await page('audit', null, 9, START)).map(({ body }) => JSON.parse(body).act);
      return page(...asked);
    };
    await bytes(path);
    expect(seen).toEqual(['export', 'sign-in']);
  });

  it('goes to nobody when that cannot be written down', async () => {
    world.records.add = () => Promise.reject(new UnavailableError(new Error('disk full')));
    const reply = await ada.get(path);
    expect(reply.headers.get('content-disposition')).toBeNull();
    expect(await outcome(reply)).toBe('503 unavailable');
  });

  it('is refused as always when the store is away, and breaks off rather than pass a part for the whole', async () => {
    const { page } = world.records;
    world.records.page = () => Promise.reject(new UnavailableError(new Error('away')));
    expect(await outcome(await ada.get(path))).toBe('503 unavailable');
    world.records.page = page;
    for (let n = 0; n < 450; n++) await world.audit.write({ act: 'claim', worker: ada.worker, conversation: `c${n}` });
    for (let n = 0; n < 450; n++)
      await world.ends.ended({ channel: 'web', waited: null, outcome: 'connected', promised: true });
    let pages = 0;
    world.records.page = (...asked) => {
      pages += 1;
      return pages > 2 ? Promise.reject(new UnavailableError(new Error('away'))) : page(...asked);
    };
    await expect(bytes(path)).rejects.toThrow();
  });

  it.each(['worker', 'peer'] as const)('is not for a %s, and that they tried is in the audit', async (role) => {
    const sam = await world.signIn('Sam', role);
    expect(await outcome(await sam.get(path))).toBe('403 role');
    expect((await world.audited()).at(-1)).toMatchObject({ act: 'export', worker: { name: 'Sam' }, refused: 'role' });
  });
});

describe('the audit as a table', () => {
  it('says when it was at the place, who, what, and whose account it was', async () => {
    world.clock.now = Date.parse('2027-07-01T08:05:09Z');
    const sam = await world.addWorker('Sam');
    await world.audit.write({ act: 'make-link', worker: ada.worker, account: sam.id });
    await world.audit.write({ act: 'claim', worker: sam, conversation: 'first', refused: 'taken' });
    await world.audit.write({ act: 'remove-account', worker: null, account: 'gone-since' });
    const when = '2027-07-01 09:05:09';
    const { id } = ada.worker;
    const bo = await world.signIn('Bo', 'admin');
    expect(await rows(await bo.get('/audit.csv'))).toEqual(
      expect.arrayContaining([
        [when, 'Sam', sam.id, words.acts.claim, 'first', '', words.errors.taken],
        [when, 'Ada', id, words.acts['make-link'], '', 'Sam', ''],
        [when, words.audit.nobody, '', words.acts['remove-account'], '', 'gone-since', ''],
      ]),
    );
  });

  it('holds all of it, over every page, and itself', async () => {
    for (let n = 0; n < 450; n++) await world.audit.write({ act: 'claim', worker: ada.worker, conversation: `c${n}` });
    const table = await rows(await ada.get('/audit.csv'));
    expect(table).toHaveLength(452);
    expect(table[0]?.[3]).toBe(words.acts.export);
    expect(table.slice(1, 451).map((row) => row[4])).toEqual(Array.from({ length: 450 }, (_, n) => `c${449 - n}`));
  });

  it('has nothing in it that a spreadsheet runs, and no name that breaks it', async () => {
    for (const name of TRAPS) await world.audit.write({ act: 'claim', worker: { id: '-id', name } });
    const text = await bytes('/audit.csv');
    const table = parse(text, { bom: true }) as string[][];
    expect(table.every((row) => row.length === 7)).toBe(true);
    for (const cell of table.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const names = table.map((row) => row[1]?.replace(/^'/, ''));
    expect(names).toEqual(expect.arrayContaining(TRAPS));
  });
});

it('shows how talks ended: the day, the channel, the wait, the end and whether something was promised, and no more', async () => {
  await world.ends.ended({ channel: 'whatsapp', waited: 7, outcome: 'connected', promised: true });
  await world.ends.ended({ channel: 'web', waited: null, outcome: 'unreachable', promised: false });
  const lee = await world.signIn('Lee', 'lead');
  const text = await bytes('/ended.csv', lee);
  expect((parse(text, { bom: true }) as string[][]).slice(1).sort()).toEqual([
    ['2026-11-22', words.channels.web, '', words.end.unreachable, words.ended.no],
    ['2026-11-22', words.channels.whatsapp, '7', words.end.connected, words.ended.yes],
  ]);
});

it('lets a page of another website read neither', async () => {
  const { headers } = await ada.get('/audit.csv');
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(await outcome(await world.call('/api/audit.csv'))).toBe('401 signed-out');
  expect(await json(await ada.get('/me'))).toMatchObject({ worker: { name: 'Ada' } });
});
