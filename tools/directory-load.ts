import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { loadDirectory } from './load/directory';

const USAGE = `Measures what a big directory costs: importing it beside a running server, holding it, and searching in it.

  npx ts-node tools/directory-load.ts                    50,000 made-up services
  ... --services 2000 --json                             fewer of them, figures only

Ends with 1 when the import took over 60 s, a turn meanwhile over 100 ms (99 of 100), the server holds over 250 MB more, or a search
with a misspelt word took over 30 ms (95 of 100).`;

const MOST = { importSeconds: 60, turnMs: 100, memory: 250, searchMs: 30 };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      services: { type: 'string', default: '50000' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const figures = await loadDirectory(Number(values.services), (line) => console.error(`load: ${line}`));
  const { services, importSeconds, turns, memory, loadedSeconds, searches } = figures;
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  const lines = [
    `${services} services were imported in ${importSeconds.toFixed(1)} s, and searched ${loadedSeconds.toFixed(1)} s later`,
    `meanwhile ${turns.count} turns: median ${ms(turns.p50)}, 99 of 100 under ${ms(turns.p99)}`,
    `the server held ${memory.before} MB before, ${memory.most} MB at most and ${memory.after} MB after: ${memory.after - memory.before} MB more`,
    `${searches.count} searches with misspelt words: median ${ms(searches.p50)}, 95 of 100 under ${ms(searches.p95)}`,
    `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
  ];
  console.log(values.json ? JSON.stringify(figures, null, 2) : lines.join('\n'));
  const holds =
    importSeconds < MOST.importSeconds &&
    turns.p99 < MOST.turnMs &&
    memory.after - memory.before < MOST.memory &&
    searches.p95 < MOST.searchMs;
  if (!holds) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
