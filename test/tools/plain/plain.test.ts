import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../../../read-content';
import { isTooHard } from '../../../tools/check/grade';
import { isWarning, plainFaults } from '../../../tools/check/plain';

/** Sentences by somebody who has not seen the rules, a line each, what they are about before a tab. */
const lines = (name: string) =>
  readFileSync(join(__dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map((parts) => ({ about: parts.length > 1 ? (parts[0] ?? '') : '', text: parts.at(-1) ?? '' }));

const { content } = readContent(join(__dirname, '../../../content'), 'example');
const words = content?.words.en;
if (!words) throw new Error('The words cannot be read.');
const faults = (text: string) => plainFaults(text, words, isTooHard).filter((fault) => !isWarning(fault));
const missed = (list: ReturnType<typeof lines>) => list.filter(({ text }) => faults(text).length === 0);

test('of what officials write, at least 95 in a hundred are stopped', () => {
  const all = lines('jargon.txt');
  expect(all.length).toBeGreaterThan(200);
  expect(1 - missed(all).length / all.length).toBeGreaterThanOrEqual(0.95);
});

test('of what blames people, or promises what nobody can keep, at least 80 in a hundred are stopped', () => {
  const all = lines('unkind.txt');
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(1 - missed(all).length / all.length).toBeGreaterThanOrEqual(0.8);
});

test('of plain sentences with words that are jargon elsewhere, none is stopped', () => {
  const all = lines('look-alikes.txt');
  expect(all.length).toBeGreaterThanOrEqual(80);
  expect(all.map(({ text }) => ({ text, faults: faults(text) })).filter((each) => each.faults.length > 0)).toEqual([]);
});

describe('who does it', () => {
  test.each([
    ['You will be contacted within five days.', 'be contacted'],
    ['A decision has been made.', 'been made'],
    ['Your form is being looked at.', 'being looked'],
    ['It is then decided by the team.', 'is then decided by'],
  ])('is asked of "%s"', (text, passive) => {
    expect(faults(text)).toContainEqual(expect.objectContaining({ rule: 'passive', words: passive }));
  });

  test.each([
    'You may be tired, or worried about money.',
    'It is open until six.',
    'We are based in town.',
    'The hall is closed by nine.',
    'I have been scared of him.',
  ])('is not asked of "%s"', (text) => {
    expect(faults(text).filter(({ rule }) => rule === 'passive')).toEqual([]);
  });
});
