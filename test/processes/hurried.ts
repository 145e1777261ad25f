import pino from 'pino';
import { createApp } from '../../app';
import { readConfig } from '../../config';

/*
 * A whole Natter as server.ts starts it, but one that waits seconds where people are waited for minutes, so that a test can.
 */

const HASTE = {
  patience: { presentMs: 8_000, renewMs: 500, lookMs: 1_000, awayMs: 4_000 },
  heartbeatMs: 500,
};

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApp(config, pino({ level: config.logLevel, base: null }), Date.now, HASTE);
  process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
  await new Promise<void>((done) => app.server.listen(config.port, () => done()));
  await app.start();
  const here = `http://localhost:${app.server.address().port}`;
  console.log(`  Chat: ${here}/\n  To add a worker: npm run worker`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
