import type { Part } from '../../dialogs/standing';
import { accepted, told } from '../../tools/translate/report';

const part = (name: string, is: Part['is'], english: string, was: string | null): Part => ({
  name,
  is,
  file: 'content/cy/flows/money.md',
  line: 5,
  english,
  was,
});
const parts = [
  part('money#start', 'up to date', 'What is it?', 'What is it?'),
  part('money#bills', 'outdated', 'Bills are hard.\n\nYou can ask.', 'Bills are easy.\n\nYou can ask.'),
  part('money#food', 'missing', 'Food is near.', null),
];

test('tells how each part stands, what changed, and how many there are', () => {
  expect(told(parts)).toBe(
    [
      'up to date  money#start  content/cy/flows/money.md:5',
      'outdated    money#bills  content/cy/flows/money.md:5',
      '  - Bills are easy.',
      '  + Bills are hard.',
      'missing     money#food  content/cy/flows/money.md:5',
      '',
      '1 missing, 1 outdated, 1 up to date',
    ].join('\n'),
  );
});

test('what fits is noted with the English of today; the rest stays as it was', () => {
  expect(accepted(parts, ['money#start']).from).toEqual({
    'money#start': 'What is it?',
    'money#bills': 'Bills are easy.\n\nYou can ask.',
  });
  const { from, names } = accepted(parts, ['all']);
  expect(names).toEqual(['money#start', 'money#bills']);
  expect(from['money#bills']).toBe('Bills are hard.\n\nYou can ask.');
});

test('what is not translated cannot fit', () => {
  expect(() => accepted(parts, ['money#food', 'money#x'])).toThrow('Not translated: money#food, money#x.');
});
