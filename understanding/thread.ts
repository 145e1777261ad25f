import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { createUnderstanding } from '.';
import { createOpinions } from './learning/learnt';
import { learnAll } from './learning/lessons';
import { decodeLearnt, encodeLearnt } from './learning/model-file';
import { openVectors } from './learning/vectors';
import { createMending } from './reading/mending';
import type { Reading } from './types';
import type { UnderstandingWords } from './words';

/** What the thread is started for: to read messages, or to learn from the examples and end. */
export type Task =
  | { does: 'read'; words: UnderstandingWords; learnt: Uint8Array | null; encoder: Uint8Array | null }
  | { does: 'learn'; words: UnderstandingWords; encoder: { bytes: Uint8Array; digest: string } | null };

export interface Asked {
  id: number;
  text: string;
}

/** What the thread tells: what a message means, that it is ready, how far it is, what it learnt. */
export type Told =
  | { id: number; reading: Reading | null }
  | { ready: true; vectors: boolean }
  | { progress: string }
  | { learnt: Uint8Array };

/** How far a thread stands back, from 0 (not at all) to 19: messages are taken in first, then read, and learning has time. */
const STANDS_BACK = { read: 5, learn: 15 };

/** Only Linux gives each thread a priority of its own; elsewhere it would be the whole process's. */
function standBack(does: Task['does']): void {
  if (process.platform === 'linux') setPriority(STANDS_BACK[does]);
}

const tell = (told: Told) => parentPort?.postMessage(told);

/** Reading takes milliseconds, of a very long message many, and learning takes minutes: a thread of its own keeps that off everybody's way. */
async function run(task: Task): Promise<void> {
  standBack(task.does);
  if (task.does === 'learn') {
    const vectors = task.encoder && (await openVectors(task.encoder.bytes));
    // What was learnt without them would be taken for whole ever after.
    if (!task.encoder || !vectors) throw new Error('Learning needs sentence vectors: run `npm ci`.');
    const learnt = learnAll(task.words, vectors, task.encoder.digest, (progress) => tell({ progress }));
    return tell({ learnt: encodeLearnt(learnt) });
  }
  const learnt = task.learnt && decodeLearnt(Buffer.from(task.learnt));
  const vectors = learnt && task.encoder && (await openVectors(task.encoder));
  const mending = createMending(learnt?.words ?? []);
  const opinionOn = learnt ? createOpinions(learnt, mending.repair, vectors) : undefined;
  const { read } = createUnderstanding(task.words, opinionOn, mending);
  parentPort?.on('message', ({ id, text }: Asked) => {
    void read(text)
      .catch(() => null)
      .then((reading) => tell({ id, reading }));
  });
  tell({ ready: true, vectors: vectors !== null });
}

void run(workerData as Task);
