import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { UnderstandingWords } from './understanding';
import type { Task, Told } from './understanding/thread';
import type { Reading } from './understanding/types';

/** Reads messages in a thread. */
export interface Reader {
  /** What a message means; null when the thread has ended or did not answer in time. */
  read(text: string): Promise<Reading | null>;
  ready: Promise<void>;
  close(): Promise<void>;
}

const THREAD = join(__dirname, 'understanding', 'thread.ts');
const SCRIPTED = ['-r', 'ts-node/register', '--disable-warning=ExperimentalWarning'];
/** A message is not kept waiting longer than this. While the thread starts, messages wait for it. */
const PATIENCE_MS = 3_000;

const start = (task: Task) => new Worker(THREAD, { workerData: task, execArgv: SCRIPTED });

export function startReader(
  task: Extract<Task, { does: 'read' }>,
  tell: (what: 'no-vectors' | 'thread-ended') => void,
): Reader {
  const thread = start(task);
  const waiting = new Map<number, (reading: Reading | null) => void>();
  let next = 0;
  let alive = true;
  const settle = (id: number, reading: Reading | null) => {
    waiting.get(id)?.(reading);
    waiting.delete(id);
  };
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((done) => {
    isReady = done;
  });
  thread.on('message', (told: Told) => {
    if ('id' in told) settle(told.id, told.reading);
    if (!('ready' in told)) return;
    isReady();
    if (task.vectors && task.learnt && !told.vectors) tell('no-vectors');
  });
  const ended = () => {
    if (alive) tell('thread-ended');
    alive = false;
    isReady();
    for (const id of [...waiting.keys()]) settle(id, null);
  };
  thread.on('error', ended);
  thread.on('exit', ended);
  return {
    ready,
    async read(text) {
      await ready;
      if (!alive) return null;
      return new Promise((done) => {
        const id = next++;
        const late = setTimeout(() => settle(id, null), PATIENCE_MS);
        waiting.set(id, (reading) => {
          clearTimeout(late);
          done(reading);
        });
        thread.postMessage({ id, text });
      });
    },
    async close() {
      alive = false;
      await thread.terminate();
    },
  };
}

/** Learns from the examples in a thread. `learnt` is what is kept of it. */
export function startLearning(words: UnderstandingWords, tell: (progress: string) => void = () => undefined) {
  const thread = start({ does: 'learn', words });
  const learnt = new Promise<Uint8Array>((done, failed) => {
    thread.on('message', (told: Told) => {
      if ('progress' in told) tell(told.progress);
      if ('learnt' in told) done(told.learnt);
    });
    thread.on('error', failed);
    thread.on('exit', () => failed(new Error('The thread ended before it had learnt.')));
  });
  return {
    learnt,
    async close() {
      learnt.catch(() => undefined);
      await thread.terminate();
    },
  };
}
