import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import { WebSocket, WebSocketServer } from 'ws';
import type { Conversations } from '../contract';
import { errorCode, HttpError } from '../http';
import { typingOf } from './hints';

const HEARTBEAT_MS = 25_000;
/** Hearts beat in this many groups, one after the other: thousands of sockets looked after at once would hold up everybody. */
const HEARTBEAT_GROUPS = 50;
const RETRY_MS = 1_000;
const CLOSE_MS = 1_000;
const SERVICE_RESTART = 1012;
/** Enough for every tab of one person, and for those of their sockets that are not yet known to be dead. */
const MOST_SOCKETS = 10;

export interface Streams {
  /**
   * Makes a socket of a checked upgrade request, and sends it everything after the watermark, now and from now on.
   * @throws HttpError 429 when this conversation has too many; its client can poll.
   */
  open(req: IncomingMessage, socket: Duplex, head: Buffer, conversation: string, after: number): void;
  /** Closes every socket; clients come back by themselves. */
  close(): Promise<void>;
}

interface Stream {
  socket: WebSocket;
  wake(): void;
  /** Whether it has answered since the last heartbeat. */
  alive: boolean;
  /** With which others its heart beats. */
  group: number;
}

/** The sockets. What they send is read from the transcript, but for who is writing; a wake-up only says when to look. */
export function createStreams(conversations: Conversations, now: () => number, log: Logger): Streams {
  // Clients send nothing but empty frames to keep the line open.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024, clientTracking: false });
  const streams = new Map<string, Set<Stream>>();
  const unwatch = conversations.watch((conversation) => {
    for (const stream of streams.get(conversation) ?? []) stream.wake();
  });
  const untyping = conversations.watchTyping((conversation, name) => void hint(conversation, name));
  const all = () => [...streams.values()].flatMap((theirs) => [...theirs]);
  let opened = 0;
  let beats = 0;
  const heartbeat = setInterval(() => {
    beats += 1;
    for (const stream of all()) if (stream.group === beats % HEARTBEAT_GROUPS) beat(stream);
  }, HEARTBEAT_MS / HEARTBEAT_GROUPS).unref();

  function add(socket: WebSocket, conversation: string, after: number) {
    const wake = follow(conversations, conversation, after, socket, log);
    opened += 1;
    const stream: Stream = { socket, wake, alive: true, group: opened % HEARTBEAT_GROUPS };
    const theirs = streams.get(conversation) ?? new Set();
    streams.set(conversation, theirs.add(stream));
    socket.on('pong', () => {
      stream.alive = true;
    });
    socket.on('error', (error) => log.debug({ code: errorCode(error) }, 'socket failed'));
    socket.on('close', () => {
      theirs.delete(stream);
      if (theirs.size === 0 && streams.get(conversation) === theirs) streams.delete(conversation);
    });
    wake();
  }

  /** It has no watermark: nothing of it is in the transcript. Who has not read what came before can do without. */
  async function hint(conversation: string, name: () => Promise<string | null>): Promise<void> {
    const theirs = streams.get(conversation);
    const writer = theirs && (await name());
    if (!writer) return;
    const frame = JSON.stringify({ activities: [typingOf(conversation, writer, now())] });
    for (const { socket } of theirs)
      if (socket.readyState === WebSocket.OPEN && socket.bufferedAmount === 0) socket.send(frame);
  }

  return {
    open(req, socket, head, conversation, after) {
      if ((streams.get(conversation)?.size ?? 0) >= MOST_SOCKETS) {
        throw new HttpError(429, 'TooManySockets', 'This chat has too many sockets. Close one, or poll.');
      }
      sockets.handleUpgrade(req, socket, head, (ws) => add(ws, conversation, after));
    },
    async close() {
      clearInterval(heartbeat);
      unwatch();
      untyping();
      await Promise.all(all().map(({ socket }) => closed(socket)));
    },
  };
}

/**
 * One read at a time, so that everything is sent once and in order. Call what it returns to look for something new.
 * Each activity is a frame of its own: botframework-directlinejs hands on a frame's activities one by one, and when the
 * next frame comes meanwhile it mixes the two. Each waits until the one before is on its way, so that a client that
 * does not read keeps nothing but its own piece waiting.
 */
function follow(
  conversations: Conversations,
  conversation: string,
  after: number,
  socket: WebSocket,
  log: Logger,
): () => void {
  let seen = after;
  let reading = false;
  let again = false;
  async function read() {
    const { activities, watermark } = await conversations.activities(conversation, seen);
    for (const [index, activity] of activities.entries()) {
      if (socket.readyState !== WebSocket.OPEN) return;
      const place = index === activities.length - 1 ? watermark : sequenceOf(activity);
      await sent(socket, JSON.stringify({ activities: [activity], watermark: String(place) }));
    }
    // One read may not be everything there is.
    if (watermark > seen) again = true;
    seen = watermark;
  }
  async function run() {
    reading = true;
    try {
      do {
        again = false;
        await read();
      } while (again);
    } catch (error) {
      log.error({ code: errorCode(error) }, 'reading for a socket failed');
      setTimeout(wake, RETRY_MS).unref();
    } finally {
      reading = false;
    }
  }
  function wake() {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (reading) again = true;
    else void run();
  }
  return wake;
}

/** Resolves when the frame has left, or never will: a socket that failed says so by closing. */
function sent(socket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve) => socket.send(frame, () => resolve()));
}

/** Its place in the transcript, which is the end of its id. */
function sequenceOf({ id = '' }: Partial<Activity>): number {
  return Number(id.slice(id.lastIndexOf('|') + 1));
}

/** Drops a socket whose other end has gone, and looks again in case a wake-up was lost. */
function beat(stream: Stream): void {
  if (!stream.alive) {
    stream.socket.terminate();
    return;
  }
  stream.alive = false;
  stream.socket.ping();
  stream.wake();
}

function closed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), CLOSE_MS);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(SERVICE_RESTART);
  });
}
