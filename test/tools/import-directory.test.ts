import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const CSV = join(ROOT, 'test', 'fixtures', 'directory', 'ohana-csv');

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'natter-import-tool-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

function run(...args: string[]) {
  const command = [
    '--disable-warning=ExperimentalWarning',
    '-r',
    'ts-node/register',
    'tools/import-directory.ts',
    ...args,
  ];
  const env = { PATH: process.env.PATH, DATA_DIR: dir };
  return spawnSync(process.execPath, command, { cwd: ROOT, env, encoding: 'utf8' });
}

test('a folder of CSV files is read, and what could not be read is told by how often', () => {
  const { stdout, status } = run('--place', 'example', '--folder', CSV, '--name', 'ohana');
  expect(stdout).toMatch(/^ohana: 23 services came, 23 listings are in the copy\.\n {2}The copy is of \d{4}-/);
  expect(stdout).toMatch(/\n {2}\d+ faults/);
  expect(status).toBe(0);
});

test('a folder with nothing in it ends with 1 and takes nothing away', () => {
  const { stdout, status } = run('--folder', join(dir, 'directory'), '--name', 'ohana');
  expect(stdout).toContain('ohana: 0 services came, 23 listings are in the copy, 23 of them kept from before.');
  expect(status).toBe(1);
});

test('the report tells what people said is not right', () => {
  const { stdout, status } = run('--report');
  expect(stdout).toContain('What people said is not right, in the last half year:\n  nothing');
  expect(status).toBe(0);
});
