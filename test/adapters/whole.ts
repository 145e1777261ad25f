import type { Channel, Posted } from '../../adapters/contract';
import { createHttpServer } from '../../adapters/http';
import { createBots } from '../../bots';
import { ringTimers } from '../../bots/timers';
import { createPresence } from '../../handoff/presence';
import { openSqliteStore } from '../../store/sqlite/store';
import type { Reached, StandIn } from '../../tools/stand-ins/types';
import { TUESDAY_10AM, talk } from '../bots/world';
import { silent } from './whatsapp/world';

/** All of Natter in memory behind one channel, and the provider's stand-in in front of it. */
export async function startWhole(standIn: StandIn, channel: Channel, library = talk.library) {
  const clock = { now: TUESDAY_10AM };
  const store = openSqliteStore(':memory:');
  let ids = 0;
  let beingSent = 0;
  const send = async (posted: Posted) => {
    beingSent += 1;
    try {
      return await channel.carrier.send(posted);
    } finally {
      beingSent -= 1;
    }
  };
  const { turns, conversations, desk, sender } = createBots({
    store,
    talk: { ...talk, library },
    now: () => clock.now,
    newId: () => `id-${++ids}`,
    retention: { unclaimed: 30, claimed: 365 },
    random: () => 0.5,
    presence: createPresence({ records: store.records, now: () => clock.now }),
    carriers: new Map([[channel.provider, { ...channel.carrier, send }]]),
    log: { error: () => undefined, warn: () => undefined },
  });
  const server = createHttpServer({ log: silent });
  channel.mount(server, conversations);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${server.address().port}`;
  standIn.natter(url);

  return {
    url,
    standIn,
    store,
    desk,
    clock,
    /** The messages that reached this person, oldest first. */
    phone: (person: string): Reached[] => standIn.reached.filter(({ to }) => to === person),
    /** How many messages the provider is being given just now. */
    beingSent: () => beingSent,
    async later(ms: number) {
      clock.now += ms;
      await ringTimers(store, turns, clock.now);
      sender.wake();
    },
    /** Waits for a message that reads like this, newer than the `after` oldest, and gives it. */
    async reaches(person: string, words: RegExp, after = 0): Promise<Reached> {
      for (let tries = 0; tries < 1_000; tries += 1) {
        const found = this.phone(person)
          .slice(after)
          .find(({ text }) => words.test(text));
        if (found) return found;
        sender.wake();
        await new Promise((done) => {
          setTimeout(done, 20);
        });
      }
      throw new Error(`${words} did not reach them. Last: ${this.phone(person).at(-1)?.text}`);
    },
    async close() {
      await new Promise<void>((done) => {
        server.close(() => done());
        server.server.closeAllConnections();
      });
      await turns.close();
      await sender.close();
      await standIn.close();
      await store.close();
    },
  };
}

export type Whole = Awaited<ReturnType<typeof startWhole>>;

/** Resolves when it holds. */
export async function until(holds: () => boolean | Promise<boolean>, patienceMs = 30_000): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((done) => {
      setTimeout(done, 20);
    });
  }
  throw new Error('It did not come to hold.');
}
