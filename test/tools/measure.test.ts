import { confusionAsMarkdown, figuresAsMarkdown } from '../../tools/measure/report';

const rowOf = (table: string, name: string) => table.split('\n').find((line) => line.startsWith(`| ${name} |`));

test('shares are told in percent, none and all of them too, and messages as a number', () => {
  const rows = { abuse: { messages: 50, now: 0, seen: 1, due: 0.9094 }, one: { messages: 1, now: 1, seen: 0, due: 0 } };
  const table = figuresAsMarkdown([{ title: 'Danger', rows, missed: [] }]);
  expect(rowOf(table, 'abuse')).toBe('| abuse | 50 | 0% | 100% | 90.9% |');
  expect(rowOf(table, 'one')).toBe('| one | 1 | 100% | 0% | 0% |');
});

test('what was taken for something else is counted', () => {
  const row = rowOf(confusionAsMarkdown(new Map([['money housing', 1]])), 'money');
  expect(row?.replace(/[| ]/g, '')).toBe('money1');
});
