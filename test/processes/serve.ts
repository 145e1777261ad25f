import pino from 'pino';
import { createApp, type Haste } from '../../app';
import { readConfig } from '../../config';

/** Starts a whole Natter as server.ts does, with a clock or a patience of a test's own, and prints what `startServer` waits for. */
export function serve(now: () => number, haste: Haste = {}): void {
  start(now, haste).catch((error) => {
    console.error(error);
    process.exit(1);
  });
}

async function start(now: () => number, haste: Haste): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApp(config, pino({ level: config.logLevel, base: null }), now, haste);
  process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
  await new Promise<void>((done) => app.server.listen(config.port, () => done()));
  await app.start();
  const here = `http://localhost:${app.server.address().port}`;
  console.log(`  Chat: ${here}/\n  To add a worker: npm run worker`);
}
