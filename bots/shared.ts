/**
 * Reads that many ask for at once. Whoever asks while one is on its way shares the next with all others who do: never the one
 * that has begun, which may not show what they have just done themselves.
 */
export function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;

  function start(): Promise<T> {
    next = null;
    const mine = read();
    running = mine;
    const ended = () => {
      running = null;
    };
    mine.then(ended, ended);
    return mine;
  }

  return () => {
    if (!running) return start();
    next ??= running.then(start, start);
    return next;
  };
}

/** Read when it is first asked for, and not again. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | null = null;
  return () => {
    found ??= read();
    return found;
  };
}
