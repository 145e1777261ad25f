import { openBots, until, worker } from './world';

const HOUR = 60 * 60_000;
type Bots = ReturnType<typeof openBots>;

const writes = (bots: Bots, text: string, channel = 'whatsapp', sent?: 'photo') =>
  bots.says('c', text, undefined, channel, sent ? { sent } : {});

async function withWorker(channel = 'whatsapp'): Promise<Bots> {
  const bots = openBots();
  for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await writes(bots, text, channel);
  await bots.desk.claim('c', worker('Sam'));
  return bots;
}

const reach = async (bots: Bots) => (await bots.desk.view('c'))?.reach;

test('a worker sees until when WhatsApp takes what they write: a day after each message of theirs', async () => {
  const bots = await withWorker();
  expect(await reach(bots)).toEqual({ until: bots.clock.now + 24 * HOUR, held: 0, asks: true });
  bots.clock.now += 5 * HOUR;
  expect((await reach(bots))?.until).toBe(bots.clock.now + 19 * HOUR);
  await writes(bots, 'still here');
  expect((await reach(bots))?.until).toBe(bots.clock.now + 24 * HOUR);
});

test('a photo opens it as words do, and what the worker writes does not', async () => {
  const bots = await withWorker();
  bots.clock.now += 3 * HOUR;
  await writes(bots, '', 'whatsapp', 'photo');
  const until = bots.clock.now + 24 * HOUR;
  bots.clock.now += HOUR;
  await bots.desk.say('c', worker('Sam'), 'thank you', 'm1');
  expect((await reach(bots))?.until).toBe(until);
});

test('a worker sees how many replies wait for them, until they write', async () => {
  const bots = await withWorker();
  bots.clock.now += 25 * HOUR;
  bots.answers.push({ ok: false, retry: false, code: 'window-closed' });
  await bots.desk.say('c', worker('Sam'), 'about your rent: ring me', 'm1');
  await until(async () => {
    bots.sender.wake();
    return (await reach(bots))?.held === 1;
  });
  await writes(bots, 'OPEN');
  expect(await reach(bots)).toEqual({ until: bots.clock.now + 24 * HOUR, held: 0, asks: true });
});

test.each(['sms', 'web'])('on %s there is no such day', async (channel) => {
  expect(await reach(await withWorker(channel))).toBeUndefined();
});

test('never a number is told with it', async () => {
  const bots = await withWorker();
  expect(JSON.stringify(await bots.desk.view('c'))).not.toContain('7700');
});
