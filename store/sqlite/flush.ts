/**
 * Brings what was written onto the disk, one round at a time: whoever asks while a round runs shares the one after it, because a
 * round that has begun need not hold what was written since.
 * @param sync resolves when everything that was written before the call is on the disk
 */
export function makeFlush(sync: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  function begin(): Promise<void> {
    next = null;
    const round = sync().finally(() => {
      if (next === null) running = null;
    });
    running = round;
    return round;
  }

  return () => {
    if (running === null) return begin();
    next ??= running.then(begin, begin);
    return next;
  };
}
