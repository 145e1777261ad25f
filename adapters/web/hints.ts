import type { Activity } from 'botbuilder';
import type { Conversations } from '../contract';

/** A client that polls is told for so long: a little more than our page waits between two polls. */
const TOLD_MS = 3_000;

/** What clients that poll are told of who is writing. */
export interface Hints {
  /** What goes out beside these activities; nothing once the worker's words are among them. */
  besides(conversation: string, read: Partial<Activity>[]): Promise<Partial<Activity>[]>;
  stop(): void;
}

/** Remembers for a moment that a worker was writing, since nobody who polls is there when it is told. */
export function createHints(conversations: Conversations, now: () => number): Hints {
  /** The oldest first. */
  const latest = new Map<string, { at: number; name: () => Promise<string | null> }>();
  const stop = conversations.watchTyping((conversation, name) => {
    const at = now();
    for (const [each, hint] of latest) {
      if (isNow(hint.at, at)) break;
      latest.delete(each);
    }
    latest.delete(conversation);
    latest.set(conversation, { at, name });
  });

  return {
    async besides(conversation, read) {
      if (read.some(isWorkers)) latest.delete(conversation);
      const hint = latest.get(conversation);
      const name = hint && isNow(hint.at, now()) ? await hint.name() : null;
      return name === null ? [] : [typingOf(conversation, name, now())];
    },
    stop,
  };
}

/** As Bot Framework says it. It has no id: that would be a place in the transcript, and nothing of it is there. */
export function typingOf(conversation: string, name: string, at: number): Partial<Activity> {
  return {
    type: 'typing',
    timestamp: new Date(at),
    from: { id: 'worker', name, role: 'bot' },
    conversation: { id: conversation } as Activity['conversation'],
  };
}

const isNow = (at: number, now: number): boolean => now >= at && now - at < TOLD_MS;
const isWorkers = ({ type, from }: Partial<Activity>): boolean => type === 'message' && from?.id === 'worker';
