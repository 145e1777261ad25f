import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from 'restify';
import { openBotFramework } from '../../adapters/botframework';
import type { Carriers, Channel } from '../../adapters/contract';
import { createHttpServer } from '../../adapters/http';
import { openNotify } from '../../adapters/sms/notify';
import { openTwilio } from '../../adapters/sms/twilio';
import { openWhatsApp } from '../../adapters/whatsapp';
import { createBots } from '../../bots';
import { createPresence } from '../../handoff/presence';
import { openSqliteStore } from '../../store/sqlite/store';
import { createRehearsal, type Said } from '../../tools/rehearsal';
import { startMeta } from '../../tools/stand-ins/meta';
import { startNotify } from '../../tools/stand-ins/notify';
import { startTwilio } from '../../tools/stand-ins/twilio';
import { type Cue, perform, readScene } from '../../tools/transcript';
import { account as notifyAccount, settings as notifySettings, words as notifyWords } from '../adapters/notify/world';
import { PUBLIC_URL, settings as twilioSettings } from '../adapters/twilio/server';
import { startWeb } from '../adapters/web/server';
import {
  account as metaAccount,
  settings as metaSettings,
  words as metaWords,
  silent,
} from '../adapters/whatsapp/world';
import { TUESDAY_10AM, talk, until, worker } from '../bots/world';
import { bare, botFramework, directLine, type Line, phone } from './lines';

/** One conversation, read from one file, by web chat, text message, WhatsApp and Bot Framework: the same words everywhere. */

const scene = readScene(readFileSync(join(__dirname, '../conversations/everywhere.md'), 'utf8'));
const sam = worker('Sam');
const now = () => TUESDAY_10AM;
const random = () => 0.5;
const log = { error: () => undefined, warn: () => undefined };
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** What Natter says to each cue, on a channel of this kind. */
async function expected(channel: 'web' | 'sms'): Promise<Said[][]> {
  const store = openSqliteStore(':memory:');
  const rehearsal = createRehearsal({ store, talk, start: TUESDAY_10AM, worker: sam, channel, log });
  const said = [await rehearsal.open()];
  for (const cue of scene.cues) said.push(await perform(rehearsal, cue));
  await store.close();
  return said;
}

/** All of Natter, with these channels. */
async function natter(channels: Channel[]) {
  const store = openSqliteStore(':memory:');
  const carriers: Carriers = new Map(channels.map(({ provider, carrier }) => [provider, carrier]));
  let ids = 0;
  const bots = createBots({
    ...{
      store,
      talk,
      now,
      newId: () => `id-${++ids}`,
      retention: { unclaimed: 30, claimed: 365 },
      random,
      presence: createPresence({ records: store.records, now }),
      carriers,
      log,
    },
  });
  const server: Server = createHttpServer({ log: silent });
  for (const channel of channels) channel.mount(server, bots.conversations);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(async () => {
    server.server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
    await bots.turns.close();
    await bots.sender.close();
    await store.close();
  });
  return { ...bots, url: `http://127.0.0.1:${server.address().port}` };
}

type Natter = Awaited<ReturnType<typeof natter>>;

async function onTwilio(person: string, byNumber: boolean): Promise<{ natter: Natter; line: Line }> {
  const standIn = await startTwilio({
    ...{
      accountSid: twilioSettings.accountSid,
      authToken: twilioSettings.authToken,
      publicUrl: PUBLIC_URL,
      now,
      random,
    },
    ...{ number: '+447700900000', whatsappNumber: '+447700900005', template: 'You have a reply.' },
  });
  closing.push(() => standIn.close());
  const channel = openTwilio({ ...twilioSettings, apiUrl: standIn.url }, { publicUrl: PUBLIC_URL, log: silent });
  const whole = await natter([channel]);
  standIn.natter(whole.url);
  return { natter: whole, line: phone(standIn, byNumber, person) };
}

