import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { spawnNode } from './children';

/** A server of its own, in a process that can be killed. */
export interface ServerProcess {
  url: string;
  pid: number;
  /** How long it took from the start of the process until it said that it listens, in milliseconds. */
  startedIn: number;
  /** The one-time desk link it printed, or null. */
  signIn: string | null;
  /** Everything it has printed so far, logs and errors too. */
  output(): string;
  running(): boolean;
  /** SIGKILL, and wait until it is gone. */
  kill(): Promise<void>;
  /** SIGTERM, and wait. Resolves with the exit code. */
  stop(): Promise<number | null>;
}

const START_MS = 120_000;

/** Starts `server.ts` as `npm start` does, or another script that prints the same. `env` is added to what it needs. */
export async function startServer(env: Record<string, string>, script = 'server.ts'): Promise<ServerProcess> {
  const before = Date.now();
  const root = join(__dirname, '..', '..');
  const child = spawnNode(['--disable-warning=ExperimentalWarning', '-r', 'ts-node/register', script], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  const printed = await greetingOf(child, gone);
  const address = (name: string) => new RegExp(`${name}: (\\S+)`).exec(printed)?.[1];
  return {
    url: (address('Chat') ?? '').replace(/\/$/, ''),
    pid: child.pid ?? 0,
    startedIn: Date.now() - before,
    signIn: address('once with') ?? null,
    output: () => output,
    running: () => child.exitCode === null && child.signalCode === null,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      child.kill('SIGTERM');
      return gone;
    },
  };
}

function greetingOf(child: ChildProcess, gone: Promise<unknown>): Promise<string> {
  return new Promise((done, failed) => {
    let printed = '';
    let errors = '';
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      failed(new Error(`The server did not start in time. It printed:\n${printed}${errors}`));
    }, START_MS);
    child.stderr?.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      // The last line of the welcome: everything before it has come.
      if (!/once with: \S+\n|To add a worker/.test(printed)) return;
      clearTimeout(late);
      done(printed);
    });
    void gone.then(() => {
      clearTimeout(late);
      failed(new Error(`The server ended. It printed:\n${printed}${errors}`));
    });
  });
}
