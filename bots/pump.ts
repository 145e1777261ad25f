export interface Pump {
  /** Work now, or once more after what runs. Never throws. */
  wake(): void;
  /** Nothing new is started; resolves when what runs has ended. */
  close(): Promise<void>;
}

/** Does work for as long as it says that it found some (by how much), one run at a time. */
export function createPump(work: () => Promise<number>, failed: (error: unknown) => void): Pump {
  let running: Promise<void> | null = null;
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
    running = null;
  }

  return {
    wake() {
      wanted = true;
      running ??= run();
    },
    async close() {
      closed = true;
      await running;
    },
  };
}
