import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import pino from 'pino';
import { stringify } from 'yaml';
import { createApp } from '../../../app';
import { readConfig } from '../../../config';
import { readContent } from '../../../read-content';
import { checkContent } from '../../../tools/check/content';
import { bankHolidays } from '../../../tools/new-place/bank-holidays';

const ROOT = join(__dirname, '..', '..', '..');
/** What was checked on some day is old on another; what is new was checked on the day it was made. */
const TODAY = '2026-11-26';
const ANSWERS = {
  id: 'north-lea',
  name: "St. Anne's: Families & Friends",
  town: 'North Lea',
  nation: 'England',
  team: 'the Early Help Team',
  childphone: '01632 960100',
  hours: 'mon-fri 9-5, wed 9-7',
  outcodes: 'zz8, ZZ9',
  directory: 'https://directory.example.org/api/services/',
};

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'natter-new-place-'));
  cpSync(readConfig({}).contentDir, join(dir, 'content'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const content = () => join(dir, 'content');
const fileOf = (id: string, name: string) => join(content(), 'places', id, name);

/** The command as it is run, without npm around it. */
function run(args: string[] = [], input = '') {
  const env = { ...process.env, CONTENT_DIR: content() };
  const tool = [process.execPath, '-r', 'ts-node/register', 'tools/new-place.ts', ...args] as const;
  return spawnSync(tool[0], tool.slice(1), { cwd: ROOT, input, env, encoding: 'utf8' });
}

function runWith(answers: Record<string, string | string[]>) {
  const file = join(dir, 'answers.yaml');
  writeFileSync(file, stringify(answers));
  return run(['--answers', file]);
}

describe('npm run new-place', () => {
  test('asks one thing after the other, each with an example and the reason, and writes what was answered', () => {
    const { stdout, status } = run([], `${Object.values(ANSWERS).join('\n')}\n`);
    expect(status).toBe(0);
    expect(stdout).toContain(
      '5 of 9: What is the team of workers called?\n  For example: Families Team\n  It is read after "in the"',
    );
    expect(stdout).toContain('I read that as: Monday to Tuesday 9am to 5pm; Wednesday 9am to 7pm; Thursday');
    expect(stdout).toContain('PLACE=north-lea npm run chat');
    const { content: read, faults } = readContent(content(), 'north-lea');
    expect(faults).toEqual([]);
    const year = new Date().getFullYear();
    expect(read?.place).toMatchObject({
      id: 'north-lea',
      name: 'North Lea',
      nation: 'england',
      values: { place: ANSWERS.name, town: 'North Lea', childphone: '01632 960100' },
      teams: [{ id: 'early-help-team', name: 'Early Help Team', young: true }],
      hours: { mon: ['09:00-17:00'], wed: ['09:00-19:00'], sun: [] },
      holidays: [year, year + 1].flatMap((each) => bankHolidays('england', each).map(({ date }) => date)),
      outcodes: ['ZZ8', 'ZZ9'],
      feeds: [{ id: 'directory', url: 'https://directory.example.org/api', every: 24 }],
      help: [],
    });
    expect(read?.libraries.en?.values.team).toBe('Early Help Team');
  });

  test('says kindly what is wrong with an answer, and asks again', () => {
    const lines = [
      ...['North Lea', 'example', 'north-lea', '', ANSWERS.name, ANSWERS.town, 'Yorkshire', 'england', 'Families Team'],
      ...['999', '01632 960100', 'most days', 'mon 9-5', 'ZZ9 9ZZ', 'ZZ9', 'www.example.org', 'none'],
    ];
    const { stdout, status } = run([], lines.join('\n'));
    expect(status).toBe(0);
    for (const said of [
      'Use small letters, digits and dashes only',
      'There is a place "example" already',
      'I need a name with letters in it.',
      'Answer England, Wales, Scotland or Northern Ireland.',
      'That is no whole phone number.',
      'I do not know which days "most days" is about.',
      '"9ZZ" is no outcode.',
      'That is no web address.',
    ])
      expect(stdout).toContain(said);
    expect(readFileSync(fileOf('north-lea', 'place.yaml'), 'utf8')).not.toContain('feeds');
  });

  test('writes nothing when the answers end too early', () => {
    const { stderr, status } = run([], 'north-lea\nSomebody\n');
    expect(stderr).toContain('The answers end before "Which town or area is it for?" Nothing was written.');
    expect(status).toBe(1);
    expect(readContent(content(), 'north-lea').content).toBeNull();
  });

  test('never changes a place that is there', () => {
    const before = readFileSync(fileOf('example', 'place.yaml'), 'utf8');
    const { stderr, status } = runWith({ ...ANSWERS, id: 'example' });
    expect(stderr).toContain('There is a place "example" already, and it stays as it is.');
    expect(status).toBe(1);
    expect(readFileSync(fileOf('example', 'place.yaml'), 'utf8')).toBe(before);
  });

  test('names all that is wrong with answers from a file', () => {
    const { team: _, ...others } = ANSWERS;
    const { stderr, status } = runWith({ ...others, nation: 'Narnia', colour: 'blue' });
    expect(stderr).toMatch(/^ {2}colour: nobody asks this\./m);
    expect(stderr).toMatch(/^ {2}nation: Answer England, /m);
    expect(stderr).toMatch(/^ {2}team: I need a name/m);
    expect(status).toBe(1);
  });
});

describe('what it makes', () => {
  test('passes npm run check, with its examples of help too', () => {
    runWith(ANSWERS);
    rmSync(join(content(), 'places', 'example'), { recursive: true });
    const file = fileOf('north-lea', 'help.yaml');
    const [notes = '', examples = ''] = readFileSync(file, 'utf8').split(/(?=^# - id: warm-room)/m);
    writeFileSync(file, notes + examples.replace(/^# ?/gm, '').replace('[]\n', ''));
    const { content: read } = readContent(content(), 'north-lea');
    expect(read?.place.help.map(({ id }) => id)).toEqual(['warm-room', 'money-help']);
    const { faults } = checkContent(content(), TODAY);
    expect(faults.map(({ file, line, what }) => `${relative(content(), file)}:${line}: ${what}`)).toEqual([]);
  });

  // Which lines there are differs by nation, and Natter does not start where a flow asks for one that is not there.
  test.each(['England', 'Wales', 'Scotland', 'Northern Ireland'])(
    'is what Natter starts with in %s',
    async (nation) => {
      expect(runWith({ ...ANSWERS, nation, outcodes: ['ZZ8', 'ZZ9'], directory: 'none' }).status).toBe(0);
      const settings = { NODE_ENV: 'test', PLACE: 'north-lea', CONTENT_DIR: content(), DATA_DIR: join(dir, 'data') };
      const app = await createApp(readConfig(settings), pino({ level: 'silent' }));
      await app.start();
      await app.close();
    },
  );
});
