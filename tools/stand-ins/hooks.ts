import type { Faults } from './types';

/** A request to Natter, ready to go. */
export interface Hook {
  url: string;
  headers: Record<string, string>;
  body: string;
}

const TRIES = 6;
const PAUSE_MS = 100;

/** Posts to Natter as a provider does, with what the faults get wrong, and again when Natter asks for that. */
export function createHooks(faults: Faults, random: () => number) {
  const running = new Set<Promise<unknown>>();
  let closed = false;

  async function deliver({ url, headers, body }: Hook): Promise<number> {
    if (faults.delayMs > 0) await wait(random() * faults.delayMs);
    for (let tries = 1; ; tries += 1) {
      const status = await fetch(url, { method: 'POST', headers, body }).then(
        async (answer) => {
          await answer.arrayBuffer();
          return answer.status;
        },
        () => 0,
      );
      if ((status !== 0 && status < 500) || tries === TRIES || closed) return status;
      await wait(PAUSE_MS * tries);
    }
  }

  return {
    /** Resolves with the status code of the answer; 0 when there was none. */
    async post(hook: Hook): Promise<number> {
      const all = Promise.all([deliver(hook), ...(faults.duplicate ? [deliver(hook)] : [])]);
      running.add(all);
      try {
        return (await all)[0];
      } finally {
        running.delete(all);
      }
    },
    /** Nothing is tried again; resolves when what runs has ended. */
    async close(): Promise<void> {
      closed = true;
      await Promise.allSettled(running);
    },
  };
}

const wait = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms);
  });
