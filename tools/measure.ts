import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { learntFiles, openUnderstanding } from '../open-understanding';
import { readContent } from '../read-content';
import { TOPICS } from '../understanding/types';
import { counselLine, counselTopics } from './measure/counsel';
import {
  alarmFigures,
  dangerFigures,
  type Missed,
  misspelt,
  peopleFigures,
  type Row,
  topicFigures,
} from './measure/figures';
import { dangerLine, plainLine, readLines, readSet, topicLine } from './measure/sets';

/*
 * Measures understanding on messages that were written by people who had not seen its patterns and examples.
 *   npm run measure                          on the development sets
 *   npm run measure -- --set kept-aside      on the sets kept aside: only to measure, never to build by
 *   npm run measure -- --missed              also every message that was missed
 *   npm run measure -- --confused            also which topics are taken for which
 *   npm run measure -- --data FOLDER         also on counsel-chat-dev, everyday-requests-dev and texts-dev in that folder
 *   npm run measure -- --words-only          as without sentence vectors
 */

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', default: 'development' },
      missed: { type: 'boolean', default: false },
      confused: { type: 'boolean', default: false },
      'words-only': { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  const config = readConfig(process.env);
  const words = readContent(config.contentDir, config.place).content?.understanding.en;
  if (!words) throw new Error('The content cannot be read: npm run check says why.');
  const vectors = !values['words-only'] && config.sentenceVectors;
  const tell = (what: string) => console.log(`understanding: ${what}`);
  const opened = openUnderstanding({ words, files: learntFiles(config, 'en'), keepIn: null, vectors, tell });
  const { read } = opened.understanding;
  const show = (title: string, rows: Record<string, Row>, missed: Missed[]) => {
    console.log(`\n${title}`);
    console.table(rows);
    if (values.missed)
      for (const { text, wanted, got } of missed) console.log(`  wanted ${wanted}; got ${got}: ${text}`);
  };
  try {
    const topics = readSet(`topics-${values.set}`, topicLine);
    const plain = await topicFigures(read, topics);
    const rough = await topicFigures(read, misspelt(topics));
    show('Topics', { 'as written': plain.row, 'three words of ten misspelt': rough.row }, plain.missed);
    if (values.confused) showConfusion(plain.confusion);
    const people = await peopleFigures(read, topics);
    show('People', { 'as written': people.row }, people.missed);
    const danger = readSet(`danger-${values.set}`, dangerLine);
    const seen = await dangerFigures(read, danger);
    const seenRough = await dangerFigures(read, misspelt(danger));
    show('Danger', { ...seen.rows, 'all, misspelt': seenRough.rows.all as Row }, seen.missed);
    const safe = await alarmFigures(read, readSet(`distressed-but-safe-${values.set}`, plainLine));
    const idioms = await alarmFigures(read, readSet(`idioms-${values.set}`, plainLine));
    show('No danger', { 'distressed but safe': safe.row, idioms: idioms.row }, [...safe.missed, ...idioms.missed]);
    if (values.data === undefined) return;
    const counsel = await topicFigures(
      read,
      readLines(join(values.data, 'counsel-chat-dev.jsonl'), counselLine).flatMap(counselTopics),
    );
    show('counsel-chat', { 'title and text': counsel.row }, counsel.missed);
    const requests = await alarmFigures(read, readLines(join(values.data, 'everyday-requests-dev.jsonl'), plainLine));
    const texts = await alarmFigures(read, readLines(join(values.data, 'texts-dev.jsonl'), plainLine));
    show('No danger', { 'everyday requests': requests.row, texts: texts.row }, [...requests.missed, ...texts.missed]);
  } finally {
    await opened.close();
  }
}

/** Rows: what a message was about. Columns: what it was taken for. */
function showConfusion(confusion: Map<string, number>): void {
  const rows = TOPICS.map((wanted) => [
    wanted,
    Object.fromEntries([...TOPICS, '-'].map((got) => [got, confusion.get(`${wanted} ${got}`) ?? ''])),
  ]);
  console.table(Object.fromEntries(rows));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'Something went wrong');
  process.exitCode = 1;
});
