import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { learntFiles, type Notice, openUnderstanding } from '../../open-understanding';
import { alarmFigures, dangerFigures, topicFigures } from '../../tools/measure/figures';
import { dangerLine, plainLine, readSet, topicLine } from '../../tools/measure/sets';
import { createUnderstanding, type UnderstandingWords } from '../../understanding';
import { createOpinions } from '../../understanding/learning/learnt';
import { digestOf, learnAll } from '../../understanding/learning/lessons';
import { decodeLearnt, encodeLearnt } from '../../understanding/learning/model-file';
import { createRepair } from '../../understanding/reading/repair';
import { TOPICS } from '../../understanding/types';
import { words } from './english';

const [shipped] = learntFiles({ contentDir: join(__dirname, '..', '..', 'content'), dataDir: '' }, 'en');
const bytes = readFileSync(shipped);
/** A fiftieth of the examples. */
const fewer = (all: string[]) => all.filter((_, i) => i % 50 === 0);
const little: UnderstandingWords = {
  ...words,
  topics: words.topics.map((topic) => ({ ...topic, examples: fewer(topic.examples) })),
  smallTalk: fewer(words.smallTalk),
  safety: {
    ...words.safety,
    examples: Object.fromEntries(
      Object.entries(words.safety.examples).map(([kind, { now, check, none }]) => [
        kind,
        { now: fewer(now), check: fewer(check), none: fewer(none) },
      ]),
    ),
    safe: fewer(words.safety.safe),
  },
};

test('what was learnt is of the examples as they are: else run `npm run learn`', () =>
  expect(decodeLearnt(bytes)?.examples).toBe(digestOf(words)));

test.each([...TOPICS])('there are 40 examples and more of %s, no two alike', (id) => {
  const examples = words.topics.find((topic) => topic.id === id)?.examples ?? [];
  expect(examples.length).toBeGreaterThanOrEqual(40);
  expect(new Set(examples.map((text) => text.toLowerCase())).size).toBe(examples.length);
});

test('the same examples teach the same, byte for byte, and what is kept reads the same', async () => {
  const once = encodeLearnt(learnAll(little, null, ''));
  expect(encodeLearnt(learnAll(little, null, '')).equals(once)).toBe(true);
  const again = decodeLearnt(once);
  expect(again && encodeLearnt(again).equals(once)).toBe(true);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['half of it', bytes.subarray(0, bytes.length / 2)],
  ['of another version', Buffer.from('{"version":0}\n')],
  ['something else', Buffer.from('version https://example.org\n')],
])('%s is not taken for what was learnt', (_, broken) => expect(decodeLearnt(broken)).toBeNull());

test('without sentence vectors it still hears most topics', async () => {
  const learnt = decodeLearnt(bytes);
  if (!learnt) throw new Error('not learnt');
  const { read } = createUnderstanding(words, createOpinions(learnt, createRepair(learnt.words), null));
  const { row } = await topicFigures(read, readSet('topics-development', topicLine));
  expect(row['top-3']).toBeGreaterThan(0.8);
});

describe('in a thread of its own', () => {
  jest.setTimeout(300_000);
  let dir = '';
  const notices: Notice[] = [];
  const open = (files: string[], vectors: boolean) =>
    openUnderstanding({ words, files, keepIn: null, vectors, tell: (what) => notices.push(what) });
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'natter-learnt-'));
  });
  beforeEach(() => notices.splice(0));
  afterAll(() => rmSync(dir, { recursive: true }));

  test('it reads messages it has never seen', async () => {
    const { understanding, close } = open([shipped], true);
    try {
      const topics = await topicFigures(understanding.read, readSet('topics-development', topicLine));
      expect(topics.row['top-1']).toBeGreaterThan(0.8);
      expect(topics.row['top-3']).toBeGreaterThanOrEqual(0.95);
      const { rows } = await dangerFigures(understanding.read, readSet('danger-development', dangerLine));
      expect(rows.all?.['now or check']).toBeGreaterThan(0.98);
      expect(rows.all?.['now of those due']).toBeGreaterThan(0.92);
      const idioms = await alarmFigures(understanding.read, readSet('idioms-development', plainLine));
      expect(idioms.row.now).toBeLessThan(0.02);
      const safe = await alarmFigures(understanding.read, readSet('distressed-but-safe-development', plainLine));
      expect(safe.row.now).toBeLessThan(0.01);
      expect(safe.row.check).toBeLessThan(0.1);
      expect(notices).toEqual([]);
    } finally {
      await close();
    }
  });

  test('a message of 10,000 words costs everybody else next to nothing, and its last words are heard', async () => {
    const { understanding, ready, close } = open([shipped], false);
    try {
      await ready;
      const long =
        'on tuesday at half 3 or 10 til 2 on 05/06/2026 we talked about the rent and the car and the weather. '.repeat(
          480,
        );
      const before = process.threadCpuUsage();
      const { safety } = await understanding.read(`${long} i want to die`);
      // Processor time of this thread alone, in microseconds: what a busy machine does makes no difference.
      expect(process.threadCpuUsage(before).user).toBeLessThan(50_000);
      expect(safety).toMatchObject({ tier: 'now', kinds: expect.arrayContaining(['suicide']) });
    } finally {
      await close();
    }
  });

  test('with nothing learnt it goes by words, and says so', async () => {
    const { understanding, close } = open([join(dir, 'none.learnt')], true);
    try {
      expect((await understanding.read('the bailiffs are coming')).topics[0]?.id).toBe('money');
      expect(notices).toEqual(['words-only']);
    } finally {
      await close();
    }
  });

  test('what was learnt with another encoder is worth nothing, and is not used', async () => {
    const learnt = decodeLearnt(bytes);
    if (!learnt) throw new Error('not learnt');
    const file = join(dir, 'other.learnt');
    writeFileSync(file, encodeLearnt({ ...learnt, encoder: 'another' }));
    const { close } = open([file], true);
    expect(notices).toEqual(['words-only']);
    await close();
  });

  test('when the thread has ended, words about danger are heard all the same', async () => {
    const { understanding, ready, close } = open([shipped], false);
    await ready;
    await close();
    expect((await understanding.read('i want to kill myself')).safety.tier).toBe('now');
  });
});
