import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import { WebSocket, WebSocketServer } from 'ws';
import type { Conversations } from '../contract';
import { errorCode } from '../http';

const HEARTBEAT_MS = 25_000;
const RETRY_MS = 1_000;
const CLOSE_MS = 1_000;
const SERVICE_RESTART = 1012;

export interface Streams {
  /** Makes a socket of a checked upgrade request, and sends it everything after the watermark, now and from now on. */
  open(req: IncomingMessage, socket: Duplex, head: Buffer, conversation: string, after: number): void;
  /** Closes every socket; clients come back by themselves. */
  close(): Promise<void>;
}

interface Stream {
  conversation: string;
  socket: WebSocket;
  wake(): void;
  /** Whether it has answered since the last heartbeat. */
  alive: boolean;
}

/** The sockets. What they send is read from the transcript; a wake-up only says when to look. */
export function createStreams(conversations: Conversations, log: Logger): Streams {
  // Clients send nothing but empty frames to keep the line open.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024, clientTracking: false });
  const streams = new Set<Stream>();
  const unwatch = conversations.watch((conversation) => {
    for (const stream of streams) if (stream.conversation === conversation) stream.wake();
  });
  const heartbeat = setInterval(() => {
    for (const stream of streams) beat(stream);
  }, HEARTBEAT_MS).unref();

  function add(socket: WebSocket, conversation: string, after: number) {
    const wake = follow(conversations, conversation, after, socket, log);
    const stream: Stream = { conversation, socket, wake, alive: true };
    streams.add(stream);
    socket.on('pong', () => {
      stream.alive = true;
    });
    socket.on('error', (error) => log.debug({ code: errorCode(error) }, 'socket failed'));
    socket.on('close', () => streams.delete(stream));
    wake();
  }

  return {
    open: (req, socket, head, conversation, after) =>
      sockets.handleUpgrade(req, socket, head, (ws) => add(ws, conversation, after)),
    async close() {
      clearInterval(heartbeat);
      unwatch();
      await Promise.all([...streams].map(({ socket }) => closed(socket)));
    },
  };
}

/**
 * One read at a time, so that everything is sent once and in order. Call what it returns to look for something new.
 * Each activity is a frame of its own: botframework-directlinejs hands on a frame's activities one by one, and when the
 * next frame comes meanwhile it mixes the two.
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
    if (socket.readyState !== WebSocket.OPEN) return;
    activities.forEach((activity, index) => {
      const place = index === activities.length - 1 ? watermark : sequenceOf(activity);
      socket.send(JSON.stringify({ activities: [activity], watermark: String(place) }));
    });
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
