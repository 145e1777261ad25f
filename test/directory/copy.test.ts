import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copies, listingsIn, type Report } from '../../directory/copy';
import { listing } from './listing';

const REPORT: Report = {
  copied: 1,
  tried: 1,
  services: 0,
  listings: 0,
  kept: 0,
  shrunk: 9,
  shallow: ['a'],
  faults: [],
};

describe('kept on disk', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'natter-copies-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  test('listings come back as they were', async () => {
    const kept = copies(dir, 'example');
    const one = listing('One', { what: 'Two\nlines, and a "quote".' });
    await kept.write('feed', new Map([[one.id, JSON.stringify(one)]]));
    const read = [];
    for await (const { listing } of listingsIn(kept.file('feed'))) read.push(listing);
    expect(read).toEqual([one]);
  });

  test('a line that was cut off is left out, and the rest is read', async () => {
    const kept = copies(dir, 'example');
    const one = JSON.stringify(listing('One'));
    await kept.write('feed', new Map([['test:One', one]]));
    writeFileSync(kept.file('feed'), `${one}\n${one.slice(0, 40)}`);
    expect([...(await kept.read('feed')).keys()]).toEqual(['test:One']);
  });

  test('where there is no copy there are no listings and no report', async () => {
    const kept = copies(dir, 'example');
    expect((await kept.read('feed')).size).toBe(0);
    expect(kept.report('feed')).toBeNull();
  });
  test('what writings that broke off left behind is removed, unless somebody may still be at it', async () => {
    const kept = copies(dir, 'example');
    await kept.write('feed', new Map());
    const leave = (name: string, hoursAgo: number) => {
      writeFileSync(join(dir, 'directory', name), 'half of');
      const at = Date.now() / 1000 - hoursAgo * 3600;
      utimesSync(join(dir, 'directory', name), at, at);
    };
    leave('example.feed.ndjson.old', 2);
    leave('example.feed.ndjson.young', 0.5);
    leave('example.feed.report.json.old', 2);
    leave('example.other.ndjson.old', 2);
    await kept.write('feed', new Map());
    kept.tell('feed', REPORT);
    expect(readdirSync(join(dir, 'directory')).sort()).toEqual([
      'example.feed.ndjson',
      'example.feed.ndjson.young',
      'example.feed.report.json',
      'example.other.ndjson.old',
    ]);
  });

  test('two that write at once do not write into each other', async () => {
    const kept = copies(dir, 'example');
    const lines = (name: string) => {
      const many = Array.from({ length: 2_000 }, (_, n) => listing(`${name} ${n}`));
      return new Map(many.map((each) => [each.id, JSON.stringify(each)]));
    };
    const [one, two] = [lines('One'), lines('Two')];
    await Promise.all([kept.write('feed', one), kept.write('feed', two)]);
    expect([[...one.keys()], [...two.keys()]]).toContainEqual([...(await kept.read('feed')).keys()]);
  });

  test('a report of an older Natter can be read', () => {
    const kept = copies(dir, 'example');
    kept.tell('feed', REPORT);
    const { shrunk, shallow, ...older } = REPORT;
    writeFileSync(join(dir, 'directory', 'example.feed.report.json'), JSON.stringify(older));
    expect(kept.report('feed')).toEqual({ ...older, shrunk: null, shallow: [] });
  });
});
