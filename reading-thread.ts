import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { askingThread } from './asking-thread';
import { readEncoder } from './open-encoder';
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

type Ready = Extract<Told, { ready: true }>;

const start = (task: Task) => new Worker(THREAD, { workerData: task, execArgv: SCRIPTED });

export function startReader(
  { wantsVectors, ...plan }: Pick<Extract<Task, { does: 'read' }>, 'words' | 'learnt'> & { wantsVectors: boolean },
  tell: (what: 'no-vectors' | 'thread-ended') => void,
): Reader {
  const encoder = wantsVectors ? (readEncoder()?.bytes ?? null) : null;
  const task: Task = { does: 'read', ...plan, encoder };
  const { ask, ready, close } = askingThread<{ text: string }, { reading: Reading | null }, Ready>(start(task), {
    patienceMs: PATIENCE_MS,
    started: ({ vectors }) => {
      if (wantsVectors && task.learnt && !vectors) tell('no-vectors');
    },
    ended: () => tell('thread-ended'),
  });
  return { ready, close, read: async (text) => (await ask({ text }))?.reading ?? null };
}

/** Learns from the examples in a thread. `learnt` is what is kept of it. */
export function startLearning(words: UnderstandingWords, tell: (progress: string) => void = () => undefined) {
  const thread = start({ does: 'learn', words, encoder: readEncoder() });
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
