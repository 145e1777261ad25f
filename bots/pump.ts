export interface Pump {
  /** Work now; when as much as may runs already, once more after it. Never throws. */
  wake(): void;
  /** Nothing new is started; resolves when what runs has ended. */
  close(): Promise<void>;
}

/** So many runs side by side: one that waits for a slow provider must not hold up everybody, and many would slow the taking in. */
const AT_ONCE = 2;

/** Does work for as long as it says that it found some (by how much). Runs side by side must not get in each other's way. */
export function createPump(work: () => Promise<number>, failed: (error: unknown) => void): Pump {
  const running = new Set<Promise<void>>();
  let wanted = false;
  let closed = false;

  async function run(): Promise<void> {
    while (wanted && !closed) {
      wanted = false;
      try {
        if ((await work()) > 0) wanted = true;
      } catch (error) {
        failed(error);
      }
    }
  }

  return {
    wake() {
      wanted = true;
      if (closed || running.size >= AT_ONCE) return;
      const one: Promise<void> = run().finally(() => running.delete(one));
      running.add(one);
    },
    async close() {
      closed = true;
      await Promise.all(running);
    },
  };
}
