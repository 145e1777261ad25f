import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { readContent } from '../read-content';
import { talkOf } from '../talk-from-content';
import { checkContent } from './check/content';
import { coverage } from './check/coverage';
import { isTooHard } from './check/grade';
import { messagesOf } from './check/messages';
import { isWarning, plainFaults } from './check/plain';
import { asTable, flowFigures } from './check/report';
import { segmentCounts } from './check/segments';
import { readTranscripts } from './transcripts';

const USAGE = `Checks what Natter says.

  npm run check                        everything in content/
  npm run check -- --content DIR       another folder
  npm run check -- --today 2027-05-01  what will be too old by that day
  npm run check -- --report            also every flow in figures, with what conversation tests reach of it
  echo "some text" | npm run --silent check -- --text
                                       any prose, line by line: prints {"faults":[{"rule","words","instead"}...]}

Prints file:line: what is wrong: how to mend it, and ends with 1 when anything is. A warning is no fault.`;

/** The language whose plain words prose is held against. */
const LANGUAGE = 'en';
const UNREADABLE = 'The content cannot be read: npm run check says why.';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      content: { type: 'string' },
      text: { type: 'boolean' },
      report: { type: 'boolean' },
      today: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(USAGE);
  const { contentDir, place } = readConfig(process.env);
  const dir = relative(process.cwd(), resolve(values.content ?? contentDir)) || '.';
  if (values.text) return await checkProse(dir, place);
  if (values.report) await report(dir, place);
  const { faults, warnings, files, steps, messages } = checkContent(
    dir,
    values.today ?? new Date().toISOString().slice(0, 10),
  );
  for (const { file, line, what, mend } of warnings) console.log(`${file}:${line}: warning: ${what}: ${mend}`);
  for (const { file, line, what, mend } of faults) console.log(`${file}:${line}: ${what}: ${mend}`);
  console.log(
    `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${files} files, ${steps} steps and ${messages} messages`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
}

/** The language whose flows are told of, in figures, with what conversation tests reach of them. */
async function report(dir: string, place: string): Promise<void> {
  const { content, lineOf } = readContent(dir, place);
  const library = content?.libraries[LANGUAGE];
  if (!content || !library) throw new Error(UNREADABLE);
  const reached = await coverage(readTranscripts({ walks: true }), talkOf(content, LANGUAGE));
  const segments = segmentCounts(library, { ...content, file: '', lineOf });
  console.log(asTable(flowFigures(library, messagesOf(library), segments, reached)));
}

async function checkProse(dir: string, place: string): Promise<void> {
  const words = readContent(dir, place).content?.words[LANGUAGE];
  if (!words) throw new Error(UNREADABLE);
  for await (const line of createInterface({ input: process.stdin })) {
    const found = plainFaults(line, words, isTooHard);
    const warnings = found.filter(isWarning);
    console.log(
      JSON.stringify({ faults: found.filter((fault) => !isWarning(fault)), ...(warnings[0] && { warnings }) }),
    );
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
