import { Writable } from 'node:stream';
import pino from 'pino';
import type { Arrival, Channel, Correspondence, Delivery } from '../../adapters/contract';
import { createHttpServer } from '../../adapters/http';
import { UnavailableError } from '../../store/errors';

/** All of Natter behind an adapter: keeps what it is given, and knows a person by the first of their names that it has met. */
export class FakeNatter implements Correspondence {
  readonly arrivals: Arrival[] = [];
  readonly deliveries: Delivery[] = [];
  readonly asked: unknown[][] = [];
  /** The store's trouble, for a while. */
  broken = false;
  private readonly known = new Map<string, string>();

  async conversationOf(channel: string, ours: string, person: [string, ...string[]]): Promise<string> {
    this.asked.push([channel, ours, ...person]);
    const found = person.map((name) => this.known.get(name)).find(Boolean) ?? `with ${person[0]}`;
    for (const name of person) if (!this.known.has(name)) this.known.set(name, found);
    return found;
  }

  async receive(arrival: Arrival): Promise<'new' | 'repeat'> {
    if (this.broken) throw new UnavailableError(new Error('secret detail of the store'));
    if (this.arrivals.some(({ id }) => id === arrival.id)) return 'repeat';
    this.arrivals.push(arrival);
    return 'new';
  }

  async delivered(delivery: Delivery): Promise<void> {
    if (this.broken) throw new UnavailableError(new Error('secret detail of the store'));
    this.deliveries.push(delivery);
  }
}

/** A real restify server with a channel's routes on it, and everything it logs. */
export async function serve(open: (log: pino.Logger) => Channel) {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const log = pino({ level: 'debug' }, sink);
  const to = new FakeNatter();
  const server = createHttpServer({ log });
  open(log).mount(server, to);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    to,
    url: `http://127.0.0.1:${server.address().port}`,
    logged: () => lines.join(''),
    async close() {
      await new Promise<void>((done) => {
        server.close(() => done());
        server.server.closeAllConnections();
      });
    },
  };
}
