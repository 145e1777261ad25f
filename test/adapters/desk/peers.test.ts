import { randomBytes } from 'node:crypto';
import type { DeskView } from '../../../handoff/types';
import { ROLES, type Role } from '../../../handoff/types';
import type { Store } from '../../../store/contract';
import { openRedisStore } from '../../../store/redis/store';
import { sealed } from '../../../store/sealed/store';
import { openSqliteStore } from '../../../store/sqlite/store';
import { openBots } from '../../bots/world';
import { type RedisServer, startRedis } from '../../redis';
import { json, serveDesk } from './world';

/*
 * The real bots behind the real API. Everything somebody told has a name in it that is nowhere else, so that it can be
 * looked for in all that the API gives.
 */

/** What is a peer's only where the person has agreed to it. */
const TOLD = {
  'what they told': 'Wolverley',
  'who must not know': 'Marmaduke',
  'what to call them': 'Brackenbury',
  'with whom they are in touch': 'Penhaligon',
  'what was promised': 'Ottershaw',
  'what they wrote while they waited': 'Threlkeld',
};
const WITH_SAM = 'Aldersgate';
const NOTE = 'Kettlewell';
const DANGER = 'Hettie hits me';
const LATER = 'Tattersall';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis(['--appendfsync', 'no']);
});
afterAll(() => redis.stop());

const STORES: [string, () => Promise<Store>][] = [
  ['SQLite', async () => openSqliteStore(':memory:')],
  [
    'Redis, sealed',
    async () => {
      await redis.command('FLUSHALL');
      return sealed(await openRedisStore(redis.url), [randomBytes(32)]);
    },
  ],
];

/** Somebody who has talked with a worker before, and waits again. `agreed`: that peers may read. */
async function openDesk(open: () => Promise<Store>, agreed: boolean) {
  const store = await open();
  const bots = openBots(store);
  const desk = await serveDesk(bots.desk, bots.clock, store.records);
  const id = `person-${randomBytes(6).toString('hex')}`;
  const say = (text: string) => bots.says(id, text);
  const sam = await desk.signIn(`Sam${id}`);
  const about = (path = '') => `/conversations/${id}${path}`;
  await say('my bills at Wolverley are piling up');
  for (const text of ['person', 'Yes, ask a worker', 'Marmaduke', 'Brackenbury', "someone who's been through it", 'no'])
    await say(text);
  await sam.post(about('/claim'));
  await sam.post(about('/end'), { outcome: 'connected', with: 'Penhaligon', promised: 'Ottershaw will call' });
  for (const text of ['person', 'Yes, ask a worker', agreed ? 'yes' : 'no']) await say(text);
  await say('Threlkeld rang again');
  await say(DANGER);
  return {
    ...{ bots, desk, id, say, sam, about },
    async close() {
      await desk.close();
      await bots.turns.close();
      await store.close();
    },
  };
}

type Opened = Awaited<ReturnType<typeof openDesk>>;
type Caller = Awaited<ReturnType<Opened['desk']['signIn']>>;

let made = 0;
const somebody = ({ desk }: Opened, role: Role): Promise<Caller> => desk.signIn(`${role}${++made}`, role);

/** Everything that the API lets this caller read, by the document that describes it. */
async function everything(opened: Opened, caller: Caller): Promise<string> {
  const { paths } = await json<{ paths: Record<string, object> }>(await caller.get('/openapi.json'));
  const reads = Object.keys(paths)
    .filter((path) => 'get' in (paths[path] ?? {}) && path !== '/events')
    .map((path) => path.replace('{id}', opened.id));
  expect(reads).toContain(opened.about());
  return (await Promise.all(reads.map(async (path) => (await caller.get(path)).text()))).join('\n');
}

const viewOf = async ({ about }: Opened, caller: Caller) => json<DeskView>(await caller.get(about()));

