import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { arrive, type Visitor } from '../../tools/faults/direct-line';
import { type ServerProcess, startServer } from '../../tools/faults/process';
import { openBrowser, openPage } from '../browser';
import { type RedisServer, startRedis } from '../redis';
import { eventually, lines, onRedis } from './natters';

jest.setTimeout(900_000);

/** Natter waits 2 s for Redis, once; the rest is for a busy machine. Providers wait for 5 s at the least. */
const SOON_MS = 5_000;
const content = (file: string) => parse(readFileSync(join(__dirname, '../../content/en', file), 'utf8'));
const page = content('page.yaml') as { notSent: string };
const desk = content('desk.yaml') as { reply: { failed: string; sent: string } };

let folder: string;
let redis: RedisServer;
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'natter-away-'));
  redis = await startRedis();
  [server, browser] = await Promise.all([startServer({ ...onRedis(redis, folder), LOG_LEVEL: 'warn' }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

const box = (of: Page, name: string) => of.getByRole('textbox', { name });
const log = (of: Page) => of.getByRole('log');

/** Somebody at the chat page who has asked for a worker, and that worker at the desk's page. */
async function inTalk(): Promise<{ person: Page; worker: Page }> {
  const { page: person } = await openPage(browser);
  const { page: worker } = await openPage(browser, { viewport: { width: 1280, height: 800 } });
  await person.goto(server.url);
  const writes = async (text: string) => {
    await box(person, 'Your message').fill(text);
    await person.getByRole('button', { name: 'Send' }).click();
  };
  await writes('I am behind with the rent');
  await log(person).getByText('Money worries can come to anyone.').waitFor();
  await writes('person');
  await person.getByRole('button', { name: 'Yes, ask a worker', exact: true }).click();
  await writes('not the school please');
  await writes('Jo');
  await writes('skip');
  await worker.goto(server.signIn ?? '');
  await worker
    .getByRole('button', { name: /Waiting/ })
    .first()
    .waitFor();
  await worker.getByRole('button', { name: 'Next person' }).click();
  await log(person)
    .getByText(/Alex is a person/)
    .last()
    .waitFor();
  return { person, worker };
}

/** How Redis goes away and comes back. */
const AWAY: Record<string, { leave: () => Promise<unknown>; comeBack: () => Promise<unknown> }> = {
  'does not answer': {
    leave: async () => redis.process().kill('SIGSTOP'),
    comeBack: async () => redis.process().kill('SIGCONT'),
  },
  'was killed': { leave: () => redis.kill(), comeBack: () => redis.start() },
};

const ready = async () => (await fetch(`${server.url}/health/ready`)).status;

async function post({ conversation, token }: Visitor, text: string) {
  const started = performance.now();
  const reply = await fetch(`${server.url}/v3/directline/conversations/${conversation}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text, channelData: { clientActivityID: text.replaceAll(' ', '-') } }),
  });
  return { status: reply.status, retryAfter: reply.headers.get('retry-after'), ms: performance.now() - started };
}

describe('when Redis goes away in the middle of a talk', () => {
  let talk: { person: Page; worker: Page };
  beforeAll(async () => {
    talk = await inTalk();
  });

  test.each(Object.entries(AWAY))('and %s', async (how, { leave, comeBack }) => {
    const { person, worker } = talk;
    const visitor = await arrive(server.url);
    const [theirs, reply, mine] = [`are you there, it ${how}`, `I can ring you, it ${how}`, `one more, it ${how}`];
    expect(await ready()).toBe(200);
    await leave();

    // Whoever hands a message in is told soon that it was not kept, and when to hand it in again.
    const refused = await post(visitor, mine);
    expect(refused).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^[1-9]\d*$/) });
    expect(refused.ms).toBeLessThan(SOON_MS);
    await eventually(async () => (await ready()) === 503, 'it says that it is ready');
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);

    // The pages say so, and keep what was written.
    await box(person, 'Your message').fill(theirs);
    await person.getByRole('button', { name: 'Send' }).click();
    await log(person).getByText(page.notSent).waitFor();
    expect(await log(person).getByText(theirs).count()).toBe(1);
    await box(worker, 'Your reply').fill(reply);
    await box(worker, 'Your reply').press('Enter');
    await worker.getByText(desk.reply.failed).waitFor();
    expect(await box(worker, 'Your reply').inputValue()).toBe(reply);

    // It goes on by itself: the person's words go by themselves, the worker presses Enter again.
    await comeBack();
    await eventually(async () => (await ready()) === 200, 'it is not ready again');
    await log(person).getByText(page.notSent).waitFor({ state: 'detached' });
    await log(worker).getByText(theirs).waitFor();
    await box(worker, 'Your reply').press('Enter');
    await log(person).getByText(reply).waitFor();
    expect((await post(visitor, mine)).status).toBe(200);
    expect((await post(visitor, mine)).status).toBe(200);

    // Everything is there once.
    for (const each of [person, worker])
      for (const text of [theirs, reply]) expect(await log(each).getByText(text).count()).toBe(1);
    const words = (await lines(server.url, visitor)).filter(({ from }) => from === 'person');
    expect(words.filter(({ text }) => text === mine)).toHaveLength(1);
    expect(server.output()).toMatch(/Redis is away[\s\S]*Redis is back/);
  });

  test('and Natter is told to stop meanwhile: it ends with 0', async () => {
    redis.process().kill('SIGSTOP');
    expect(await server.stop()).toBe(0);
  });
});
