import { parseArgs } from 'node:util';
import { FULL, QUICK } from './bench/plan';
import { bench } from './bench/run';
import { show } from './bench/show';

/**
 * Measures turns beside their floor and their peer. `--json` prints the report as JSON only, `--quick` takes a few
 * seconds and shows only that everything runs, `--rounds N` and `--seconds N` change how much is measured.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
    },
  });
  const plan = { ...(values.quick ? QUICK : FULL) };
  if (values.rounds !== undefined) plan.rounds = Number(values.rounds);
  if (values.seconds !== undefined) plan.seconds = Number(values.seconds);
  const report = await bench(plan, (line) => console.error(`bench: ${line}`));
  console.log(values.json ? JSON.stringify(report, null, 2) : show(report));
  if (report.errors > 0) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
