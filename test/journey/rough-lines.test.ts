import { openNotify } from '../../adapters/sms/notify';
import { openTwilio } from '../../adapters/sms/twilio';
import { openWhatsApp } from '../../adapters/whatsapp';
import { startMeta } from '../../tools/stand-ins/meta';
import { startNotify } from '../../tools/stand-ins/notify';
import { startTwilio } from '../../tools/stand-ins/twilio';
import type { Faults, StandIn } from '../../tools/stand-ins/types';
import { account as notifyAccount, settings as notifySettings, words as notifyWords } from '../adapters/notify/world';
import { seeded } from '../adapters/seeded';
import { PUBLIC_URL, settings as twilioSettings } from '../adapters/twilio/server';
import {
  account as metaAccount,
  settings as metaSettings,
  words as metaWords,
  silent,
} from '../adapters/whatsapp/world';
import { startWhole, until, type Whole } from '../adapters/whole';

/*
 * Five hundred conversations over lines that deliver late, twice and out of order, refuse for a while, and break off after
 * they took a message.
 */

/** A slow machine takes a minute. */
const PATIENCE_MS = 200_000;
jest.setTimeout(300_000);

const PEOPLE = 167;
const MESSAGES = 3;
const AT_ONCE = 20;
const LOST_ANSWERS = 15;
const ROUGH: Partial<Faults> = { delayMs: 30, duplicate: true, reorder: true, tooMany: 40, lostAnswers: LOST_ANSWERS };

let whole: Whole;
const now = () => whole.clock.now;
const random = seeded(11);
afterEach(() => whole.close());

const PROVIDERS: Record<string, () => Promise<Whole>> = {
  async twilio() {
    const { accountSid, authToken } = twilioSettings;
    const numbers = { number: '+447700900000', whatsappNumber: '+447700900005', template: 'You have a reply.' };
    const standIn = await startTwilio({ accountSid, authToken, ...numbers, publicUrl: PUBLIC_URL, now, random });
    const deps = { publicUrl: PUBLIC_URL, log: silent };
    return startWhole(standIn, openTwilio({ ...twilioSettings, apiUrl: standIn.url }, deps));
  },
  async notify() {
    const standIn = await startNotify({ ...notifyAccount, now, random });
    const settings = { ...notifySettings, apiUrl: standIn.url };
    return startWhole(standIn, openNotify(settings, { now, log: silent }, notifyWords));
  },
  async meta() {
    const standIn = await startMeta({ ...metaAccount, now, random });
    return startWhole(standIn, openWhatsApp({ ...metaSettings, apiUrl: standIn.url }, { log: silent }, metaWords));
  },
};

const numberOf = (person: number) => `+4477009${String(10_000 + person).padStart(5, '0')}`;
const saying = (person: number, n: number) => `message ${n} of ${person}: the damp is back`;

test.each(Object.keys(PROVIDERS))('%s', async (provider) => {
  whole = await (PROVIDERS[provider] as () => Promise<Whole>)();
  Object.assign(whole.standIn.faults, ROUGH);
  const people = Array.from({ length: PEOPLE }, (_, person) => person);
  for (let first = 0; first < PEOPLE; first += AT_ONCE)
    await Promise.all(people.slice(first, first + AT_ONCE).map((person) => writes(whole.standIn, person)));
  await everythingIsSent();

  // All that could go wrong has gone wrong.
  expect(whole.standIn.faults).toMatchObject({ tooMany: 0, lostAnswers: 0 });
  let repeated = 0;
  const conversations = await talks();
  expect(conversations.size).toBe(PEOPLE);
  for (const person of people) {
    const talk = conversations.get(person);
    expect(talk?.said).toEqual(Array.from({ length: MESSAGES }, (_, n) => saying(person, n)));
    const reached = whole.phone(numberOf(person)).map(({ text }) => text);
    const once = reached.filter((text, index) => text !== reached[index - 1]);
    repeated += reached.length - once.length;
    expect(once).toEqual(talk?.answers);
  }
  // None of these providers takes a key against repeats: where it broke off after taking a message, that one came twice.
  expect(repeated).toBeLessThanOrEqual(LOST_ANSWERS);
});

async function writes(standIn: StandIn, person: number): Promise<void> {
  for (let n = 0; n < MESSAGES; n += 1) expect(await standIn.write(numberOf(person), saying(person, n))).toBe(200);
}

/** Lets time pass until nothing waits to be sent; not while anything is being sent, which would be taken for abandoned. */
async function everythingIsSent(): Promise<void> {
  await until(async () => {
    if (whole.beingSent() > 0) return false;
    await whole.later(100);
    const all = await Promise.all((await ids()).map((id) => whole.store.outgoing(id)));
    return all.flat().every(({ state }) => state !== 'waiting');
  }, PATIENCE_MS);
}

const ids = async () => (await whole.store.conversations(null, PEOPLE * 2)).ids;

/** What was kept of each conversation, by the person who is in it: their words, and what was given out to be sent. */
async function talks(): Promise<Map<number, { said: string[]; answers: string[] }>> {
  const found = await Promise.all(
    (await ids()).map(async (id) => {
      const entries = await whole.store.transcript(id, 0, 1_000);
      const said = entries.flatMap(({ from, body }) => (from === 'person' ? [JSON.parse(body).text as string] : []));
      const rows = await whole.store.outgoing(id);
      const answers = rows.map(({ body }) => JSON.parse(body).activity.text as string);
      return [Number(/ of (\d+):/.exec(said[0] ?? '')?.[1]), { said, answers }] as const;
    }),
  );
  return new Map(found);
}
