import type { Worker } from '../../handoff/types';
import { openBots, worker } from './world';

const TOLD = 'my bills are piling up';
const ASKS = 'Ali asks if they may read what you said here before. It is fine to say no.';
const ali: Worker = { ...worker('Ali'), role: 'peer' };
const bo: Worker = { ...worker('Bo'), role: 'peer' };
const sam = worker('Sam');

/** Somebody with whom a peer talks who may not read what they told. */
async function withAli(channel: 'web' | 'sms' = 'web') {
  const bots = openBots();
  const say = (text: string) => {
    bots.clock.now += 30_000;
    return bots.says('someone', text, undefined, channel);
  };
  for (const text of [TOLD, 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  await bots.desk.claim('someone', ali);
  const heard = async () => (await bots.answer('someone')).join('\n');
  const ask = (who = ali) => bots.desk.askToRead('someone', who);
  const reads = async (who = ali) => JSON.stringify(await bots.desk.view('someone', who)).includes(TOLD);
  const mayAsk = async (who = ali) => (await bots.desk.view('someone', who))?.mayAskToRead ?? false;
  return { ...bots, say, heard, ask, reads, mayAsk };
}

test('they are asked in one message, with a yes and a no', async () => {
  const { ask, heard, seen, reads } = await withAli();
  expect(await ask()).toEqual({ ok: true });
  expect(await heard()).toContain(ASKS);
  const offered = (await seen('someone')).at(-1)?.suggestedActions?.actions.map(({ title }) => title);
  expect(offered).toEqual(['Yes, you can', 'No, not that']);
  expect(await reads()).toBe(false);
});

describe.each(['web', 'sms'] as const)('on %s', (channel) => {
  test.each(['Yes, you can', '1', 'yes', 'yeah ok'])('"%s" opens it', async (answer) => {
    const { ask, say, heard, reads } = await withAli(channel);
    await ask();
    await say(answer);
    expect(await reads()).toBe(true);
    expect(await heard()).toBe('Thank you. Ali can read it now.');
  });

  test.each(['No, not that', '2', 'no', 'nah'])('"%s" does not, and it is not asked again', async (answer) => {
    const { ask, say, heard, reads, mayAsk } = await withAli(channel);
    await ask();
    await say(answer);
    expect(await reads()).toBe(false);
    expect(await heard()).toBe('That is fine. Ali does not read it.');
    expect(await mayAsk()).toBe(false);
    await ask();
    expect((await heard()).includes(ASKS)).toBe(false);
  });

  test.each(["don't read it", 'yes but not the bit about mum', 'why?', 'I had a bad night'])(
    '"%s" is no answer: it goes to the peer, who may ask again',
    async (answer) => {
      const { ask, say, heard, reads, mayAsk } = await withAli(channel);
      await ask();
      await say(answer);
      expect(await reads()).toBe(false);
      expect(await heard()).toBe('');
      expect(await mayAsk()).toBe(true);
      await say('yes');
      expect(await reads()).toBe(false);
    },
  );
});

test('once something else was said, a bare "yes" answers that, and the button still this', async () => {
  const first = await withAli();
  await first.ask();
  await first.desk.say('someone', ali, 'Is your mum at home?', 'm-1');
  await first.say('yes');
  expect(await first.reads()).toBe(false);
  const second = await withAli();
  await second.ask();
  await second.desk.say('someone', ali, 'Only if you like.', 'm-1');
  await second.say('Yes, you can');
  expect(await second.reads()).toBe(true);
});

test('it is let to whoever asked, and to no other peer', async () => {
  const { ask, say, desk, reads, mayAsk } = await withAli();
  await ask();
  await say('yes');
  await desk.ask('someone', ali, { to: { kind: 'anyone', id: '', name: '' }, why: 'second' });
  await desk.join('someone', bo);
  expect([await reads(), await reads(bo)]).toEqual([true, false]);
  expect([await mayAsk(), await mayAsk(bo)]).toEqual([false, true]);
});

test('it ends with this time: after the next asking for a person it is closed again', async () => {
  const { ask, say, desk, reads } = await withAli();
  await ask();
  await say('yes');
  await desk.end('someone', ali, 'connected');
  for (const text of ['person', 'Yes, ask a worker']) await say(text);
  expect(await reads()).toBe(false);
});

test('a question of somebody who is not there any more is answered by nobody', async () => {
  const { ask, say, desk, reads } = await withAli();
  await ask();
  await desk.release('someone', { ...worker('Lee'), role: 'lead' });
  await desk.claim('someone', sam);
  await say('yes');
  expect(await reads()).toBe(false);
});

test('words about danger are heard first, as always', async () => {
  const { ask, say, heard, reads, desk } = await withAli();
  await ask();
  await say('he is outside with a knife');
  expect(await heard()).toContain('999');
  expect((await desk.view('someone', ali))?.flags).toHaveLength(1);
  expect(await reads()).toBe(false);
});

test('it is for peers who are with them, and never for whoever wants no messages', async () => {
  const { ask, say, desk, mayAsk } = await withAli('sms');
  expect(await ask(sam)).toEqual({ ok: false, why: 'role' });
  expect(await ask(bo)).toEqual({ ok: false, why: 'not-yours' });
  expect(await mayAsk(bo)).toBe(false);
  await say('STOP');
  expect(await ask()).toEqual({ ok: false, why: 'stopped' });
  await desk.end('someone', ali, 'connected');
  expect(await ask()).toEqual({ ok: false, why: 'gone' });
});

test('a peer who was told no, and ends and goes on with them, may not ask again', async () => {
  const { ask, say, desk, heard, mayAsk } = await withAli();
  await ask();
  await say('No, not that');
  await desk.end('someone', ali, 'connected');
  expect(await desk.reopen('someone', ali)).toEqual({ ok: true });
  expect(await mayAsk()).toBe(false);
  await ask();
  expect((await heard()).includes(ASKS)).toBe(false);
});

test('whoever asks for a person anew may be asked anew', async () => {
  const { ask, say, desk, mayAsk } = await withAli();
  await ask();
  await say('No, not that');
  await desk.handBack('someone', ali);
  for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  await desk.claim('someone', ali);
  expect(await mayAsk()).toBe(true);
});
