import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pino from 'pino';
import type { Carrier } from '../../adapters/contract';
import { createBots } from '../../bots';
import { passBy, stopAt } from '../../bots/fault-points';
import { ringTimers } from '../../bots/timers';
import { readConfig } from '../../config';
import { createPresence } from '../../handoff/presence';
import { readContent } from '../../read-content';
import { UnavailableError } from '../../store/errors';
import { masterKeys } from '../../store/master-key';
import { openStore } from '../../store/open';
import { sealed } from '../../store/sealed/store';
import { talkOf } from '../../talk-from-content';

/*
 * A small Natter in a process of its own, to be killed: it takes messages in over HTTP, runs turns, and sends what is said to a
 * stand-in for a provider. STAND_IN is where that listens; FAULT_POINT (`turn/ran@3`) is where this process ends itself.
 */

const CHANNEL = 'sms';
const TICK_MS = 20;
/** Short, so that what a killed process held is soon free again. */
const LEASE_MS = 1_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { content } = readContent(config.contentDir, config.place);
  if (!content) throw new Error('The content cannot be read.');
  const store = sealed(
    await openStore({ ...config, log: pino({ level: 'silent' }) }),
    masterKeys(config.masterKey, config.masterKeyOld, config.dataDir),
  );
  const reach = stopAt(process.env.FAULT_POINT ?? '', () => process.kill(process.pid, 'SIGKILL')) ?? passBy;
  // That the store is away is what is tried here.
  const report = (fields: { code?: unknown }, message: string) => {
    if (fields.code !== 'unavailable') console.error(message, fields);
  };
  const log = { error: report, warn: report };
  const carrier: Carrier = {
    parts: (said) => said,
    async send({ conversation, activity }) {
      const reply = await post(process.env.STAND_IN ?? '', { conversation, text: activity.text });
      return reply.ok
        ? { ok: true, providerId: await reply.text() }
        : { ok: false, retry: reply.status >= 429, code: 'passing' };
    },
  };
  const { turns, conversations, desk, sender } = createBots({
    store,
    talk: talkOf(content, 'en'),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    retention: config.retention,
    random: Math.random,
    presence: createPresence({ records: store.records, now: Date.now }),
    carriers: new Map([[CHANNEL, carrier]]),
    log,
    reach,
    leaseMs: LEASE_MS,
  });

  const forever = async (work: () => Promise<unknown>, ms: number) => {
    await work().catch(() => undefined);
    setTimeout(() => void forever(work, ms), ms);
  };

  const routes: Record<string, (body: Record<string, string>) => Promise<unknown>> = {
    // Several at once, as a batch of a provider's: all are taken in, or the sender sends them again.
    '/say': async ({ conversation = '', ids = '', texts = '' }) => {
      const said = ids.split('|').map((id, index) => ({ id, text: texts.split('|')[index] ?? '' }));
      const arrivals = said.map(({ id, text }) => ({
        id,
        channel: CHANNEL,
        conversation,
        address: { provider: CHANNEL, person: conversation, ours: CHANNEL },
        activity: { type: 'message', text },
      }));
      return Promise.all(arrivals.map((arrival) => conversations.receive(arrival)));
    },
    '/transcript': async ({ conversation = '' }) => ({
      entries: (await store.transcript(conversation, 0, 100_000)).map(({ seq, from, body }) => ({
        seq,
        from,
        text: JSON.parse(body).text,
      })),
      unsent: (await store.outgoing(conversation)).filter(({ state }) => state === 'waiting').length,
    }),
    '/claim': async ({ conversation = '', worker = '' }) =>
      desk.claim(conversation, { id: worker, name: worker, email: '', role: 'worker' }),
  };
  const server = createServer((req, res) => void answer(routes, req, res));
  server.listen(config.port, () => {
    console.log(`listening on ${(server.address() as { port: number }).port}`);
    void forever(async () => sender.wake(), TICK_MS);
    void forever(() => turns.recover(), TICK_MS * 10);
    void forever(() => ringTimers(store, turns, Date.now()), TICK_MS * 10);
  });
}

async function answer(
  routes: Record<string, (body: Record<string, string>) => Promise<unknown>>,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, string>;
    const result = await routes[req.url ?? '']?.(body);
    res.statusCode = result === undefined ? 404 : 200;
    res.end(JSON.stringify(result ?? null));
  } catch (error) {
    res.statusCode = error instanceof UnavailableError ? 503 : 500;
    res.end();
  }
}

function post(url: string, body: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(LEASE_MS * 0.7),
  });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
