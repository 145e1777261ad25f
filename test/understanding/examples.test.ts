import { dangerLine, plainLine, readSet, topicLine } from '../../tools/measure/sets';
import { DANGERS } from '../../understanding/types';
import { words } from './english';

const { safety, topics, smallTalk } = words;
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const of = (due: 'now' | 'check' | 'none') => DANGERS.flatMap((kind) => safety.examples[kind]?.[due] ?? []);
const danger = [...of('now'), ...of('check')].map(plain);
const harmless = [...of('none'), ...safety.safe, ...smallTalk].map(plain);

test.each(DANGERS)('there are examples of %s for all that may be due', (kind) => {
  expect(safety.examples[kind]?.now.length).toBeGreaterThanOrEqual(500);
  expect(safety.examples[kind]?.check.length).toBeGreaterThanOrEqual(100);
  expect(safety.examples[kind]?.none.length).toBeGreaterThanOrEqual(100);
});

test('nothing is an example both of danger and of none', () => {
  const harm = new Set(danger);
  expect(harmless.filter((text) => text !== '' && harm.has(text))).toEqual([]);
});

/** Very short messages, such as "hello", cannot but meet. */
test('nothing that is measured by is learnt from', () => {
  const learnt = new Set([...danger, ...harmless, ...topics.flatMap(({ examples }) => examples.map(plain))]);
  const sets = ['development', 'kept-aside'].flatMap((set) => [
    ...readSet(`topics-${set}`, topicLine),
    ...readSet(`danger-${set}`, dangerLine),
    ...readSet(`distressed-but-safe-${set}`, plainLine),
    ...readSet(`idioms-${set}`, plainLine),
  ]);
  const met = sets.map(({ text }) => plain(text)).filter((text) => text.split(' ').length > 4 && learnt.has(text));
  expect(met).toEqual([]);
});
