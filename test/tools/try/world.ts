import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createApp } from '../../../app';
import { readConfig } from '../../../config';
import { openTry } from '../../../tools/try';
import { TUESDAY_10AM } from '../../bots/world';

/** Natter with its try page, as `server.ts` puts them together. Sam is at the desk. */
export async function startTry(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'natter-try-'));
  const config = readConfig({ NODE_ENV: 'development', DATA_DIR: folder, PORT: String(await freePort()), ...env });
  const started = Date.now();
  const now = () => TUESDAY_10AM + Date.now() - started;
  const tried = await openTry(config, { now, random: Math.random });
  const app = await createApp(tried.config, pino({ level: 'silent' }), now);
  const sam = await app.accounts.add({ name: 'Sam', email: 'sam@example.org', role: 'worker' });
  tried.mount(app, () => app.accounts.issueTicket(sam.id));
  await new Promise<void>((done) => app.server.listen(config.port, done));
  await app.start();
  const url = `http://localhost:${config.port}`;
  tried.listening(url);
  return {
    url,
    tried,
    async close() {
      await Promise.all([tried.close(), app.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
