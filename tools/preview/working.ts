import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Found, Work } from './background';
import type { Task } from './thread';

const THREAD = join(__dirname, 'thread.ts');
const SCRIPTED = ['-r', 'ts-node/register', '--disable-warning=ExperimentalWarning'];

/** Checks the content and plays the conversation tests in a thread of its own, so that pages are shown meanwhile. */
export function startWork(task: Task, tell: (found: Found) => void): Work {
  const thread = new Worker(THREAD, { workerData: task, execArgv: SCRIPTED });
  thread.on('message', tell);
  const ended = new Promise<string>((done) => {
    thread.on('error', (error) => done(error instanceof Error ? error.message : String(error)));
    thread.on('exit', () => done(''));
  });
  return { ended, stop: () => void thread.terminate() };
}
