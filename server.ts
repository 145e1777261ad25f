import pino from 'pino';
import { type App, createApp } from './app';
import { type Config, ConfigError, readConfig } from './config';

/** Whatever still runs after this long is left to the next process: nothing acknowledged is lost by it. */
const CLOSE_MS = 9_000;

/** Start here: settings -> build everything -> listen. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: null });
  const app = await createApp(config, log);
  // Before anybody is told that it listens: whoever knows may end it.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), CLOSE_MS).unref();
      void app.close().then(() => process.exit(0));
    });
  }
  await listen(app, config.port);
  await app.start();
  const address = config.publicUrl ?? `http://localhost:${app.server.address().port}`;
  console.log(await welcome(app, config, address));
}

function listen({ server }: App, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.server.once('error', failed);
    server.listen(port, () => done());
  });
}

/** What is printed at the start. In development there is always a worker to sign in as. */
async function welcome({ accounts }: App, { production }: Config, address: string): Promise<string> {
  const lines = [`Natter is listening.`, `  Chat: ${address}/`, `  Desk: ${address}/desk`];
  if (production)
    return [...lines, '  To add a worker: npm run worker -- add --name N --email E --role worker'].join('\n');
  const email = 'alex@natter.example';
  const worker = (await accounts.find(email)) ?? (await accounts.add({ name: 'Alex', email, role: 'lead' }));
  const ticket = await accounts.issueTicket(worker.id);
  return [...lines, `  Sign in to the desk once with: ${address}/desk/sign-in#${ticket}`].join('\n');
}

main().catch((error) => {
  const known = error instanceof ConfigError || typeof error?.code === 'string';
  console.error(known ? error.message : error);
  process.exit(1);
});
