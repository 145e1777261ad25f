import type { Worker } from 'node:worker_threads';

/** A thread that answers. */
export interface AskingThread<Ask, Answer> {
  /** The answer; null when the thread has ended or did not answer in time. While it starts, questions wait for it. */
  ask(what: Ask): Promise<Answer | null>;
  /** Resolves when it can answer, or never will. */
  ready: Promise<void>;
  /** Whether it can answer, or may yet. */
  alive(): boolean;
  close(): Promise<void>;
}

interface Settings<Told> {
  patienceMs: number;
  /** It is ready; `told` is all it said with that. */
  started?(told: Told): void;
  /** It ended by itself. */
  ended(): void;
}

/** Questions to a thread, each with an id beside it. */
export function askingThread<
  Ask extends object,
  Answer extends object,
  Ready extends { ready: true } = { ready: true },
>(thread: Worker, { patienceMs, started, ended }: Settings<Ready>): AskingThread<Ask, Answer> {
  const waiting = new Map<number, (answer: Answer | null) => void>();
  let next = 0;
  let alive = true;
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((done) => {
    isReady = done;
  });
  const settle = (id: number, answer: Answer | null) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  };
  thread.on('message', (told: Ready | ({ id: number } & Answer)) => {
    if ('id' in told) return settle(told.id, told);
    isReady();
    started?.(told);
  });
  const over = () => {
    if (alive) ended();
    alive = false;
    isReady();
    for (const id of [...waiting.keys()]) settle(id, null);
  };
  thread.on('error', over);
  thread.on('exit', over);
  return {
    ready,
    alive: () => alive,
    async ask(what) {
      await ready;
      if (!alive) return null;
      return new Promise((done) => {
        const id = next++;
        const late = setTimeout(() => settle(id, null), patienceMs);
        waiting.set(id, (answer) => {
          clearTimeout(late);
          done(answer);
        });
        thread.postMessage({ ...what, id });
      });
    },
    async close() {
      alive = false;
      await thread.terminate();
    },
  };
}
