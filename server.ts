import pino from 'pino';
import { type App, createApp } from './app';
import { type Config, ConfigError, readConfig } from './config';
import type { Worker } from './handoff/types';
import { openTry } from './tools/try';

/** Whatever still runs after this long is left to the next process: nothing acknowledged is lost by it. */
const CLOSE_MS = 9_000;

/** Start here: settings -> build everything -> listen. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: null });
  // Where no provider is set up, phones that are not real take their place.
  const tryOut = config.development ? await openTry(config, { now: Date.now, random: Math.random }) : null;
  const app = await createApp(tryOut?.config ?? config, log);
  tryOut?.mount(app, async () => app.accounts.issueTicket((await aWorker(app)).id));
  // Before anybody is told that it listens: whoever knows may end it.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), CLOSE_MS).unref();
      void Promise.all([tryOut?.close(), app.close()]).then(() => process.exit(0));
    });
  }
  await listen(app, config.port);
  const here = `http://localhost:${app.server.address().port}`;
  tryOut?.listening(here);
  await app.start();
  const address = config.publicUrl ?? here;
  console.log(await welcome(app, config, address, tryOut ? `${here}/try` : null));
}

function listen({ server }: App, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.server.once('error', failed);
    server.listen(port, () => done());
  });
}

/** What is printed at the start. In development there is always a worker to sign in as. */
async function welcome(app: App, { production }: Config, address: string, tryPage: string | null): Promise<string> {
  const lines = [`Natter is listening.`, `  Chat: ${address}/`, `  Desk: ${address}/desk`];
  if (tryPage) lines.push(`  Try: ${tryPage}`);
  if (production)
    return [...lines, '  To add a worker: npm run worker -- add --name N --email E --role worker'].join('\n');
  const ticket = await app.accounts.issueTicket((await aWorker(app)).id);
  return [...lines, `  Sign in to the desk once with: ${address}/desk/sign-in#${ticket}`].join('\n');
}

async function aWorker({ accounts }: App): Promise<Worker> {
  const email = 'alex@natter.example';
  return (await accounts.find(email)) ?? accounts.add({ name: 'Alex', email, role: 'lead' });
}

main().catch((error) => {
  const known = error instanceof ConfigError || typeof error?.code === 'string';
  console.error(known ? error.message : error);
  process.exit(1);
});
