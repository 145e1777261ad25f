import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearHelp } from '../../open-near-help';
import { openUnderstanding } from '../../open-understanding';
import { readContent } from '../../read-content';
import { query } from './listing';

const { content } = readContent(join(__dirname, '../../content'), 'example');
const words = content?.understanding.en;
if (!content || !words) throw new Error('no content');
const near = nearHelp(content, 'en');
const opened = openUnderstanding({
  words,
  files: [join(__dirname, '../../content/en/examples.learnt')],
  keepIn: null,
  vectors: true,
  tell: () => undefined,
});
afterAll(() => opened.close());

interface Question {
  ask: string;
  right: string[];
}

const questions = readFileSync(join(__dirname, '../fixtures/directory/questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Question);

/** The ids of the first three that are found, as somebody would see them who says it in their own words. */
async function found(ask: string): Promise<string[]> {
  const { topics } = await opened.understanding.read(ask);
  const { found } = await near.at(null).find(query({ ...near.wishes(ask), about: topics }), 0, 3);
  return found.map(({ listing }) => listing.id.replace('example:', ''));
}

test('of what people ask for in their own words, a right help is among the first three for nine of ten', async () => {
  await opened.ready;
  const missed: { ask: string; right: string[]; found: string[] }[] = [];
  for (const { ask, right } of questions) {
    const ids = await found(ask);
    if (!ids.some((id) => right.includes(id))) missed.push({ ask, right, found: ids });
  }
  expect(questions.length).toBeGreaterThan(100);
  // What was missed is part of what is compared, so that a failure shows it.
  const most = Math.floor(questions.length / 10);
  expect(missed.slice(most)).toEqual([]);
});
