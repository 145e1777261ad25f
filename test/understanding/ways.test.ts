import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../../read-content';
import { createUnderstanding } from '../../understanding';

/** Messages by somebody who has not seen the patterns, each after the flow it asks for; `none`: for none of them. */
const messages = readFileSync(join(__dirname, 'sets', 'ways.txt'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('\t'))
  .map(([way = '', text = '']) => ({ way, text }));
const { content } = readContent('content', 'example');
const words = content?.understanding.en;
if (!words) throw new Error('no words');
const understanding = createUnderstanding(words);
const heard = async (text: string) => (await understanding.read(text)).ways ?? [];

test('what people come for that is no topic is heard in their own words', async () => {
  const asking = messages.filter(({ way }) => way !== 'none');
  const right = await Promise.all(asking.map(async ({ way, text }) => (await heard(text))[0] === way));
  expect(asking).toHaveLength(120);
  expect(right.filter(Boolean).length / asking.length).toBeGreaterThanOrEqual(0.55);
});

test('of ordinary messages with the same words, no more than two in a hundred ask for any of it', async () => {
  const ordinary = messages.filter(({ way }) => way === 'none');
  const wrong = await Promise.all(ordinary.map(async ({ text }) => (await heard(text)).length > 0));
  expect(ordinary).toHaveLength(80);
  expect(wrong.filter(Boolean).length / ordinary.length).toBeLessThanOrEqual(0.02);
});

test('where a topic is certain, what is only heard alone is not', async () => {
  expect(await heard('i dont know where to start')).toEqual(['lost']);
  expect(await heard('i dont know where to start, debt and rent arrears and bailiffs, bills i cant pay')).toEqual([]);
});
