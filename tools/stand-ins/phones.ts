import type { Faults, Reached } from './types';

/** How a message ends, told one step after the other. `code`: the provider's own. */
export interface News {
  state: 'sent' | 'delivered' | 'read' | 'failed';
  code?: string;
}

/** What has reached people's phones, for a stand-in to show. */
export function createPhones(faults: Faults, random: () => number) {
  const reached: Reached[] = [];
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    reached,
    watch(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(message: Omit<Reached, 'state'>): Reached {
      const shown: Reached = { ...message, state: 'sent' };
      reached.push(shown);
      changed();
      return shown;
    },
    /** The message with this id. @throws when there is none. */
    find(id: string): Reached {
      const message = reached.find((each) => each.id === id);
      if (!message) throw new Error('There is no such message.');
      return message;
    },
    /** States only move forwards. */
    settle(message: Reached, state: Reached['state']): void {
      if (message.state === 'sent' || state === 'read') message.state = state;
      changed();
    },
    /**
     * Tells all of it: one after the other while the answer goes out, or, when things are to be out of order, in any order and
     * before the answer.
     */
    async tellAll(news: News[], tell: (one: News) => Promise<unknown>): Promise<void> {
      const order = faults.reorder ? shuffled(news, random) : news;
      const telling = (async () => {
        for (const one of order) await tell(one);
      })();
      // What cannot be told is the faults' doing; whoever reads `reached` sees it.
      const told = telling.catch(() => undefined);
      if (faults.reorder) await told;
    },
  };
}

export type Phones = ReturnType<typeof createPhones>;

function shuffled<T>(list: T[], random: () => number): T[] {
  return list
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
