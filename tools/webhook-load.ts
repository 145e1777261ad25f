import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { loadWebhooks } from './load/webhooks';

const USAGE = `Measures how fast WhatsApp webhooks are acknowledged.

  npx ts-node tools/webhook-load.ts                100 messages a second for 60 s
  ... --seconds 3 --rate 100 --people 500          less of it
  ... --redis redis://127.0.0.1:6379               on Redis instead of SQLite
  ... --json                                       figures only

Ends with 1 when something was not acknowledged or not answered, when the median is not under 50 ms, or when anything took
over a second.`;

const MEDIAN_MS = 50;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      rate: { type: 'string', default: '100' },
      people: { type: 'string', default: '500' },
      redis: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const plan = {
    seconds: Number(values.seconds),
    rate: Number(values.rate),
    people: Number(values.people),
    ...(values.redis !== undefined && { redisUrl: values.redis }),
  };
  const figures = await loadWebhooks(plan, (line) => console.error(`load: ${line}`));
  const { sent, acknowledged, others, median, p95, p99, max, overSecond, people, answered, replies } = figures;
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  const lines = [
    `${sent} messages sent, ${acknowledged} acknowledged; other answers: ${JSON.stringify(others)}`,
    `acknowledged after: median ${ms(median)}, p95 ${ms(p95)}, p99 ${ms(p99)}, longest ${ms(max)}; over a second: ${overSecond}`,
    `${people} people wrote, ${answered} of them got an answer; ${replies} messages reached phones`,
    `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
  ];
  console.log(values.json ? JSON.stringify(figures, null, 2) : lines.join('\n'));
  const right = acknowledged === sent && answered === people && median < MEDIAN_MS && overSecond === 0;
  if (!right) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
