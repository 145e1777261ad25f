import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { structureRules } from '../../dialogs/inspect';
import { REQUIRED_PHRASES } from '../../dialogs/required';
import { COMMAND_RULES } from '../../tools/check/commands';
import { checkContent } from '../../tools/check/content';
import { DATE_RULES } from '../../tools/check/dates';
import { FLOW_RULES } from '../../tools/check/flows';
import { OWN_WORDS_RULE } from '../../tools/check/own-words';
import { PLAIN_RULES } from '../../tools/check/plain';
import { PRIVATE_RULE } from '../../tools/check/private';
import { SAFETY_RULES } from '../../tools/check/safety';
import { SEGMENTS_RULE } from '../../tools/check/segments';
import { OUTDATED_RULE } from '../../tools/check/translations';
import { copySmallContent } from '../small-content';

const ROOT = join(__dirname, '..', '..');
/** What was checked on some day is old on another. */
const TODAY = '2026-11-26';
const FIXTURES = join(ROOT, 'test', 'fixtures', 'content-faults');
const fixtures = readdirSync(FIXTURES).filter((name) => name !== '_good');
const rules = [
  'form',
  ...structureRules.map(({ name }) => name),
  ...PLAIN_RULES,
  ...FLOW_RULES,
  PRIVATE_RULE,
  ...DATE_RULES,
  ...COMMAND_RULES,
  ...SAFETY_RULES,
  OWN_WORDS_RULE,
  SEGMENTS_RULE,
  'translation',
  OUTDATED_RULE,
];

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'natter-check-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/**
 * Puts a content folder together: small sound content, the words of the pages as they are shipped, and what the fixture
 * changes. `removed.txt` lists files to leave out; `<file>.top` is put before that file's text.
 */
function compose(fixture?: string): void {
  copySmallContent(dir);
  if (fixture === undefined) return;
  cpSync(join(FIXTURES, fixture), dir, { recursive: true });
  for (const top of readdirSync(join(dir, 'en')).filter((name) => name.endsWith('.top'))) {
    const file = join(dir, 'en', top.replace(/\.top$/, ''));
    writeFileSync(file, readFileSync(join(dir, 'en', top), 'utf8') + readFileSync(file, 'utf8'));
  }
  const removed = join(dir, 'removed.txt');
  if (existsSync(removed)) for (const name of readFileSync(removed, 'utf8').trim().split('\n')) rmSync(join(dir, name));
}

/** What is found, as expected.txt has it: one `file:line: rule` on a line, and warnings last. */
function found(): string {
  const { faults, warnings } = checkContent(dir, TODAY);
  return [...faults, ...warnings].map(({ file, line, rule }) => `${relative(dir, file)}:${line}: ${rule}\n`).join('');
}

/** The command as it is run, without npm around it. */
function run(args: string[], input = '') {
  const node = process.execPath;
  return spawnSync(node, ['-r', 'ts-node/register', 'tools/check.ts', ...args], { cwd: ROOT, input, encoding: 'utf8' });
}

describe('faults in content', () => {
  test('small sound content has none', () => {
    compose();
    expect(found()).toBe('');
  });

  // A fixture is named after its rule, and `--` what is special about it; in `sound--` ones nothing may be found.
  test.each(fixtures)('%s', (fixture) => {
    compose(fixture);
    expect(found()).toBe(readFileSync(join(FIXTURES, fixture, 'expected.txt'), 'utf8'));
  });

  test('every rule has a fixture, and every fixture a rule', () => {
    const named = new Set(fixtures.map((name) => name.split('--')[0]));
    expect([...named].sort()).toEqual([...rules, 'sound'].sort());
  });

  test('every fault says how it is put right', () => {
    compose('label-long');
    const [fault] = checkContent(dir, TODAY).faults;
    expect(fault?.what).toBe('"Just over twenty here" has 21 characters; WhatsApp shows 20 among 2');
    expect(fault?.mend).toBe('say it shorter');
  });

  test('the content that is shipped has none', () => {
    const { faults } = checkContent(join(ROOT, 'content'), TODAY);
    expect(faults.map(({ file, line, what, mend }) => `${relative(ROOT, file)}:${line}: ${what}: ${mend}`)).toEqual([]);
  });
});

describe('npm run check', () => {
  test('prints faults by file and line, closes with counts, and ends with 1', () => {
    compose('link');
    const { stdout, status } = run(['--content', dir, '--today', TODAY]);
    const [fault, closing, ...rest] = stdout.trim().split('\n');
    expect(fault).toMatch(/en\/flows\/money\.md:17: money\.md has no step "more": lead to one of: #start #bills$/);
    expect(closing).toMatch(/^1 fault in \d+ files, 25 steps and \d+ messages$/);
    expect(rest).toEqual([]);
    expect(status).toBe(1);
  });

  test('warns of what costs much as a text message, with how much, and ends with 0', () => {
    compose('segments--choices');
    const { stdout, status } = run(['--content', dir, '--today', TODAY]);
    const [warning, closing, ...rest] = stdout.trim().split('\n');
    expect(warning).toMatch(
      /en\/flows\/money\.md:8: warning: "Money can be hard\. .*" takes 3 segments as a text message: say it in 2, /,
    );
    expect(closing).toMatch(/^0 faults in /);
    expect(rest).toEqual([]);
    expect(status).toBe(0);
  });

  test('ends with 0 when all is well', () => {
    compose();
    const { stdout, status } = run(['--content', dir, '--today', TODAY]);
    expect(stdout).toMatch(/^0 faults in /);
    expect(status).toBe(0);
  });

  test('reads prose line by line', () => {
    compose();
    const { stdout, status } = run(['--content', dir, '--text'], 'We will make a referral.\n\nAll good.\n');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { faults: [{ rule: 'jargon', words: 'make a referral', instead: 'asking someone to help' }] },
      { faults: [] },
      { faults: [] },
    ]);
    expect(status).toBe(0);
  });

  test('a folder without content is told, not thrown', () => {
    const { stdout, status } = run(['--content', join(dir, 'nowhere')]);
    expect(stdout).toMatch(/nowhere\/helplines\.yaml:1: this file is missing/);
    expect(status).toBe(1);
  });
});

test('phrases the code says by name are all required', () => {
  const sources = ['dialogs', 'bots'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(ROOT, room, name), 'utf8')),
  );
  const calls = sources.flatMap((source) => source.match(/\b(?:phrase|phraseTexts)\([^;]*?\)/g) ?? []);
  const named = calls.flatMap((call) => [...call.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map(([, id]) => id ?? ''));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((id) => !(id in REQUIRED_PHRASES))).toEqual([]);
});
