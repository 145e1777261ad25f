import { parseArgs } from 'node:util';
import { killRounds } from './faults/kill';

/** Breaks things on purpose and counts what was lost: nothing must be. `--rounds N` plays fewer. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } });
  const report = await killRounds(Number(values.rounds), Math.random);
  console.table({ 'kill -9 after an acknowledgement': report });
  const { lost, repeated, outOfOrder, unanswered } = report;
  if (lost + repeated + outOfOrder + unanswered > 0) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
