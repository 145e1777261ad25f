import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copies } from '../../directory/copy';
import type { Place } from '../../directory/place';
import { type OpenedDirectory, openDirectory } from '../../open-directory';
import { readContent } from '../../read-content';
import { serveFeed } from '../../tools/make-directory/feed';
import { makeServices } from '../../tools/make-directory/services';
import { listing, query } from './listing';

const { content } = readContent(join(__dirname, '../../content'), 'example');
const words = content?.directory.en;
if (!content || !words) throw new Error('no content');
const { place, outcodes } = content;

const ZITHER = query({ words: 'zither' });

let dir = '';
let opened: OpenedDirectory;
const told: string[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'natter-open-directory-'));
  told.splice(0);
});
afterEach(async () => {
  await opened.close();
  rmSync(dir, { recursive: true, force: true });
});

const open = (feeds: Place['feeds'] = [], now = Date.now) => {
  const tell = (what: string) => void told.push(what);
  opened = openDirectory({ place: { ...place, feeds }, words, outcodes, dataDir: dir, now, tell });
  return opened;
};
const names = async ({ directory }: OpenedDirectory, wanted = ZITHER) =>
  (await directory.find(wanted, 0, 3)).found.map(({ listing: { name } }) => name);
const written = (name: string) =>
  copies(dir, place.id).write(
    name,
    new Map([[`x:${name}`, JSON.stringify(listing(`Zither ${name}`, { id: `x:${name}` }))]]),
  );

test('what is listed by hand is searched while there is nothing else', async () => {
  await open().ready;
  expect(await names(opened, { ...ZITHER, topic: 'food', words: '' })).toContain('Hazel Pantry');
  expect(await names(opened)).toEqual([]);
});

test('copies there are at the start are searched, beside what is listed by hand', async () => {
  await written('one');
  await open().ready;
  expect(await names(opened)).toEqual(['Zither one']);
  expect(await names(opened, { ...ZITHER, topic: 'food', words: '' })).toContain('Hazel Pantry');
});

test('a copy that somebody imports meanwhile is found at the next look, and loaded once however often it is looked', async () => {
  await written('one');
  await open().ready;
  await written('two');
  await Promise.all([opened.refresh(), opened.refresh()]);
  expect((await names(opened)).sort()).toEqual(['Zither one', 'Zither two']);
  expect(told.filter((what) => what === 'loaded')).toHaveLength(2);
});

test('a line of another version is left out, and the rest is searched', async () => {
  await written('one');
  writeFileSync(join(dir, 'directory', `${place.id}.old.ndjson`), '{"id":"y:1","name":"Zither of old"}\n');
  await open().ready;
  expect(await names(opened)).toEqual(['Zither one']);
});

test('copies that cannot be read are told of, and what is listed by hand is still searched', async () => {
  mkdirSync(join(dir, 'directory', `${place.id}.broken.ndjson`), { recursive: true });
  await open().ready;
  expect(told.some((what) => what === 'load-failed' || what === 'thread-ended')).toBe(true);
  expect(await names(opened, { ...ZITHER, topic: 'food', words: '' })).toContain('Hazel Pantry');
});

test('closing while it starts leaves nothing running', async () => {
  await written('one');
  const starting = open();
  await starting.close();
  await starting.ready;
  expect(told).toEqual([]);
});

describe('feeds', () => {
  const server = createServer((request, response) => answer(request, response));
  let answer = serveFeed(makeServices(4, 5));
  const feedAt = () => [
    { id: 'council', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, every: 24 },
  ];
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  test('are read when it is time, and not again before', async () => {
    let now = Date.now();
    open(feedAt(), () => now);
    await opened.refresh();
    await opened.refresh();
    now += 25 * 3_600_000;
    expect(told).toEqual(['imported', 'loaded']);
    await opened.refresh();
    expect(told.filter((what) => what === 'imported')).toHaveLength(2);
  });

  test('that bring nothing are told of, left alone for an hour, and tried again', async () => {
    let now = Date.now();
    const before = answer;
    answer = serveFeed([]);
    open(feedAt(), () => now);
    await opened.refresh();
    await opened.refresh();
    expect(told).toEqual(['import-failed']);
    answer = before;
    now += 3_700_000;
    await opened.refresh();
    expect(told).toEqual(['import-failed', 'imported', 'loaded']);
  });

  test('that cannot be kept take nothing down', async () => {
    writeFileSync(join(dir, 'directory'), 'This is no folder.');
    open(feedAt());
    await opened.refresh();
    expect(told).toEqual(expect.arrayContaining(['load-failed', 'import-failed']));
    expect(await names(opened, { ...ZITHER, topic: 'food', words: '' })).toContain('Hazel Pantry');
  });
});
