/** The ticks that say "read", and the dots that say "writing": a kindness, which may fail without anybody minding. */
export interface Signs {
  /** Shows them for this message once it was kept, if it was new. Never throws, and nobody waits for it. */
  after(kept: Promise<'new' | 'repeat'>, person: string, show: () => Promise<unknown>): void;
  /** Resolves when no sign for this person is on its way: dots that came after their answer would stay for 25 seconds. */
  settled(person: string): Promise<unknown>;
}

/** Longer than this an answer does not wait. */
const PATIENCE_MS = 2_000;

export function createSigns(): Signs {
  const underway = new Map<string, Promise<unknown>>();
  return {
    after(kept, person, show) {
      const shown: Promise<unknown> = kept
        .then((outcome) => (outcome === 'new' ? atMost(PATIENCE_MS, show()) : undefined))
        .catch(() => undefined)
        .finally(() => {
          if (underway.get(person) === shown) underway.delete(person);
        });
      underway.set(person, shown);
    },
    settled: async (person) => underway.get(person),
  };
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((done) => {
    timer = setTimeout(done, ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
