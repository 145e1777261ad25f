import { parseArgs } from 'node:util';
import { faultless, type Verdict } from './faults/judge';
import { PARTS } from './faults/parts';

/*
 * Breaks things on purpose and counts what was lost: nothing must be.
 *   npm run faults                               everything, at full count
 *   npm run faults -- --only load                kill | points | load | redis | failover
 *   npm run faults -- --store redis              sqlite | redis
 *   npm run faults -- --only load --rounds 50    so many, not the full count
 *   npm run faults -- --share 0.1                a tenth of it
 */

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      store: { type: 'string' },
      rounds: { type: 'string' },
      share: { type: 'string', default: '1' },
    },
  });
  const { only, store } = values;
  const wanted = PARTS.filter((part) => (only ?? part.name) === part.name && (store ?? part.store) === part.store);
  if (wanted.length === 0) throw new Error('There is no such part: see the top of tools/faults.ts.');
  const all: Record<string, Verdict> = {};
  for (const part of wanted) {
    const count = Math.max(1, Math.round(Number(values.rounds ?? part.full * Number(values.share))));
    const began = Date.now();
    const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
    console.log(`\n${part.title}: ${count} of ${part.full}`);
    const rows = await part.run(count, (progress) => console.log(`  ${seconds().padStart(6)}  ${progress}`));
    console.log(`  ${seconds().padStart(6)}  done`);
    for (const [name, row] of Object.entries(rows)) all[`${part.name} on ${part.store}: ${name}`] = row;
  }
  console.log();
  console.table(all);
  return Object.values(all).every(faultless);
}

main().then(
  (sound) => {
    process.exitCode = sound ? 0 : 1;
  },
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
