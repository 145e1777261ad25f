import { WebSocket } from 'ws';

interface Frame {
  activities: { type: string; from?: { role?: string }; channelData?: { clientActivityID?: string } }[];
}

const PATIENCE_MS = 10_000;

/** The chat page's end of a socket. */
export interface Listener {
  /** Resolves when the message of this id has a reply. Ask before sending it. */
  reply(id: string): Promise<void>;
  close(): void;
}

export async function listen(streamUrl: string): Promise<Listener> {
  const socket = new WebSocket(streamUrl);
  let waiting: { id: string; seen: boolean; done(): void } | null = null;
  socket.on('message', (data) => {
    if (!waiting) return;
    for (const { type, from, channelData } of (JSON.parse(String(data)) as Frame).activities) {
      if (channelData?.clientActivityID === waiting.id) waiting.seen = true;
      else if (waiting.seen && type === 'message' && from?.role === 'bot') return waiting.done();
    }
  });
  await new Promise<void>((done, failed) => {
    socket.once('open', done);
    socket.once('error', failed);
  });
  return {
    reply: (id) =>
      new Promise((done, failed) => {
        const late = setTimeout(() => failed(new Error('No reply came.')), PATIENCE_MS);
        waiting = {
          id,
          seen: false,
          done() {
            waiting = null;
            clearTimeout(late);
            done();
          },
        };
      }),
    close: () => socket.terminate(),
  };
}