describe.each(STORES)('%s', (_, open) => {
  describe.each([true, false])('agreed: %s', (agreed) => {
    let opened: Opened;
    beforeEach(async () => {
      opened = await openDesk(open, agreed);
    });
    afterEach(() => opened.close());
    const may = (role: Role) => agreed || role !== 'peer';

    it.each(ROLES)('a %s who looks at somebody who waits', async (role) => {
      const caller = await somebody(opened, role);
      const given = await everything(opened, caller);
      for (const [what, word] of Object.entries(TOLD)) expect([what, given.includes(word)]).toEqual([what, may(role)]);
      const view = await viewOf(opened, caller);
      expect(view.peersMayRead).toBe(agreed);
      expect([view.shared.length > 0, view.earlier.length > 0, view.entries.length > 0]).toEqual(
        Array(3).fill(may(role)),
      );
      expect(view.flags).toMatchObject([{ text: DANGER }]);
    });

    it.each(ROLES)('a %s who takes somebody up', async (role) => {
      const caller = await somebody(opened, role);
      await caller.post(opened.about('/claim'));
      await opened.say(`${LATER} is here`);
      const given = await everything(opened, caller);
      for (const [what, word] of Object.entries(TOLD)) expect([what, given.includes(word)]).toEqual([what, may(role)]);
      expect(given).toContain(LATER);
      expect((await opened.bots.seen(opened.id)).some(({ text }) => text?.includes('has not read'))).toBe(!may(role));
    });

    it.each(ROLES)('a %s who is asked to come, comes, and carries on', async (role) => {
      const { sam, about, say } = opened;
      await sam.post(about('/claim'));
      await say(`${WITH_SAM} is for you`);
      await sam.post(about('/notes'), { text: `${NOTE} was on the phone` });
      await sam.post(about('/ask'), { to: { kind: 'anyone' }, why: 'take-over' });
      const caller = await somebody(opened, role);
      const holds = async (word: string) => (await everything(opened, caller)).includes(word);
      const all = async () => ({
        told: await holds(TOLD['what they told']),
        withSam: await holds(WITH_SAM),
        note: await holds(NOTE),
      });
      const wanted = { told: may(role), withSam: may(role), note: role !== 'peer' };
      expect(await all()).toEqual(wanted);
      expect((await caller.post(about('/join'))).status).toBe(200);
      expect(await all()).toEqual(wanted);
      await sam.post(about('/notes'), { text: `${LATER} while we are two` });
      expect((await sam.post(about('/leave'))).status).toBe(200);
      expect(await all()).toEqual(wanted);
      expect(await holds(LATER)).toBe(true);
    });

    it('a peer asks whether they may read it, and the answer holds', async () => {
      const { about, say } = opened;
      const peer = await somebody(opened, 'peer');
      expect((await peer.post(about('/ask-to-read'))).status).toBe(409);
      await peer.post(about('/claim'));
      expect((await viewOf(opened, peer)).mayAskToRead).toBe(agreed ? undefined : true);
      expect((await peer.post(about('/ask-to-read'))).status).toBe(200);
      await say('Yes, you can');
      const view = await viewOf(opened, peer);
      expect([view.peersMayRead, view.mayAskToRead]).toEqual([true, undefined]);
      for (const word of Object.values(TOLD)) expect(await everything(opened, peer)).toContain(word);
    });

    it('no wake-up holds a word of it', async () => {
      const peer = await somebody(opened, 'peer');
      const stop = new AbortController();
      const headers = { cookie: peer.cookie };
      const stream = await opened.desk.call('/api/events', { headers, signal: stop.signal });
      const reader = stream.body?.getReader();
      let came = '';
      await opened.say('Threlkeld came by');
      while (!came.includes(opened.id)) {
        const read = await reader?.read();
        if (!read || read.done) throw new Error('The stream ended.');
        came += Buffer.from(read.value).toString();
      }
      for (const word of [...Object.values(TOLD), DANGER]) expect(came).not.toContain(word);
      stop.abort();
    });
  });
});
