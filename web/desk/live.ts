import { api } from './api.js';

const RETRY_MS = 3_000;

export interface Live {
  start(): void;
  stop(): void;
}

/**
 * Wake-ups from the desk. `onChanged` gets a conversation's id, or null when anything may have changed; `onState` tells
 * whether we are connected; `onTyping` gets the id of somebody who is writing. The browser reconnects by itself, except after an answer that is no stream: then we do.
 */
export function createLive(
  onChanged: (id: string | null) => void,
  onState: (connected: boolean) => void,
  onTyping: (id: string) => void,
): Live {
  let source: EventSource | null = null;
  let retry = 0;

  function stop(): void {
    window.clearTimeout(retry);
    source?.close();
    source = null;
  }

  function start(): void {
    stop();
    const fresh = new EventSource(api.events);
    source = fresh;
    fresh.addEventListener('open', () => {
      onState(true);
      onChanged(null);
    });
    fresh.addEventListener('changed', (event) => onChanged(JSON.parse(event.data).id));
    fresh.addEventListener('typing', (event) => onTyping(JSON.parse(event.data).id));
    // Fetching anything now finds out that the session is over.
    fresh.addEventListener('signed-out', () => onChanged(null));
    fresh.addEventListener('error', () => {
      onState(false);
      if (fresh.readyState !== EventSource.CLOSED) return;
      onChanged(null);
      retry = window.setTimeout(start, RETRY_MS);
    });
  }

  return { start, stop };
}
