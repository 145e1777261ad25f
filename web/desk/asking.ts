import { Refused } from './api.js';
import { setText } from './dom.js';
import { words } from './words.js';

/** How long to wait before asking again when nothing answered. */
const RETRY_MS = 3_000;

export interface Asking {
  /** Does something with the API; being signed out or cut off is dealt with here, and anything else is thrown on. */
  guarded<T>(work: () => Promise<T>): Promise<T | null>;
  /** What was refused before does not matter to what is done next. */
  noRefusal(): void;
}

/** Asks the desk, and says in the banner what it refused. `on.answer` hears whether anything answered at all. */
export function createAsking(
  banner: HTMLElement,
  on: { answer: (up: boolean) => void; signedOut: () => void; again: () => void },
): Asking {
  let retry = 0;

  function refused({ code, message }: Refused): void {
    const away = code === 'offline' || code === 'unavailable';
    on.answer(!away);
    if (code === 'signed-out') on.signedOut();
    else if (!away) setText(banner, message);
    else {
      window.clearTimeout(retry);
      retry = window.setTimeout(on.again, RETRY_MS);
    }
  }

  return {
    async guarded(work) {
      try {
        const done = await work();
        on.answer(true);
        return done;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refused(error);
        return null;
      }
    },
    noRefusal() {
      if (banner.textContent !== words.live.lost) setText(banner, '');
    },
  };
}
