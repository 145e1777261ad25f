import { createTextIndex } from '../../directory/text-index';
import { createVocabulary } from '../../directory/vocabulary';
import { listing } from './listing';

const knowing = (...words: string[]) => {
  const vocabulary = createVocabulary();
  for (const word of words) vocabulary.add(word);
  return vocabulary;
};
const madeUp = (count: number) => Array.from({ length: count }, (_, n) => `zqx${n}jkw`);
const long = 'a'.repeat(41);

test('a word that listings have is meant itself, another the words that begin with it or are spelt like it', () => {
  const { meant } = knowing('choir', 'library', 'libraries');
  expect(meant(['choir', 'libra', 'chor', 'art'])).toEqual(['choir', 'library', 'libraries', 'choir', 'art']);
});

test('only the first 20 words are looked at', () => {
  const words = Array.from({ length: 7_600 }, (_, n) => `word${n}`);
  expect(knowing(...words).meant(words)).toEqual(words.slice(0, 20));
});

test('a word longer than 40 letters is not looked at, and counts for none', () => {
  expect(knowing(long, 'choir').meant([long, `${long}b`, 'choir'])).toEqual(['choir']);
  expect(knowing('choir').meant([...Array.from({ length: 30 }, () => long), 'choir'])).toEqual(['choir']);
});

test('what is spelt like a word is looked for eight times, what begins with it and what is known always', () => {
  const { meant } = knowing('choir', 'library');
  expect(meant([...madeUp(7), 'chor'])).toEqual(['choir']);
  expect(meant([...madeUp(8), 'chor', 'libra', 'choir'])).toEqual(['library', 'choir']);
});

test('a search reads the first 20 telling words of what somebody wrote', () => {
  const index = createTextIndex({ same: [], days: {} as never });
  index.add(listing('Choir'));
  expect(index.scores(`${madeUp(19).join(' ')} the of and choir`).has(0)).toBe(true);
  expect(index.scores(`${madeUp(20).join(' ')} choir`).has(0)).toBe(false);
});
