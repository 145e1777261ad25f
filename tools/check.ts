import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { readContent } from '../read-content';
import { checkContent } from './check/content';
import { isTooHard } from './check/grade';
import { plainFaults } from './check/plain';

const USAGE = `Checks what Natter says.

  npm run check                        everything in content/
  npm run check -- --content DIR       another folder
  echo "some text" | npm run --silent check -- --text
                                       any prose, line by line: prints {"faults":[{"rule","words","instead"}...]}

Prints file:line: what is wrong: how to mend it, and ends with 1 when anything is. A warning is no fault.`;

/** The language whose plain words prose is held against. */
const LANGUAGE = 'en';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { content: { type: 'string' }, text: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(USAGE);
  const { contentDir, place } = readConfig(process.env);
  const dir = relative(process.cwd(), resolve(values.content ?? contentDir)) || '.';
  if (values.text) return await checkProse(dir, place);
  const { faults, warnings, files, steps, messages } = checkContent(dir);
  for (const { file, line, what, mend } of warnings) console.log(`${file}:${line}: warning: ${what}: ${mend}`);
  for (const { file, line, what, mend } of faults) console.log(`${file}:${line}: ${what}: ${mend}`);
  console.log(
    `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${files} files, ${steps} steps and ${messages} messages`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
}

async function checkProse(dir: string, place: string): Promise<void> {
  const words = readContent(dir, place).content?.words[LANGUAGE];
  if (!words) throw new Error(`The words to hold it against cannot be read: npm run check says why.`);
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify({ faults: plainFaults(line, words, isTooHard) }));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
