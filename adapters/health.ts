import type { Server } from 'restify';

/** `GET /health/live`: the process runs. `GET /health/ready`: it can keep what people say; 503 while it cannot. */
export function mountHealth(server: Server, store: { ping(): Promise<void> }): void {
  server.get('/health/live', async (_req, res) => {
    res.send(200, { status: 'live' });
  });
  server.get('/health/ready', async (_req, res) => {
    const ready = await store.ping().then(
      () => true,
      () => false,
    );
    res.send(ready ? 200 : 503, { status: ready ? 'ready' : 'unavailable' });
  });
}
