import type { Checked } from '../check/content';
import type { Coverage } from '../check/coverage';

/** What takes long to find out; null: not known. */
export interface Known {
  checked: Pick<Checked, 'faults' | 'warnings'> | null;
  reached: Coverage | null;
  /** Nothing more will be known, and why: empty when all is. Null: it is being found out. */
  over: string | null;
}

export type Found = Partial<Pick<Known, 'checked' | 'reached'>>;
export const NOTHING: Known = { checked: null, reached: null, over: null };

/** Work that is under way: tells each part as it is found out, then ends. */
export interface Work {
  /** Why it ended before all was found out; empty when it did not. */
  ended: Promise<string>;
  stop(): void;
}

export interface BackgroundDeps {
  start(tell: (found: Found) => void): Work;
  /** Files change in bursts: work begins when nothing has changed for so long, in milliseconds. */
  quietMs: number;
  /** Something more is known. */
  told(): void;
}

/** Finds out in the background what is true of the files as they are now, and begins anew whenever they change. */
export function createBackground({ start, quietMs, told }: BackgroundDeps) {
  let of: string | null = null;
  let known = NOTHING;
  let work: Work | null = null;
  let timer: NodeJS.Timeout | undefined;
  let round = 0;
  const begin = () => {
    const mine = round;
    const add = (part: Partial<Known>) => {
      if (round !== mine) return;
      known = { ...known, ...part };
      told();
    };
    work = start(add);
    void work.ended.then((over) => add({ over }));
  };
  const drop = () => {
    round += 1;
    clearTimeout(timer);
    work?.stop();
    work = null;
  };
  return {
    /** What is known of the files with this signature. If it is another than last time, finding out begins. */
    of(signature: string): Known {
      if (signature === of) return known;
      drop();
      timer = setTimeout(begin, of === null ? 0 : quietMs);
      of = signature;
      known = NOTHING;
      return known;
    },
    close: drop,
  };
}
