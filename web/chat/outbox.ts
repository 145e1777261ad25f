import { newId, pause } from './page.js';

const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000];

export interface Unsent {
  id: string;
  text: string;
}

export interface Outbox {
  send(text: string): Unsent;
}

/** Sends messages one after another, each until it is certain what became of it. */
export function openOutbox(
  post: (id: string, text: string) => Promise<'sent' | 'refused' | 'again'>,
  changed: (message: Unsent, state: 'waiting' | 'refused') => void,
): Outbox {
  const queue: Unsent[] = [];
  let busy = false;

  async function deliver(message: Unsent): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const result = await post(message.id, message.text);
      if (result === 'sent') return;
      if (result === 'refused') return changed(message, 'refused');
      if (tries > 0) changed(message, 'waiting');
      await pause(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0);
    }
  }

  async function drain(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let next = queue[0]; next; next = queue[0]) {
      await deliver(next);
      queue.shift();
    }
    busy = false;
  }

  return {
    send(text) {
      const message = { id: newId(), text };
      queue.push(message);
      void drain();
      return message;
    },
  };
}
