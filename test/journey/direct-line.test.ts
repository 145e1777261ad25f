import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DirectLine, type DirectLineOptions } from 'botframework-directlinejs';
import { type ServerProcess, startServer } from '../../tools/faults/process';

/** The real client of the protocol, unmodified, against the real server in a process of its own. */

Object.assign(globalThis, { XMLHttpRequest: require('xhr2') });
jest.setTimeout(90_000);

let dir: string;
let port: string;
let server: ServerProcess;
const clients: DirectLine[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'natter-direct-line-'));
  port = await freePort();
  server = await startServer({ DATA_DIR: dir, PORT: port });
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterAll(async () => {
  for (const client of clients) client.end();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
  jest.restoreAllMocks();
});

function freePort(): Promise<string> {
  return new Promise((done) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(String(port)));
    });
  });
}

interface Seen {
  id: string;
  text: string;
}

function connect(seen: Seen[], options: DirectLineOptions) {
  const client = new DirectLine({ domain: `http://localhost:${port}/v3/directline`, pollingInterval: 300, ...options });
  clients.push(client);
  client.activity$.subscribe(
    ({ id, type, ...rest }) =>
      void (type === 'message' && seen.push({ id: id ?? '', text: (rest as { text?: string }).text ?? '' })),
    () => undefined,
  );
  return { client, details: client as unknown as { conversationId: string; token: string; watermark: string } };
}

function say(client: DirectLine, text: string): Promise<string> {
  return new Promise((done, failed) =>
    client.postActivity({ type: 'message', text, from: { id: 'me' } }).subscribe(done, failed),
  );
}

async function until(holds: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 30_000; !holds(); ) {
    if (Date.now() > end) throw new Error(`Waited too long for: ${what}`);
    await new Promise((done) => {
      setTimeout(done, 20);
    });
  }
}

const restart = async () => {
  await server.kill();
  server = await startServer({ DATA_DIR: dir, PORT: port });
};

async function newToken(): Promise<string> {
  const reply = await fetch(`http://localhost:${port}/v3/directline/tokens/generate`, { method: 'POST' });
  return ((await reply.json()) as { token: string }).token;
}

const answeredAfter = (seen: Seen[], text: string) => () =>
  seen.findIndex((each) => each.text === text) >= 0 && seen.at(-1)?.text !== text;

function everythingOnceInOrder(seen: Seen[], said: string[]): void {
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(seen.map(({ id }) => id)).toEqual(seen.map(({ id }) => id).toSorted());
  expect(seen.map(({ text }) => text).filter((text) => said.includes(text))).toEqual(said);
}

test('by socket: the client comes back by itself after the server was killed, and sees everything once', async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
  const seen: Seen[] = [];
  const { client } = connect(seen, { token: await newToken(), webSocket: true });
  await until(() => seen.length > 0, 'the greeting');
  expect(seen[0]?.text).toMatch(/^Hello/);
  await say(client, 'Money worries');
  await until(answeredAfter(seen, 'Money worries'), 'the answer');
  await restart();
  await say(client, 'Bills are piling up');
  await until(answeredAfter(seen, 'Bills are piling up'), 'the answer after the restart');
  everythingOnceInOrder(seen, ['Money worries', 'Bills are piling up']);
});

/** Polling, the client itself gives up for good if it calls while nobody listens; its page then makes a new one. */
test('by polling: a client that goes on from the watermark after the server was killed sees everything once', async () => {
  const seen: Seen[] = [];
  const first = connect(seen, { token: await newToken(), webSocket: false });
  await until(() => seen.length > 0, 'the greeting');
  await say(first.client, 'Money worries');
  await until(answeredAfter(seen, 'Money worries'), 'the answer');
  await restart();
  const { conversationId, token, watermark } = first.details;
  const second = connect(seen, { token, conversationId, watermark, webSocket: false });
  await until(() => second.details.conversationId === conversationId, 'the new client');
  await say(second.client, 'Bills are piling up');
  await until(answeredAfter(seen, 'Bills are piling up'), 'the answer after the restart');
  everythingOnceInOrder(seen, ['Money worries', 'Bills are piling up']);
});
