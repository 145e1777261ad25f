import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { FakeConversations, message } from '../adapters/web/fake';
import { begin, startWeb, type Web } from '../adapters/web/server';

/** What one conversation may cost the rest of them. */
const MOST_SOCKETS = 10;
const PIECE = 100_000;

/** Counts how much of the transcript was read for sockets. */
class Counted extends FakeConversations {
  read = 0;
  override async activities(conversation: string, after: number) {
    const found = await super.activities(conversation, after);
    this.read += found.activities.length;
    return found;
  }
}

let web: Web;
let conversations: Counted;
beforeEach(async () => {
  conversations = new Counted();
  web = await startWeb({ conversations });
});
afterEach(() => web.close());

function outcome(url: string): Promise<{ socket: WebSocket; status: number }> {
  return new Promise((done) => {
    const socket = new WebSocket(url);
    socket.on('open', () => done({ socket, status: 101 }));
    socket.on('unexpected-response', (_req, res) => done({ socket, status: res.statusCode ?? 0 }));
    socket.on('error', () => undefined);
  });
}

/** A client that asks for a socket and then never reads from it. */
function deaf(streamUrl: string): Promise<Socket> {
  const { pathname, search, host, port } = new URL(streamUrl);
  const lines = [
    `GET ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ];
  return new Promise((done) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      socket.pause();
      done(socket);
    });
    socket.on('error', () => undefined);
  });
}

test('one conversation has no more than ten sockets; the next is refused until one is given back', async () => {
  const { streamUrl } = await begin(web);
  const opened = await Promise.all(Array.from({ length: MOST_SOCKETS }, () => outcome(streamUrl)));
  expect(opened.map(({ status }) => status)).toEqual(Array(MOST_SOCKETS).fill(101));
  expect((await outcome(streamUrl)).status).toBe(429);

  const other = await begin(web);
  expect((await outcome(other.streamUrl)).status).toBe(101);

  const given = opened[0]?.socket;
  await new Promise((done) => {
    given?.on('close', done);
    given?.close();
  });
  expect((await outcome(streamUrl)).status).toBe(101);
});

test('for a client that does not read, no more is fetched than it can be sent', async () => {
  const { conversationId, streamUrl } = await begin(web);
  const long = Array.from({ length: 400 }, () => message('x'.repeat(PIECE)));
  conversations.say(conversationId, ...long);
  conversations.read = 0;
  const socket = await deaf(streamUrl);
  await new Promise((done) => setTimeout(done, 1_500));
  expect(conversations.read).toBeGreaterThan(0);
  expect(conversations.read).toBeLessThan(long.length);
  socket.destroy();
});
