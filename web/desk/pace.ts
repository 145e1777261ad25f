/** No more often than this the list is looked at: everybody's wake-ups wake every page. */
export const LIST_MS = 1_000;
/** For so long at most whoever is open is not looked at while the worker does something: the answer may never come. */
export const ACT_MS = 5_000;

export interface Looks {
  /** Both draw what they find, and deal with being refused. */
  list: () => Promise<void>;
  person: () => Promise<void>;
}

/** When the page looks again at what may have changed. */
export interface Pace {
  /** Something changed; with `open`, whoever is open. */
  wake(open: boolean): void;
  /** Looks at everything now. */
  all(): Promise<void>;
  /** Looks at whoever is open now, and soon at the list. */
  talk(): Promise<void>;
  /** Looks at whoever has just been opened. */
  open(): Promise<void>;
  /**
   * While the worker does something, wake-ups for whoever is open wait: they come before the answer does, and would ask for
   * somebody who has just been ended.
   */
  during<T>(act: () => Promise<T>): Promise<T>;
}

/** Whoever is open is looked at at once; the list, which costs more and which everybody looks at, once in a while. */
export function createPace({ list, person }: Looks): Pace {
  const looks = { list: oneAtATime(list), person: oneAtATime(person) };
  const listSoon = atMostEvery(LIST_MS, looks.list);
  let acts = 0;
  let changed = false;

  function ifChanged(): void {
    if (!changed) return;
    changed = false;
    void looks.person();
  }

  function soon(): void {
    if (changed) return;
    changed = true;
    setTimeout(ifChanged, ACT_MS);
  }

  const all = async (): Promise<void> => {
    await looks.list();
    changed = false;
    await looks.person();
  };

  return {
    wake(open) {
      listSoon();
      if (!open) return;
      if (acts > 0) soon();
      else void looks.person();
    },
    all,
    open: looks.person,
    async talk() {
      listSoon();
      changed = false;
      await looks.person();
    },
    async during(act) {
      acts += 1;
      try {
        return await act();
      } finally {
        acts -= 1;
        if (acts === 0) ifChanged();
      }
    },
  };
}

/** Never two at once. Whoever asks while one is on its way gets the next one, which shows what has been done since. */
function oneAtATime(look: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    next = null;
    running = look().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running.then(start, start);
    return next;
  };
}

/** At once the first time, and then no more often than that. */
function atMostEvery(ms: number, look: () => Promise<void>): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let due = false;
  function now(): void {
    due = false;
    last = performance.now();
    void look();
  }
  return () => {
    if (due) return;
    due = true;
    setTimeout(now, Math.max(0, last + ms - performance.now()));
  };
}
