import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'redis';
import { resting } from './busy';

export interface Redis {
  url: string;
  /** Microseconds of processor time it has used since it started. */
  spent(): Promise<number>;
  /** See `resting`. */
  resting(): () => number | null;
  stop(): Promise<void>;
}

const START_MS = 10_000;
const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];

/** Starts a redis-server that keeps every write before it answers. Null when none is installed. */
export async function startRedis(dir: string): Promise<Redis | null> {
  mkdirSync(dir, { recursive: true });
  const port = await freePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, ...DURABLE];
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  const missing = await Promise.race([once(child, 'error').then(() => true), once(child, 'spawn').then(() => false)]);
  if (missing) return null;
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const url = `redis://127.0.0.1:${port}`;
  await answering(url);
  const asking = await createClient({ url })
    .on('error', () => undefined)
    .connect();
  return {
    url,
    async spent() {
      const told = await asking.info('cpu');
      const seconds = (name: string) => Number(new RegExp(`^used_cpu_${name}:([\\d.]+)`, 'm').exec(told)?.[1]);
      return (seconds('user') + seconds('sys')) * 1e6;
    },
    resting: () => resting(child.pid ?? 0),
    async stop() {
      process.off('exit', end);
      asking.destroy();
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function answering(url: string): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until; await pause(50)) {
    const client = createClient({ url, socket: { reconnectStrategy: false } }).on('error', () => undefined);
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    client.destroy();
    if (ready) return;
  }
  throw new Error('redis-server did not answer in time.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
