import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { arrive } from '../tools/faults/direct-line';
import { type ServerProcess, startServer } from '../tools/faults/process';
import { inFiles, Loose, piecesOf } from './canary/loose';

jest.setTimeout(90_000);

let dir: string;
let server: ServerProcess;
let loose: Loose;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'natter-canary-'));
  server = await startServer({ DATA_DIR: dir, LOG_LEVEL: 'debug' });
  loose = new Loose(server);
});
afterEach(async () => {
  await server?.kill();
  rmSync(dir, { recursive: true, force: true });
});

const files = () => readdirSync(dir).map((name) => ({ name, bytes: readFileSync(join(dir, name)) }));

/** Everything that is kept, sealed, of a conversation. */
function sealedTexts(conversation: string): string[] {
  const db = new DatabaseSync(join(dir, 'natter.db'), { readOnly: true });
  const of = (table: string, column: string) =>
    db.prepare(`SELECT body FROM ${table} WHERE ${column} = ?`).all(conversation);
  const bodies = [...of('transcript', 'conversation'), ...of('timer', 'conversation'), ...of('conversation', 'id')];
  db.close();
  return bodies.map(({ body }) => String(body));
}

test('what was said is in no log, no error and no file in clear; after a deletion not even sealed', async () => {
  const visitor = await arrive(server.url);
  await loose.talk(visitor);
  await loose.stumble(visitor);

  expect(loose.secrets.length).toBeGreaterThan(25);
  expect(loose.refusals.length).toBeGreaterThanOrEqual(15);
  expect(server.output()).toContain('signed in');
  expect(loose.foundIn(loose.refusals.join())).toEqual([]);
  expect(loose.foundIn(server.output())).toEqual([]);
  expect(inFiles(files(), [visitor.conversation])).not.toEqual([]);
  expect(inFiles(files(), loose.secrets)).toEqual([]);

  const pieces = piecesOf(sealedTexts(visitor.conversation));
  expect(pieces.length).toBeGreaterThan(100);
  expect(new Set(inFiles(files(), pieces)).size).toBeGreaterThanOrEqual(pieces.length);
  await loose.says(visitor, 'delete what I said');
  await loose.untilSeen(visitor, /deleted for good/);
  expect(inFiles(files(), pieces)).toEqual([]);
  expect(await server.stop()).toBe(0);
  expect(inFiles(files(), pieces)).toEqual([]);
  expect(inFiles(files(), loose.secrets)).toEqual([]);
});

test('with another master key it does not start, and says what to do', async () => {
  expect(await server.stop()).toBe(0);
  const production = { DATA_DIR: dir, NODE_ENV: 'production', PUBLIC_URL: 'https://natter.example' };
  const other = Buffer.alloc(32, 'another').toString('base64');
  await expect(startServer({ ...production, MASTER_KEY: other })).rejects.toThrow('MASTER_KEY_OLD');
  const kept = readFileSync(join(dir, 'master.key'), 'utf8').trim();
  server = await startServer({ ...production, MASTER_KEY: other, MASTER_KEY_OLD: kept });
});
