import { type Busy, machineSpent } from './busy';
import type { Driver, Tested } from './child';
import type { Contender } from './contenders';
import type { Plan } from './plan';
import { median, round } from './statistics';
import type { Load, LoadResult, Usage } from './types';

/** What one contender did in every round. */
export interface Throughput {
  name: string;
  /** Turns a second, by round. */
  turns: number[];
  /** Microseconds of processor time a turn, all its processes together, by round. */
  cpu: number[];
  busy: Busy[];
  errors: number;
}

export interface Delay extends LoadResult {
  name: string;
  connections: number;
  pace: number | null;
}

/** Bytes for each open conversation. */
export interface Weight {
  conversations: number;
  /** Talking by requests: nothing of it need be in memory. */
  polling: { rss: number; heap: number };
  /** With a socket, as the chat page has. */
  socket: { rss: number; heap: number };
}

const PARTS_OF_WARM_UP = 4;

/** Lets a contender run until its code is as fast as it gets. */
export async function warmUp(driver: Driver, contender: Contender, plan: Plan): Promise<void> {
  const seconds = plan.warmSeconds / PARTS_OF_WARM_UP;
  for (let part = 0, turns = 0; part < PARTS_OF_WARM_UP && turns < plan.warmTurns; part += 1) {
    await begin(driver, contender, { connections: plan.connections, lead: 0, seconds });
    turns += (await go(driver)).turns;
  }
}

/** Round after round, every contender in its turn, so that what else the machine does weighs on all of them. */
export async function throughput(driver: Driver, contenders: Contender[], plan: Plan): Promise<Throughput[]> {
  const told = contenders.map(({ name }): Throughput => ({ name, turns: [], cpu: [], busy: [], errors: 0 }));
  for (let nth = 0; nth < plan.rounds; nth += 1)
    for (const [index, contender] of contenders.entries()) {
      await begin(driver, contender, { connections: plan.connections, lead: plan.lead, seconds: plan.seconds });
      const before = await spent(contender);
      const rested = contender.redis?.resting();
      const result = await go(driver);
      const rest = rested?.() ?? null;
      const after = await spent(contender);
      const { turns, cpu, busy } = told[index] as Throughput;
      const since = (part: keyof typeof after) => after[part] - before[part];
      const processors = (microseconds: number) => round(microseconds / 1e6 / result.seconds, 3);
      turns.push(round(result.turns / result.seconds, 1));
      cpu.push(round(since('own') / Math.max(1, result.turns), 1));
      busy.push({
        own: processors(since('own')),
        redis: processors(since('redis')),
        load: processors(result.cpu),
        machine: processors(since('machine')),
        rest,
      });
      (told[index] as Throughput).errors += result.errors;
    }
  return told;
}

/** How long acknowledgement and reply take: few conversations as fast as they can, and a crowd at people's own pace. */
export async function delays(driver: Driver, natter: Contender, floor: Contender, plan: Plan): Promise<Delay[]> {
  const { latencySeconds: seconds, crowd, pace } = plan;
  const told: Delay[] = [];
  const measure = async (contender: Contender, name: string, connections: number, more: Partial<Load> = {}) => {
    await begin(driver, contender, { connections, lead: plan.lead, seconds, ...more });
    const result = await go(driver);
    told.push({ ...result, name, connections, pace: more.pace ?? null });
  };
  for (const connections of plan.few) {
    await measure(natter, natter.name, connections, { sockets: true });
    await measure(floor, floor.name, connections);
  }
  await measure(natter, natter.name, crowd, { sockets: true, pace, conversations: 1 });
  const mixed: Contender = { ...natter, talker: 'mixed' };
  await measure(mixed, 'choices, one in four in own words', crowd, { sockets: true, pace, conversations: 1 });
  return told;
}

/** What an open conversation costs while nobody writes: by requests alone, then with a socket. */
export async function weigh(driver: Driver, natter: Tested, conversations: number): Promise<Weight> {
  const open = (sockets: boolean) => driver.order({ do: 'open', url: natter.url, conversations, sockets });
  await open(true);
  await driver.order({ do: 'close' });
  const empty = await natter.usage('memory');
  await open(false);
  const polling = await natter.usage('memory');
  await open(true);
  const socket = await natter.usage('memory');
  await driver.order({ do: 'close' });
  const each = (more: Usage, less: Usage) => ({
    rss: Math.round((more.rss - less.rss) / conversations),
    heap: Math.round((more.heap - less.heap) / conversations),
  });
  return { conversations, polling: each(polling, empty), socket: each(socket, polling) };
}

/** The medians of a contender over all rounds. */
export function middle({ turns, cpu }: Throughput): { turns: number; cpu: number } {
  return { turns: median(turns), cpu: median(cpu) };
}

async function begin(
  driver: Driver,
  { talker, processes }: Contender,
  what: Pick<Load, 'connections' | 'lead' | 'seconds'> & Partial<Load>,
): Promise<void> {
  const urls = processes.map(({ url }) => url);
  const load: Load = { urls, talker, conversations: 4, pace: null, sockets: false, ...what };
  await driver.order({ do: 'begin', load });
}

async function go(driver: Driver): Promise<LoadResult> {
  const result = await driver.order({ do: 'go' });
  if (!result) throw new Error('The driver gave no result.');
  return result;
}

/** Microseconds of processor time since some moment in the past. */
async function spent({ processes, redis }: Contender) {
  const all = await Promise.all(processes.map((one) => one.usage('cpu')));
  return {
    own: all.reduce((total, { cpu }) => total + cpu, 0),
    redis: redis ? await redis.spent() : 0,
    machine: machineSpent(),
  };
}
