import { parseArgs } from 'node:util';
import { latency } from './desk-load/latency';
import { startNatters } from './desk-load/natters';
import { AS_THE_PAGE, type Pace } from './desk-load/page';
import { deskLoad, type Plan, type Tell } from './desk-load/run';
import { faultless } from './desk-load/verdict';

/*
 * Workers and people who do as they please at two whole Natters on one Redis, and whether anybody was lost by it.
 *   npm run desk-load                                             50 workers, 500 people, 10 minutes
 *   npm run desk-load -- --workers 10 --people 50 --seconds 20    less of it
 *   npm run desk-load -- --seed 7                                 other choices
 * And how long it takes from a person to their worker's page and back, with one Natter on SQLite and with two on Redis:
 *   npm run desk-load -- --latency                                50 workers, 200 people, a minute each
 *   npm run desk-load -- --latency --open-ms 120 --list-ms 120    for a page that waits a little, and then looks at everything
 */

const number = { type: 'string' } as const;

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      latency: { type: 'boolean', default: false },
      workers: number,
      people: number,
      seconds: number,
      seed: number,
      'open-ms': number,
      'list-ms': number,
    },
  });
  const full = values.latency ? { people: '200', seconds: '60' } : { people: '500', seconds: '600' };
  const { workers = '50', people = full.people, seconds = full.seconds, seed = '1' } = values;
  const began = performance.now();
  const tell: Tell = (line) =>
    console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(6)} s  ${line}`);
  const plan = { workers: Number(workers), people: Number(people), seconds: Number(seconds), seed: Number(seed) };
  const pace: Pace = {
    openMs: Number(values['open-ms'] ?? AS_THE_PAGE.openMs),
    listMs: Number(values['list-ms'] ?? AS_THE_PAGE.listMs),
  };
  return values.latency ? time(plan, pace, tell) : live(plan, tell);
}

async function live(plan: Plan, tell: Tell): Promise<boolean> {
  // Nothing here is about how well words are understood.
  const natters = await startNatters('redis', { SENTENCE_VECTORS: 'off' });
  try {
    const { acts, verdict, listOutOfOrder } = await deskLoad(natters, plan, tell);
    tell('done');
    console.table(acts);
    console.table({ ...verdict, listOutOfOrder });
    return faultless(verdict) && listOutOfOrder === 0;
  } finally {
    await natters.stop();
  }
}

async function time(plan: Plan, pace: Pace, tell: Tell): Promise<boolean> {
  let unanswered = 0;
  for (const on of ['sqlite', 'redis'] as const) {
    const natters = await startNatters(on);
    try {
      const { there, back, both, ...count } = await latency(natters, plan, tell, pace);
      tell(`${on}: ${count.rounds} messages and their replies, ${count.unanswered} without; milliseconds:`);
      console.table({ there, back, both });
      unanswered += count.unanswered;
    } finally {
      await natters.stop();
    }
  }
  return unanswered === 0;
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
