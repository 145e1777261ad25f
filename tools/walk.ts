import { writeFileSync } from 'node:fs';
import { readConfig } from '../config';
import { readContent } from '../read-content';
import { openSqliteStore } from '../store/sqlite/store';
import { talkOf } from '../talk-from-content';
import { coverage, SAM, TUESDAY_10AM } from './check/coverage';
import type { RehearsalDeps } from './rehearsal';
import { readTranscripts, WALKS } from './transcripts';
import { walks } from './walk/walks';

const USAGE = `Writes what somebody would say who picks, in as few talks as can be, every choice that no conversation test
picks: into ${WALKS}, where each is played to its end by a test.`;

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(USAGE);
  const { contentDir, place } = readConfig(process.env);
  const { content, faults } = readContent(contentDir, place);
  if (!content || faults.length > 0) throw new Error('The content has faults: npm run check says which.');
  const talk = talkOf(content, 'en');
  const { choices } = await coverage(readTranscripts({ walks: false }), talk);
  const log: RehearsalDeps['log'] = { error: console.error, warn: () => undefined };
  const deps = { newStore: () => openSqliteStore(':memory:'), talk, start: TUESDAY_10AM, worker: SAM, log };
  const written: string[] = [];
  for await (const said of walks(deps, choices.reached))
    written.push([`# Walk ${written.length + 1}`, ...said.map((text) => `> ${text}`)].join('\n\n'));
  writeFileSync(WALKS, `${written.join('\n\n')}\n`);
  const missing = choices.all.filter((choice) => !choices.reached.has(choice));
  console.log(`${written.length} walks. ${missing.length} choices are picked by nobody.`);
  for (const choice of missing) console.log(choice);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
