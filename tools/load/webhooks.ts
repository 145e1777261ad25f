import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startServer } from '../faults/process';
import { startMeta } from '../stand-ins/meta';
import { messageHook, signed, whoIs } from '../stand-ins/meta-webhooks';
import type { StandIn } from '../stand-ins/types';

export interface Plan {
  seconds: number;
  /** Messages a second, however fast the answers come. */
  rate: number;
  /** How many people write, in turn. */
  people: number;
  /** Redis instead of SQLite. */
  redisUrl?: string;
}

/** Times in milliseconds, from when a message was due to be sent until it was acknowledged. */
export interface Figures {
  sent: number;
  acknowledged: number;
  /** Any other answers, by status: `none` where there was none at all, with the reason. */
  others: Record<string, number>;
  median: number;
  p95: number;
  p99: number;
  max: number;
  overSecond: number;
  /** People who wrote, and those of them whom an answer reached. */
  people: number;
  answered: number;
  replies: number;
}

const ACCOUNT = {
  token: 'load-token',
  appSecret: 'load-secret',
  phoneNumberId: '106540352242922',
  number: '441632960000',
  template: 'You have a reply. Answer OPEN to read it.',
};

const SAID = [
  'hi',
  'I am behind with the rent and they keep ringing me',
  'yes',
  'can I talk to someone',
  '1',
  'my son will not go to school any more',
  'thanks',
  'there is nothing left for food this week',
];

const WARM_UP = 50;
const LAST_ANSWERS_MS = 120_000;

/** Plays signed WhatsApp webhooks against a server in a process of its own, with a stand-in for Meta that takes its answers. */
export async function loadWebhooks(plan: Plan, say: (line: string) => void): Promise<Figures> {
  const dir = mkdtempSync(join(tmpdir(), 'natter-load-'));
  const meta = await startMeta({ ...ACCOUNT, now: Date.now, random: Math.random });
  let server: ServerProcess | null = null;
  try {
    server = await startServer({
      ...settings(meta.url),
      DATA_DIR: dir,
      ...(plan.redisUrl && { REDIS_URL: plan.redisUrl }),
    });
    meta.natter(server.url);
    say(`the server listens; ${plan.rate} messages a second for ${plan.seconds} s from ${plan.people} people`);
    // The first turns of a process read the content and its word vectors.
    for (let n = 0; n < WARM_UP; n += 1) await post(server.url, personOf(plan.people + n), `wamid.warm-up-${n}`, 'hi');
    const waits = await play(plan, server.url);
    say('all sent; waiting until everybody has an answer');
    return { ...summary(waits), ...(await answers(meta, Math.min(plan.people, waits.length))) };
  } finally {
    await server?.stop();
    await meta.close();
    agent.destroy();
    rmSync(dir, { recursive: true, force: true });
  }
}

const settings = (apiUrl: string) => ({
  WHATSAPP_TOKEN: ACCOUNT.token,
  WHATSAPP_APP_SECRET: ACCOUNT.appSecret,
  WHATSAPP_VERIFY_TOKEN: 'load-verify',
  WHATSAPP_PHONE_NUMBER_ID: ACCOUNT.phoneNumberId,
  WHATSAPP_API_URL: apiUrl,
});

/** Waits until all who wrote have an answer, or no longer than that. */
async function answers({ reached }: StandIn, people: number) {
  const wrote = new Set(Array.from({ length: people }, (_, n) => personOf(n)));
  const answered = () => new Set(reached.map(({ to }) => to).filter((to) => wrote.has(to))).size;
  for (const end = Date.now() + LAST_ANSWERS_MS; answered() < people && Date.now() < end; ) await wait(100);
  return { people, answered: answered(), replies: reached.length };
}

/** How long each message waited for its acknowledgement; what came instead, where it got none. */
async function play({ seconds, rate, people }: Plan, url: string): Promise<(number | string)[]> {
  const started = performance.now();
  const all: Promise<number | string>[] = [];
  for (let n = 0; n < seconds * rate; n += 1) {
    // By when it was due, not by when there was time for it: a slow answer must not hold back the messages behind it.
    const due = started + (n * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    const text = SAID[Math.floor(n / people) % SAID.length] ?? '';
    const answer = post(url, personOf(n % people), `wamid.${n}`, text);
    all.push(
      answer.then(
        (status) => (status === 200 ? performance.now() - due : String(status)),
        (error: { code?: string }) => `none ${error.code ?? ''}`.trim(),
      ),
    );
  }
  return Promise.all(all);
}

/** Connections are kept and waited for, however busy the machine is: only what Natter answers counts. */
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

function post(url: string, person: string, id: string, text: string): Promise<number> {
  const content = { type: 'text', text: { body: text } };
  const { body, headers } = signed(ACCOUNT.appSecret, messageHook(ACCOUNT, whoIs(person), id, Date.now(), content));
  return new Promise((done, failed) => {
    const asked = request(`${url}/channels/whatsapp`, { method: 'POST', headers, agent }, (answer) => {
      answer.resume().once('end', () => done(answer.statusCode ?? 0));
    });
    asked.once('error', failed);
    asked.end(body);
  });
}

const personOf = (n: number) => `+4477009${String(n).padStart(5, '0')}`;

function summary(waits: (number | string)[]): Omit<Figures, 'people' | 'answered' | 'replies'> {
  const times = waits.filter((time) => typeof time === 'number').sort((a, b) => a - b);
  const others: Record<string, number> = {};
  for (const other of waits) if (typeof other === 'string') others[other] = (others[other] ?? 0) + 1;
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    sent: waits.length,
    acknowledged: times.length,
    others,
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: times.at(-1) ?? 0,
    overSecond: times.filter((time) => time > 1000).length,
  };
}

const wait = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms);
  });
