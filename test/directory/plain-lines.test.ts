import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spoken } from '../../bots/listing-words';
import { readService } from '../../directory/feeds/service';
import { createSorter } from '../../directory/sorting';
import type { Listing } from '../../directory/types';
import { readingGrade } from '../../tools/check/grade';
import { makeServices } from '../../tools/make-directory/services';
import { talk } from '../bots/world';
import { listing } from './listing';

const NOW = Date.parse('2026-11-26T10:00:00Z');
const TODAY = '2026-11-26';
const sort = createSorter(talk.near.words);
const OFFICERS = readFileSync(join(__dirname, '../fixtures/directory/officer.txt'), 'utf8').split(/^===$/m);

const shown = (one: Listing) => {
  const { name, ...words } = spoken(talk, one, NOW);
  return Object.values(words).filter(Boolean).join(' ');
};
const average = (grades: number[]) => grades.reduce((sum, grade) => sum + grade, 0) / grades.length;
const grades = (texts: string[]) => texts.flatMap((text) => readingGrade(text) ?? []);

const made = makeServices(300, 9).flatMap((service) => {
  const { listing, terms } = readService(service, 'made', TODAY);
  return listing ? [sort(listing, terms)] : [];
});

test('what is shown of listings can be read with six years of school', () => {
  expect(made.length).toBeGreaterThan(250);
  expect(average(grades(made.map(shown)))).toBeLessThan(6);
});

test('what is shown of a listing is short', () => {
  const longest = made.map(shown).sort((a, b) => b.length - a.length)[0] ?? '';
  expect(longest.length).toBeLessThan(600);
});

describe("an officer's description", () => {
  const texts = OFFICERS.map((text) => text.trim());
  const lines = texts.map((what) => shown(listing('It', { what })));

  test('there are ten', () => expect(texts).toHaveLength(10));

  test.each(texts.map((text, n) => [text.slice(0, 40), n]))(
    '"%s..." is said in at most one of its sentences, or not at all',
    (_, n) => {
      const [said = ''] = (lines[n as number] ?? '').split(' A worker here');
      expect(said.split(/(?<=[.!?]) (?=\p{Lu})/u).length).toBeLessThanOrEqual(1);
      expect(said.split(' ').length).toBeLessThanOrEqual(22);
    },
  );

  test('is not left unsaid but where none of its first sentences can be read', () => {
    const unsaid = lines.filter((line) => line.startsWith('A worker here'));
    expect(unsaid.length).toBeLessThanOrEqual(2);
  });

  test('is easier to read than what the officer wrote', () => {
    expect(average(grades(lines))).toBeLessThan(average(grades(texts)) - 3);
  });
});

test('no place, street or postcode is in what is shown of a refuge', () => {
  const secret = made.filter((one) => one.secret);
  expect(secret.length).toBeGreaterThan(0);
  for (const one of secret) expect(shown(one)).not.toMatch(/\bAt |Go to|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/);
});
