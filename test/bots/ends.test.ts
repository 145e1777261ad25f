import { Readable } from 'node:stream';
import { openBots, worker } from './world';

const MINUTE = 60_000;
const SAM = worker('Sam');
const KIM = worker('Kim');

/** Somebody who has waited for so many minutes, by text message or on the web. */
async function waiting(minutes: number, channel: 'web' | 'sms' = 'web') {
  const bots = openBots();
  const say = (text: string) => bots.says('jo', text, undefined, channel);
  for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  bots.clock.now += minutes * MINUTE;
  return { ...bots, say, all: () => Readable.from(bots.ends.all()).toArray() };
}

test('what is kept: the day, the channel, the wait, how it ended, whether something was promised, and nothing else', async () => {
  const { desk, clock, all, store } = await waiting(12, 'sms');
  await desk.claim('jo', SAM);
  clock.now += 30 * MINUTE;
  await desk.end('jo', SAM, 'connected', { with: 'Priya', promised: 'Priya rings on Monday' });
  expect(await all()).toEqual([
    { day: '2026-06-16', channel: 'sms', waited: 12, outcome: 'connected', promised: true },
  ]);
  const [row] = await store.records.list('ended', clock.now);
  expect(JSON.stringify(row)).not.toMatch(/jo|Priya|Sam|Monday/);
});

test('no wait is counted twice: of two claims the first, and of whoever was left the one before', async () => {
  const { desk, clock, all } = await waiting(5);
  await desk.claim('jo', SAM);
  clock.now += 5 * MINUTE;
  await desk.claim('jo', SAM);
  await desk.release('jo', { ...worker('Lee'), role: 'lead' });
  clock.now += 5 * MINUTE;
  await desk.claim('jo', KIM);
  await desk.end('jo', KIM, 'elsewhere');
  expect(await all()).toMatchObject([{ waited: 5, promised: false }]);
});

test('whoever booked a time has not waited', async () => {
  const { desk, say, clock, all } = await waiting(1);
  await say('text me tomorrow at 2pm');
  clock.now += 28 * 60 * MINUTE;
  await desk.claim('jo', SAM);
  await desk.end('jo', SAM, 'unreachable');
  expect(await all()).toMatchObject([{ waited: null, outcome: 'unreachable' }]);
});

test('the wait after being handed back is one of its own', async () => {
  const { desk, say, clock, all } = await waiting(5);
  await desk.claim('jo', SAM);
  await desk.handBack('jo', SAM);
  clock.now += 60 * MINUTE;
  for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  clock.now += 7 * MINUTE;
  await desk.claim('jo', SAM);
  await desk.end('jo', SAM, 'connected');
  expect(await all()).toMatchObject([{ waited: 7 }]);
});

test('what was refused is not counted, and what cannot be counted is done all the same', async () => {
  const { desk, store, all } = await waiting(5);
  await desk.claim('jo', KIM);
  expect(await desk.end('jo', SAM, 'connected')).toEqual({ ok: false, why: 'not-yours' });
  expect(await all()).toEqual([]);
  store.records.put = () => Promise.reject(new Error('the disk is full'));
  expect(await desk.end('jo', KIM, 'connected')).toEqual({ ok: true });
});

test('an end that was a mistake is none: of ending, going on and ending again the last counts', async () => {
  const { desk, clock, all } = await waiting(5);
  await desk.claim('jo', SAM);
  await desk.end('jo', SAM, 'unreachable');
  clock.now += MINUTE;
  expect(await desk.reopen('jo', SAM)).toEqual({ ok: true });
  expect(await all()).toEqual([]);
  await desk.end('jo', SAM, 'connected');
  expect(await all()).toMatchObject([{ waited: 5, outcome: 'connected' }]);
});

test('whoever deletes what they said while it is written down leaves no record of which talk it was', async () => {
  const { desk, say, store, clock } = await waiting(5);
  await desk.claim('jo', SAM);
  const { put } = store.records;
  store.records.put = async (kind, ...rest) => {
    if (kind === 'reopenable') await say('delete what I said');
    return put.call(store.records, kind, ...rest);
  };
  await desk.end('jo', SAM, 'connected');
  expect(await store.records.list('reopenable', clock.now)).toEqual([]);
});
