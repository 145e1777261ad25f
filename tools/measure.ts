import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { learntFiles, openUnderstanding } from '../open-understanding';
import { readContent } from '../read-content';
import type { Understanding } from '../understanding/types';
import { counselLine, counselTopics } from './measure/counsel';
import { alarmFigures, dangerFigures, misspelt, peopleFigures, type Row, topicFigures } from './measure/figures';
import {
  confusionAsMarkdown,
  confusionRows,
  figuresAsMarkdown,
  missedAsMarkdown,
  type Section,
  withFigures,
} from './measure/report';
import { dangerLine, plainLine, readLines, readSet, topicLine } from './measure/sets';
import { speedFigures } from './measure/speed';

/*
 * Measures understanding on messages that were written by people who had not seen its patterns and examples.
 *   npm run measure                          on the development sets
 *   npm run measure -- --set kept-aside      on the sets kept aside: only to measure, never to build by
 *   npm run measure -- --missed              also every message that was missed
 *   npm run measure -- --confused            also which topics are taken for which
 *   npm run measure -- --data FOLDER         also on counsel-chat-dev, everyday-requests-dev and texts-dev in that folder
 *   npm run measure -- --words-only          as without sentence vectors
 *   npm run measure -- --write               also into docs/understanding.md, and what of our own sets was missed into docs/understanding-missed.md
 */

type Read = Understanding['read'];
const DOCS = join(__dirname, '..', 'docs');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', default: 'development' },
      missed: { type: 'boolean', default: false },
      confused: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      'words-only': { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  if (values.write && (values.set !== 'development' || values['words-only']))
    throw new Error('--write is for the development sets with all that Natter has: leave out --set and --words-only.');
  const config = readConfig(process.env);
  const words = readContent(config.contentDir, config.place).content?.understanding.en;
  if (!words) throw new Error('The content cannot be read: npm run check says why.');
  const vectors = !values['words-only'] && config.sentenceVectors;
  const tell = (what: string) => console.log(`understanding: ${what}`);
  const opened = openUnderstanding({ words, files: learntFiles(config, 'en'), keepIn: null, vectors, tell });
  try {
    const { read } = opened.understanding;
    const { sections, confusion } = await measured(read, values.set);
    if (values.data !== undefined) sections.push(...(await measuredOn(read, values.data)));
    for (const section of sections) show(section, values.missed);
    if (values.confused) console.table(confusionRows(confusion));
    if (values.write) write(sections, confusion);
  } finally {
    await opened.close();
  }
}

async function measured(read: Read, set: string) {
  const topics = readSet(`topics-${set}`, topicLine);
  const plain = await topicFigures(read, topics);
  const rough = await topicFigures(read, misspelt(topics));
  const people = await peopleFigures(read, topics);
  const danger = readSet(`danger-${set}`, dangerLine);
  const seen = await dangerFigures(read, danger);
  const seenRough = await dangerFigures(read, misspelt(danger));
  const safe = await alarmFigures(read, readSet(`distressed-but-safe-${set}`, plainLine));
  const idioms = await alarmFigures(read, readSet(`idioms-${set}`, plainLine));
  const topicRows = { 'as written': plain.row, 'three words of ten misspelt': rough.row };
  const dangerRows = { ...seen.rows, 'all, misspelt': seenRough.rows.all as Row };
  const speed = await speedFigures(read, texts(topics), () => performance.now());
  const sections: Section[] = [
    { title: 'Topics', rows: topicRows, missed: plain.missed },
    { title: 'People', rows: { 'as written': people.row }, missed: people.missed },
    { title: 'Danger', rows: dangerRows, missed: seen.missed },
    {
      title: 'No danger',
      rows: { 'distressed but safe': safe.row, idioms: idioms.row },
      missed: [...safe.missed, ...idioms.missed],
    },
    { title: 'How long it takes', rows: { 'messages of 30 words': speed }, missed: [] },
  ];
  return { sections, confusion: plain.confusion };
}

const texts = (lines: readonly { text: string }[]): string[] => lines.map(({ text }) => text);

/** The files of others, which are not part of Natter. */
async function measuredOn(read: Read, folder: string): Promise<Section[]> {
  const questions = readLines(join(folder, 'counsel-chat-dev.jsonl'), counselLine).flatMap(counselTopics);
  const counsel = await topicFigures(read, questions);
  const requests = await alarmFigures(read, readLines(join(folder, 'everyday-requests-dev.jsonl'), plainLine));
  const texts = await alarmFigures(read, readLines(join(folder, 'texts-dev.jsonl'), plainLine));
  return [
    { title: 'counsel-chat', rows: { 'title and text': counsel.row }, missed: [] },
    {
      title: 'No danger, everyday messages',
      rows: { 'everyday requests': requests.row, texts: texts.row },
      missed: [...requests.missed, ...texts.missed].filter(({ got }) => got.startsWith('now')),
    },
  ];
}

function show({ title, rows, missed }: Section, withMissed: boolean): void {
  console.log(`\n${title}`);
  console.table(rows);
  if (withMissed) for (const { text, wanted, got } of missed) console.log(`  wanted ${wanted}; got ${got}: ${text}`);
}

function write(sections: Section[], confusion: Map<string, number>): void {
  const file = join(DOCS, 'understanding.md');
  const figures = `${figuresAsMarkdown(sections)}\n\n${confusionAsMarkdown(confusion)}`;
  writeFileSync(file, withFigures(readFileSync(file, 'utf8'), figures));
  // Messages of others stay in their own files.
  const own = sections.filter(({ title }) => !title.startsWith('No danger, everyday'));
  writeFileSync(join(DOCS, 'understanding-missed.md'), missedAsMarkdown(own));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'Something went wrong');
  process.exitCode = 1;
});