const CHANNELS: Record<string, { kind: 'web' | 'sms'; start(): Promise<{ natter: Natter; line: Line }> }> = {
  'the web': {
    kind: 'web',
    async start() {
      const whole = await natter([]);
      const web = await startWeb({ conversations: whole.conversations, now });
      closing.push(() => web.close());
      return { natter: whole, line: directLine(web.api) };
    },
  },
  'text messages by Twilio': { kind: 'sms', start: () => onTwilio('+447700900001', true) },
  'WhatsApp by Twilio': { kind: 'sms', start: () => onTwilio('whatsapp:+447700900001', false) },
  'text messages by GOV.UK Notify': {
    kind: 'sms',
    async start() {
      const standIn = await startNotify({ ...notifyAccount, now, random });
      closing.push(() => standIn.close());
      const settings = { ...notifySettings, apiUrl: standIn.url };
      const whole = await natter([openNotify(settings, { now, log: silent }, notifyWords)]);
      standIn.natter(whole.url);
      return { natter: whole, line: phone(standIn, true) };
    },
  },
  'WhatsApp by Meta': {
    kind: 'sms',
    async start() {
      const standIn = await startMeta({ ...metaAccount, now, random });
      closing.push(() => standIn.close());
      const whole = await natter([openWhatsApp({ ...metaSettings, apiUrl: standIn.url }, { log: silent }, metaWords)]);
      standIn.natter(whole.url);
      return { natter: whole, line: phone(standIn, false) };
    },
  },
  'Bot Framework': {
    kind: 'web',
    async start() {
      const settings = { appId: null, appPassword: null, tenantId: null };
      const whole = await natter([openBotFramework(settings, { publicUrl: PUBLIC_URL, now, log: silent })]);
      const line = await botFramework(whole.url);
      closing.push(() => line.close());
      return { natter: whole, line };
    },
  },
};

/** What the desk showed last before the worker ended it. */
const stories = new Map<string, unknown>();

test.each(Object.entries(CHANNELS))('%s', async (name, { kind, start }) => {
  const { natter: whole, line } = await start();
  const answers = await expected(kind);
  await line.opens();
  await hears(line, answers[0] ?? [], 0);
  for (const [index, cue] of scene.cues.entries()) {
    const before = (await line.seen()).length;
    if (cue.does === 'ends') stories.set(name, await storyOf(whole));
    await play(whole, line, cue);
    await hears(line, answers[index + 1] ?? [], before);
  }
  expect(stories.get(name)).toEqual(stories.values().next().value);
});

test('the desk was shown the same story by all six', () => {
  expect(stories.size).toBe(6);
  expect(JSON.stringify(stories.get('the web'))).toMatch(/leccy/);
});

async function play({ desk }: Natter, line: Line, cue: Cue): Promise<void> {
  if (cue.does === 'person') return line.says(cue.text);
  const [{ id } = { id: '' }] = await desk.list();
  if (cue.does === 'joins') expect(await desk.claim(id, sam)).toEqual({ ok: true });
  if (cue.does === 'says') expect(await desk.say(id, sam, cue.text, cue.text)).toEqual({ ok: true });
  if (cue.does === 'ends') expect(await desk.end(id, sam, 'connected')).toEqual({ ok: true });
}

/** Every sentence and every choice reaches them, whatever the channel makes of lines and lists. */
async function hears(line: Line, said: Said[], from: number): Promise<void> {
  const wanted = said.flatMap(({ text, choices }) => [
    ...(text ?? '').split('\n').flatMap((line) => bare(line).split(/(?<=[.!?]) /)),
    ...choices.map(bare),
  ]);
  let missing = wanted;
  await until(async () => {
    const seen = bare((await line.seen()).slice(from).join('\n'));
    missing = wanted.filter((sentence) => !seen.includes(sentence));
    return missing.length === 0;
  }).catch(() => undefined);
  expect(missing).toEqual([]);
}

/** What a worker sees: what was shared, and what was said since. The same words, whichever way they came. */
async function storyOf({ desk }: Natter) {
  const [{ id } = { id: '' }] = await desk.list();
  const view = await desk.view(id);
  return {
    shared: view?.shared.map(({ text, question, kind }) => ({ text, question, kind })),
    entries: view?.entries.filter(({ from }) => from === 'person' || from === 'worker').map(({ text }) => text),
  };
}
