import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config';
import { opening } from '../handoff/hours';
import { languagesIn, placesIn, readContent } from '../read-content';
import { talkOf } from '../talk-from-content';
import { copySmallContent } from './small-content';

const { contentDir, place } = readConfig({});
const FIXTURES = join(__dirname, 'fixtures', 'content-faults');

describe('the content that is shipped', () => {
  const { content, faults, files, lineOf } = readContent(contentDir, place);

  test('is read without a fault', () => {
    expect(faults).toEqual([]);
    expect(languagesIn(contentDir)).toEqual(['en']);
    expect(placesIn(contentDir)).toContain(place);
  });

  test('is all that the bot talks from', () => {
    if (!content) throw new Error('no content');
    const talk = talkOf(content, 'en');
    expect(Object.keys(talk.library.flows)).toEqual(expect.arrayContaining(['start', 'menu', 'safety', 'money']));
    expect(talk.library.values.place).toBe(talk.place.values.place);
    expect(talk.library.values.team).toBe('Families Team');
    expect(talk.helplines.slice(0, 2)).toEqual(talk.place.helplines);
    expect(talk.edits['leave-out']).toContain('leave out {n}');
    expect(talk.helplines.find(({ id }) => id === 'samaritans')?.how).toContain('116 123');
    expect(content.commands.en?.person).toContain('talk to a person');
    expect(content.words.en?.jargon.find(({ words }) => words.includes('referral'))?.letters).toBe(false);
    expect(content.words.en?.jargon.find(({ words }) => words.includes('SEND'))?.letters).toBe(true);
  });

  test('has hours and holidays the desk can go by', () => {
    if (!content) throw new Error('no content');
    expect(opening(content.place, Date.parse('2026-06-16T09:00:00Z'))).toEqual({ open: true, closes: '5pm' });
    expect(opening(content.place, Date.parse('2026-12-25T10:00:00Z')).open).toBe(false);
  });

  test('tells where each thing stands', () => {
    const file = join(contentDir, 'places', place, 'place.yaml');
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(files).toContain(file);
    expect(lines[lineOf(file, ['teams', 0, 'name']) - 1]).toContain(content?.place.teams[0]?.name);
    const help = join(contentDir, 'places', place, 'help.yaml');
    expect(readFileSync(help, 'utf8').split('\n')[lineOf(help, [1, 'next']) - 1]).toContain(
      content?.place.help[1]?.next,
    );
  });
});

describe('a content folder', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'natter-content-'));
    copySmallContent(dir);
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  test("a place's own flow goes over the shared one, step by step", () => {
    cpSync(join(FIXTURES, 'sound--place-replaces-a-step'), dir, { recursive: true });
    const { content, faults } = readContent(dir, 'example');
    expect(faults).toEqual([]);
    const steps = content?.libraries.en?.flows.money?.steps ?? [];
    expect(steps.map(({ id }) => id)).toEqual(['start', 'bills']);
    expect(steps.map(({ file }) => file)).toEqual([
      join(dir, 'en', 'flows', 'money.md'),
      join(dir, 'places', 'example', 'en', 'flows', 'money.md'),
    ]);
  });

  test('a place that is not there is told', () => {
    const { content, faults } = readContent(dir, 'nowhere');
    expect(content).toBeNull();
    expect(faults).toEqual([
      expect.objectContaining({
        file: join(dir, 'places', 'nowhere', 'place.yaml'),
        line: 1,
        what: 'this file is missing',
      }),
    ]);
  });

  test('nothing at all is told, not thrown', () => {
    const { content, faults } = readContent(join(dir, 'nowhere'), 'example');
    expect(content).toBeNull();
    expect(faults.map(({ file }) => file)).toContain(join(dir, 'nowhere', 'helplines.yaml'));
  });

  test('each language must have every file', () => {
    cpSync(join(dir, 'en', 'flows'), join(dir, 'cy', 'flows'), { recursive: true });
    const { content, faults } = readContent(dir, 'example');
    expect(content).toBeNull();
    expect(faults.map(({ file }) => file)).toContain(join(dir, 'cy', 'safety', 'slots.yaml'));
  });
});
