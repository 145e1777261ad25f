/** Wake-ups inside this process. A listener runs after the work that woke it, never inside it. */
export interface Watchers {
  watch(listener: (conversation: string) => void): () => void;
  wake(conversation: string): void;
  close(): void;
}

export function makeWatchers(): Watchers {
  const listeners = new Set<{ call: (conversation: string) => void }>();
  const woken = new Set<string>();

  function tell(): void {
    const conversations = [...woken];
    woken.clear();
    for (const conversation of conversations) for (const listener of listeners) call(listener.call, conversation);
  }

  return {
    watch(listener) {
      const entry = { call: listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    wake(conversation) {
      if (listeners.size === 0) return;
      if (woken.size === 0) setImmediate(tell);
      woken.add(conversation);
    },
    close() {
      listeners.clear();
      woken.clear();
    },
  };
}

/** One broken listener must not keep the others asleep or end the process. Its error may quote a message, so it is not shown. */
function call(listener: (conversation: string) => void, conversation: string): void {
  try {
    listener(conversation);
  } catch {
    process.emitWarning('A listener of the store threw. Catch errors inside the listener.', {
      code: 'NATTER_LISTENER',
    });
  }
}
