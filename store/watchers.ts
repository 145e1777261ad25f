/** Wake-ups inside this process: ids of conversations, or hints. A listener runs after the work that woke it, never inside it. */
export interface Watchers<News> {
  watch(listener: (news: News) => void): () => void;
  wake(news: News): void;
  close(): void;
}

export function makeWatchers<News = string>(): Watchers<News> {
  const listeners = new Set<{ call: (news: News) => void }>();
  const woken = new Set<News>();

  function tell(): void {
    const all = [...woken];
    woken.clear();
    for (const news of all) for (const listener of listeners) call(listener.call, news);
  }

  return {
    watch(listener) {
      const entry = { call: listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    wake(news) {
      if (listeners.size === 0) return;
      if (woken.size === 0) setImmediate(tell);
      woken.add(news);
    },
    close() {
      listeners.clear();
      woken.clear();
    },
  };
}

/** One broken listener must not keep the others asleep or end the process. Its error may quote a message, so it is not shown. */
function call<News>(listener: (news: News) => void, news: News): void {
  try {
    listener(news);
  } catch {
    process.emitWarning('A listener of the store threw. Catch errors inside the listener.', {
      code: 'NATTER_LISTENER',
    });
  }
}
