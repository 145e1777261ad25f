import type { Activity } from 'botbuilder';
import type { Arrival, Conversations } from '../../../adapters/contract';
import { UnavailableError } from '../../../store/errors';

export const GREETING = [
  'Hello. I am Natter. I am a computer, not a person.',
  'You can tell me what is going on. You do not have to give your name.',
];
export const MENU = ['Money worries', 'My child and me', 'I want to talk to a person'];

const NATTER = { id: 'natter', name: 'Natter', role: 'bot' };

/**
 * All of Natter behind the web way in, in memory: it greets at the start, and answers every message by saying it back,
 * in the same step as it keeps the message.
 */
export class FakeConversations implements Conversations {
  /** Everything handed in that was new. */
  readonly arrivals: Arrival[] = [];
  /** The store's trouble, for a while. */
  broken = false;
  /** No answers: a worker holds the conversation. */
  silent = false;
  private readonly transcripts = new Map<string, Partial<Activity>[]>();
  /** Conversations in which the person was said to be writing. */
  readonly typed: string[] = [];
  private readonly hinted = new Set<(conversation: string, name: () => Promise<string | null>) => void>();
  private readonly listeners = new Set<(conversation: string) => void>();

  async receive(arrival: Arrival): Promise<'new' | 'repeat'> {
    await this.working();
    if (this.arrivals.some(({ id, channel }) => id === arrival.id && channel === arrival.channel)) return 'repeat';
    this.arrivals.push(arrival);
    const { conversation, activity } = arrival;
    if (activity.type === 'conversationUpdate') {
      this.say(conversation, ...GREETING.map((text) => message(text)));
      this.say(conversation, message('What is closest?', MENU));
    } else {
      const reply = message(`You said: ${activity.text}`, ['Yes', 'No']);
      this.say(conversation, activity, ...(this.silent ? [] : [reply]));
    }
    return 'new';
  }

  async activities(conversation: string, after: number) {
    await this.working();
    const all = this.transcripts.get(conversation) ?? [];
    // As a store would: what is asked for comes in pieces.
    const activities = all.slice(after, after + 50);
    return { activities, watermark: activities.length > 0 ? after + activities.length : after };
  }

  watch(listener: (conversation: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async typing(conversation: string): Promise<void> {
    this.typed.push(conversation);
  }

  watchTyping(listener: (conversation: string, name: () => Promise<string | null>) => void): () => void {
    this.hinted.add(listener);
    return () => this.hinted.delete(listener);
  }

  /** A worker is writing; without a name, one who has gone again. */
  writes(conversation: string, name: string | null): void {
    for (const listener of this.hinted) listener(conversation, async () => name);
  }

  /** Puts something into a transcript, as a worker or the bot would. */
  say(conversation: string, ...activities: Partial<Activity>[]): void {
    const transcript = this.transcripts.get(conversation) ?? [];
    this.transcripts.set(conversation, transcript);
    for (const activity of activities) {
      const id = `${conversation}|${String(transcript.length + 1).padStart(7, '0')}`;
      transcript.push({ ...activity, id, timestamp: new Date(0), from: activity.from ?? (NATTER as Activity['from']) });
    }
    for (const listener of this.listeners) listener(conversation);
  }

  private async working(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.broken) throw new UnavailableError(new Error('secret detail of the store'));
  }
}

/** A message from Natter, with choices if there are any. */
export function message(text: string, choices: string[] = []): Partial<Activity> {
  const actions = choices.map((label) => ({ type: 'imBack', title: label, value: label }));
  return {
    type: 'message',
    text,
    from: NATTER as Activity['from'],
    ...(choices.length > 0 ? { suggestedActions: { actions, to: [] } } : {}),
  };
}

/** A message from a worker. */
export function fromWorker(name: string, text: string): Partial<Activity> {
  return { type: 'message', text, from: { id: 'worker', name, role: 'bot' } as Activity['from'] };
}
