import { ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { FakeConversations, fromWorker } from './fake';
import { begin, call, startWeb, type Web } from './server';

/** The real client of the protocol, as Web Chat uses it. */

Object.assign(globalThis, { XMLHttpRequest: require('xhr2') });

const SHOWN_AT_START = 3;
let clients: DirectLine[] = [];

beforeEach(() => {
  // It waits 3 to 15 seconds before it reconnects, by chance.
  jest.spyOn(Math, 'random').mockReturnValue(0);
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  for (const client of clients) client.end();
  clients = [];
  jest.restoreAllMocks();
});

async function connect(web: Web, webSocket: boolean) {
  const { json } = await call('POST', `${web.api}/tokens/generate`);
  const client = new DirectLine({ domain: web.api, token: json.token, webSocket, pollingInterval: 1000 });
  clients.push(client);
  const seen: { id: string; text: string }[] = [];
  const writing: (string | undefined)[] = [];
  const statuses: ConnectionStatus[] = [];
  client.connectionStatus$.subscribe((status) => void statuses.push(status));
  client.activity$.subscribe(
    (activity) =>
      activity.type === 'typing'
        ? void writing.push(activity.from.name)
        : void seen.push({ id: activity.id ?? '', text: (activity as { text?: string }).text ?? '' }),
    () => undefined,
  );
  const say = (text: string) =>
    new Promise<string>((resolve, reject) =>
      client
        .postActivity({ type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID: `c-${text}` } })
        .subscribe(resolve, reject),
    );
  return {
    client,
    seen,
    writing,
    statuses,
    say,
    conversation: () => (client as unknown as { conversationId: string }).conversationId,
  };
}

async function until(holds: () => boolean, what: string, ms = 8_000): Promise<void> {
  for (const end = Date.now() + ms; !holds(); ) {
    if (Date.now() > end) throw new Error(`Waited too long for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const portOf = (web: Web) => Number(new URL(web.url).port);
const texts = (seen: { text: string }[]) => seen.map(({ text }) => text);

test.each([
  ['by socket', true],
  ['by polling', false],
])(
  '%s: a whole conversation, in order, through a restart of the server, with nothing twice and nothing missing',
  async (_how, webSocket) => {
    const conversations = new FakeConversations();
    let web = await startWeb({ conversations });
    const { seen, statuses, say, conversation } = await connect(web, webSocket);
    await until(() => seen.length === SHOWN_AT_START, 'the greeting');
    expect(await say('one')).toBe(`${conversation()}:c-one`);
    expect(await say('two')).not.toBe('retry');
    await until(() => seen.length === SHOWN_AT_START + 4, 'both answers');

    // A polling client gives up if it calls while nobody listens, so the restart falls between two of its calls.
    await web.close();
    web = await startWeb({ conversations, port: portOf(web) });
    conversations.say(conversation(), fromWorker('Sam', 'said while you were away'));
    await until(() => seen.length === SHOWN_AT_START + 5, 'what was said meanwhile');
    await say('three');
    await until(() => seen.length === SHOWN_AT_START + 7, 'the last answer');

    expect(texts(seen).slice(SHOWN_AT_START)).toEqual([
      'one',
      'You said: one',
      'two',
      'You said: two',
      'said while you were away',
      'three',
      'You said: three',
    ]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(statuses.at(-1)).toBe(ConnectionStatus.Online);
    await web.close();
  },
  30_000,
);

test.each([
  ['by socket', true],
  ['by polling', false],
])('%s: the client passes on that a worker is writing, and loses no message by it', async (_how, webSocket) => {
  const web = await startWeb();
  const { seen, writing, client, conversation } = await connect(web, webSocket);
  await until(() => seen.length === SHOWN_AT_START, 'the greeting');
  const { watermark } = client as unknown as { watermark: string };
  web.conversations.writes(conversation(), 'Kim');
  await until(() => writing.length > 0, 'who is writing');
  expect(new Set(writing)).toEqual(new Set(['Kim']));
  expect((client as unknown as { watermark: string }).watermark).toBe(watermark);
  for (const line of ['one', 'two', 'three']) {
    web.conversations.writes(conversation(), 'Kim');
    web.conversations.say(conversation(), fromWorker('Kim', line));
    web.conversations.writes(conversation(), 'Kim');
  }
  await until(() => seen.length === SHOWN_AT_START + 3, 'what they wrote');
  expect(texts(seen).slice(SHOWN_AT_START)).toEqual(['one', 'two', 'three']);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);

  await new Promise<void>((done) =>
    client.postActivity({ type: 'typing', from: { id: 'me' } }).subscribe(() => done()),
  );
  expect(web.conversations.typed).toEqual([conversation()]);
  await web.close();
});

test('by socket: messages that come in a rush arrive once each and in order', async () => {
  const web = await startWeb();
  const { seen, conversation } = await connect(web, true);
  await until(() => seen.length === SHOWN_AT_START, 'the greeting');
  const lines = Array.from({ length: 300 }, (_, index) => `line ${index}`);
  for (const line of lines) web.conversations.say(conversation(), fromWorker('Sam', line));
  await until(() => seen.length === SHOWN_AT_START + lines.length, 'all of them');
  expect(texts(seen).slice(SHOWN_AT_START)).toEqual(lines);
  await web.close();
});

test('by polling: trouble in the store does not stop the client', async () => {
  const web = await startWeb();
  const { seen, say } = await connect(web, false);
  await until(() => seen.length === SHOWN_AT_START, 'the greeting');
  web.conversations.broken = true;
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  web.conversations.broken = false;
  await say('still there?');
  await until(() => texts(seen).includes('You said: still there?'), 'the answer');
  await web.close();
}, 15_000);

test('by socket: trouble in the store delays messages and loses none', async () => {
  const web = await startWeb();
  const { seen, conversation } = await connect(web, true);
  await until(() => seen.length === SHOWN_AT_START, 'the greeting');
  web.conversations.broken = true;
  web.conversations.say(conversation(), fromWorker('Sam', 'are you there?'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(seen).toHaveLength(SHOWN_AT_START);
  web.conversations.broken = false;
  await until(() => texts(seen).includes('are you there?'), 'the message');
  await web.close();
});

test('a socket takes the empty frames that keep it open, and hangs up on more', async () => {
  const web = await startWeb();
  const { streamUrl } = await begin(web);
  const socket = new WebSocket(streamUrl);
  const frames: { activities: unknown[]; watermark: string }[] = [];
  let closed = 0;
  socket.onmessage = ({ data }) => void frames.push(JSON.parse(String(data)));
  socket.onclose = ({ code }) => {
    closed = code;
  };
  await until(() => frames.length === SHOWN_AT_START, 'the greeting');
  expect(frames.map(({ watermark }) => watermark)).toEqual(['1', '2', '3']);
  socket.send('');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(closed).toBe(0);
  socket.send('x'.repeat(5_000));
  await until(() => closed !== 0, 'the hang-up');
  expect(closed).toBe(1009);
  await web.close();
});

test('closing ends sockets politely', async () => {
  const web = await startWeb();
  const { streamUrl } = await begin(web);
  const socket = new WebSocket(streamUrl);
  await new Promise((resolve) => {
    socket.onopen = resolve;
  });
  const closed = new Promise<number>((resolve) => {
    socket.onclose = ({ code }) => resolve(code);
  });
  await web.close();
  expect(await closed).toBe(1012);
});
