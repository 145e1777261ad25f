import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../config';
import { linesOf } from './lines';
import { bankHolidays } from './new-place/bank-holidays';
import { helpFile, placeFile } from './new-place/files';
import { interview, readAnswers } from './new-place/interview';
import { type Answers, questions } from './new-place/questions';

const USAGE = `Makes a place of your own: asks a few questions and writes content/places/<id>.

  npm run new-place                           asks in the terminal
  npm run new-place < answers.txt             takes an answer from each line
  npm run new-place -- --answers FILE.yaml    takes answers by name: id, name, town, nation, team, childphone, hours, outcodes, directory

A place that is there already is never changed. Stop with Ctrl-C: nothing is written before the last answer.`;

const given = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { answers: { type: 'string' }, help: { type: 'boolean', default: false } } });
  if (values.help) return console.log(USAGE);
  const places = join(readConfig(process.env).contentDir, 'places');
  const asked = questions((id) => existsSync(join(places, id)));
  const answers = values.answers
    ? // Read as words only, so that a phone number keeps its 0.
      readAnswers(asked, given.parse(parse(readFileSync(values.answers, 'utf8'), { schema: 'failsafe' })))
    : await inTerminal(asked);
  const folder = write(places, answers, new Date());
  console.log(whatNext(answers, relative(process.cwd(), folder)));
}

async function inTerminal(asked: ReturnType<typeof questions>): Promise<Answers> {
  const lines = linesOf(process.stdin);
  const next = async () => {
    const { done, value } = await lines.next();
    return done ? null : value;
  };
  return await interview(asked, next, (text) => process.stdout.write(text));
}

/** Returns the folder. Fails, and changes nothing, where there is such a folder. */
function write(places: string, answers: Answers, now: Date): string {
  const folder = join(places, answers.id);
  const year = now.getFullYear();
  const holidays = [year, year + 1].flatMap((each) => bankHolidays(answers.nation, each));
  mkdirSync(places, { recursive: true });
  mkdirSync(folder);
  writeFileSync(join(folder, 'place.yaml'), placeFile(answers, holidays));
  writeFileSync(join(folder, 'help.yaml'), helpFile(answers, now.toISOString().slice(0, 10)));
  return folder;
}

function whatNext({ id, directory }: Answers, folder: string): string {
  return `
${folder} is made. What next:

1. Read ${folder}/place.yaml: above all the hours, the days off, and the sentence that says who the team is.
2. List help near people in ${folder}/help.yaml${directory ? `, and read your directory: npm run import-directory -- --place ${id}` : '. Until then nothing is listed'}.
3. npm run check                   says what is wrong, and how to put it right.
4. PLACE=${id} npm run chat        lets you talk with it here; PLACE=${id} npm start, in a browser.

Lines of your own and flows of your own are told of in docs/writing-flows.md, under "A place".`;
}

main().catch((error) => {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
