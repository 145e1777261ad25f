import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Asked, LoadResult, Order, Usage } from './types';

const ROOT = join(__dirname, '..', '..');
const METER = join(__dirname, 'meter.ts');
const START_MS = 60_000;
const STOP_MS = 10_000;

/** A process under test. */
export interface Tested {
  url: string;
  usage(of: Asked): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts a server that prints `Chat: <its address>`; `file` from the project's root. `flags` are Node's own. */
export async function startTested(file: string, env: Record<string, string>, flags: string[] = []): Promise<Tested> {
  const child = start(file, env, ['--expose-gc', ...flags], ['-r', METER], 'pipe');
  const url = await addressOf(child, file);
  return {
    url,
    async usage(of) {
      const [usage] = await asked(child, of);
      return usage as Usage;
    },
    stop: () => stop(child),
  };
}

/** The process that makes the load. */
export interface Driver {
  order(order: Order): Promise<LoadResult | null>;
  stop(): Promise<void>;
}

export function startDriver(): Driver {
  const child = start('tools/bench/driver.ts', {}, [], [], 'inherit');
  return {
    async order(order) {
      const [told] = (await asked(child, order)) as [{ result?: LoadResult | null; error?: string }];
      if (told.error !== undefined) throw new Error(`The driver failed: ${told.error}`);
      return told.result ?? null;
    },
    stop: () => stop(child),
  };
}

function start(
  file: string,
  env: Record<string, string>,
  flags: string[],
  loaded: string[],
  stdout: 'pipe' | 'inherit',
): ChildProcess {
  return fork(join(ROOT, file), {
    cwd: ROOT,
    execArgv: ['--disable-warning=ExperimentalWarning', ...flags, '-r', 'ts-node/register', ...loaded],
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
  });
}

async function addressOf(child: ChildProcess, file: string): Promise<string> {
  let printed = '';
  const listening = new Promise<string>((done, failed) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      failed(new Error(`${file} did not start in time.`));
    }, START_MS);
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const address = /Chat: (http\S+?)\/?\n/.exec(printed)?.[1];
      if (!address) return;
      clearTimeout(late);
      done(address);
    });
    child.once('exit', () => {
      clearTimeout(late);
      failed(new Error(`${file} ended. It printed:\n${printed}`));
    });
  });
  return listening;
}

/** Says something to a child and waits for its answer; a child that ends instead fails the asking. */
async function asked(child: ChildProcess, message: Order | Asked): Promise<unknown[]> {
  const given = new AbortController();
  const ended = once(child, 'exit', { signal: given.signal }).then(() => {
    throw new Error('A process of the bench ended too early.');
  });
  try {
    const answer = once(child, 'message', { signal: given.signal });
    child.send(message);
    return await Promise.race([answer, ended]);
  } finally {
    given.abort();
    ended.catch(() => undefined);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(late);
}
