import type { Server } from 'restify';

/** Being ready is tried with a durable write, so the answer serves everybody who asks within this time. */
const FRESH_MS = 1_000;

/** `GET /health/live`: the process runs. `GET /health/ready`: it can keep what people say; 503 while it cannot. */
export function mountHealth(server: Server, store: { ping(): Promise<void> }, now: () => number): void {
  let last = { at: Number.NEGATIVE_INFINITY, ready: Promise.resolve(false) };
  server.get('/health/live', async (_req, res) => {
    res.send(200, { status: 'live' });
  });
  server.get('/health/ready', async (_req, res) => {
    if (now() - last.at >= FRESH_MS) {
      const ready = store.ping().then(
        () => true,
        () => false,
      );
      last = { at: now(), ready };
    }
    const ready = await last.ready;
    res.send(ready ? 200 : 503, { status: ready ? 'ready' : 'unavailable' });
  });
}
