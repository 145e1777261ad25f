import { Line } from './line';
import { type Listener, listen } from './listen';
import { latencyOf } from './statistics';
import { arrive, type Visitor } from './talkers';
import type { Load, LoadResult, Order } from './types';

/** The load, in a process of its own: what it costs is not the contender's. Orders come from the bench, one at a time. */

interface Seat {
  line: Line;
  visitors: { visitor: Visitor; listener: Listener | null }[];
}

/** What one load has counted. */
interface Count {
  acknowledged: number[];
  replied: number[];
  errors: number;
}

const ARRIVING_AT_ONCE = 16;
let begun: { load: Load; seats: Seat[] } | null = null;
let kept: Seat[] = [];
let ids = 0;

async function obey(order: Order): Promise<LoadResult | null> {
  switch (order.do) {
    case 'begin':
      begun = await begin(order.load);
      return null;
    case 'go':
      return begun && go(begun);
    case 'open':
      kept.push(...(await seats([order.url], 'choices', order.conversations, 1, order.sockets)));
      for (const { line, visitors } of kept) {
        for (const { visitor } of visitors) await visitor.say(line, nextId());
        if (!order.sockets) line.close();
      }
      return null;
    case 'close':
      leave(kept);
      kept = [];
      return null;
  }
}

async function begin(load: Load) {
  const { urls, talker, connections, conversations, sockets } = load;
  const taken = await seats(urls, talker, connections, conversations, sockets);
  await talk(load, taken, load.lead);
  return { load, seats: taken };
}

async function go({ load, seats: taken }: { load: Load; seats: Seat[] }): Promise<LoadResult> {
  const [started, spent] = [performance.now(), process.cpuUsage()];
  const count = await talk(load, taken, load.seconds);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(spent);
  leave(taken);
  return {
    turns: count.acknowledged.length,
    errors: count.errors,
    seconds,
    cpu: user + system,
    acknowledged: latencyOf(count.acknowledged),
    replied: load.sockets ? latencyOf(count.replied) : null,
  };
}

async function talk({ pace, connections }: Load, taken: Seat[], seconds: number): Promise<Count> {
  const count: Count = { acknowledged: [], replied: [], errors: 0 };
  const until = performance.now() + seconds * 1000;
  const gap = pace === null ? null : (1000 * connections) / pace;
  await Promise.all(taken.map((seat) => (gap === null ? eager(seat, until, count) : paced(seat, gap, until, count))));
  return count;
}

async function seats(urls: string[], talker: Load['talker'], many: number, each: number, sockets: boolean) {
  const made: Seat[] = [];
  const seat = async (index: number): Promise<Seat> => {
    const line = new Line(urls[index % urls.length] as string);
    const visitors: Seat['visitors'] = [];
    for (let nth = 0; nth < each; nth += 1) {
      const visitor = await arrive(talker, line, index * each + nth);
      visitors.push({ visitor, listener: sockets && visitor.stream ? await listen(visitor.stream) : null });
    }
    return { line, visitors };
  };
  for (let first = 0; first < many; first += ARRIVING_AT_ONCE) {
    const some = Array.from({ length: Math.min(ARRIVING_AT_ONCE, many - first) }, (_, nth) => seat(first + nth));
    made.push(...(await Promise.all(some)));
  }
  return made;
}

function leave(taken: Seat[]): void {
  for (const { line, visitors } of taken) {
    line.close();
    for (const { listener } of visitors) listener?.close();
  }
}

/** Says the next thing as soon as the last was answered. */
async function eager(seat: Seat, until: number, count: Count): Promise<void> {
  for (let turn = 0; performance.now() < until; turn += 1) await once(seat, turn, performance.now(), count);
}

/** Says things at random moments, `gap` milliseconds apart on average. One that is late counts from when it was due. */
async function paced(seat: Seat, gap: number, until: number, count: Count): Promise<void> {
  const next = () => -Math.log(1 - Math.random()) * gap;
  let due = performance.now() + next();
  for (let turn = 0; due < until; turn += 1) {
    const late = performance.now() > due;
    if (!late) await pause(due - performance.now());
    await once(seat, turn, late ? due : performance.now(), count);
    due += next();
  }
}

async function once(seat: Seat, turn: number, from: number, count: Count): Promise<void> {
  const place = seat.visitors[turn % seat.visitors.length];
  if (!place) return;
  const id = nextId();
  try {
    const reply = place.listener?.reply(id).then(() => performance.now() - from);
    const good = await place.visitor.say(seat.line, id);
    const took = performance.now() - from;
    if (reply) count.replied.push(await reply);
    if (good) count.acknowledged.push(took);
    else count.errors += 1;
  } catch {
    count.errors += 1;
  }
}

function nextId(): string {
  ids += 1;
  return `${process.pid}-${ids}`;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms);
  });
}

process.on('message', (order: Order) => {
  obey(order).then(
    (result) => process.send?.({ result }),
    (error) => process.send?.({ error: String(error) }),
  );
});
