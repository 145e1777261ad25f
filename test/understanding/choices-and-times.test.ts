import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTime } from '../../understanding';
import { understanding } from './english';

interface Choice {
  options: string[];
  reply: string;
  choice: number | null;
}
interface Time {
  text: string;
  now: string;
  expect: { from: string; to: string | null } | null;
}

/** Replies as people write them, with what they mean: written by others than who wrote the code. */
function lines<T>(name: string): T[] {
  const text = readFileSync(join(__dirname, 'sets', `${name}.jsonl`), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** Shares that were reached, in percent: a change must not fall behind. */
const CHOICES = 100;
const TIMES = 100;

test(`at least ${CHOICES}% of replies to choices are understood`, () => {
  const all = lines<Choice>('choices-development');
  const wrong = all.filter(({ reply, options, choice }) => understanding.reply(reply, options).choice !== choice);
  if (100 * (1 - wrong.length / all.length) < CHOICES) expect(wrong).toEqual([]);
});

test(`at least ${TIMES}% of times are understood`, () => {
  const all = lines<Time>('times-development');
  const wrong = all.flatMap((line) => {
    const read = readTime(line.text, line.now);
    return JSON.stringify(read) === JSON.stringify(line.expect) ? [] : [{ ...line, read }];
  });
  if (100 * (1 - wrong.length / all.length) < TIMES) expect(wrong).toEqual([]);
});
