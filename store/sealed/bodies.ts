import type { Change, Conversation, Entry, Inbound, Outgoing, Timer } from '../contract';
import { BrokenSealError } from '../errors';
import { type About, type DataKey, type Keyring, seal, unseal } from './keyring';

/** What each kind of body is bound to. A line stays its author's; the store numbers it only later. */
const about = {
  conversation: (id: string): About => ['conversation', id],
  inbound: ({ conversation, channel, id }: Inbound): About => ['inbound', conversation, channel, id],
  entry: (conversation: string, { at, from }: Omit<Entry, 'seq' | 'body'>): About => [
    'transcript',
    conversation,
    from,
    String(at),
  ],
  outgoing: (conversation: string, id: string): About => ['outbox', conversation, id],
  timer: (conversation: string, id: string): About => ['timer', conversation, id],
};

/** A body that carries its own key: the wrapped key, a dot, the sealed text. */
export function wrappedKeyOf(body: string): string {
  return body.slice(0, dotIn(body));
}

const sealedIn = (body: string) => body.slice(dotIn(body) + 1);

function dotIn(body: string): number {
  const dot = body.indexOf('.');
  if (dot < 0) throw new BrokenSealError();
  return dot;
}

/** The same body with its key wrapped with the newest master key. */
export function rewrapBody(keyring: Keyring, id: string, body: string): string {
  const owner = about.conversation(id);
  return `${keyring.rewrap(keyring.unwrap(wrappedKeyOf(body), owner), owner).wrapped}.${sealedIn(body)}`;
}

export const makeKey = (keyring: Keyring, id: string) => keyring.make(about.conversation(id));
export const renewKey = (keyring: Keyring, id: string, key: DataKey) => keyring.rewrap(key, about.conversation(id));
export const readKey = (keyring: Keyring, { id, body }: Conversation) =>
  keyring.unwrap(wrappedKeyOf(body), about.conversation(id));

/** Waits for its turn under a key of its own: it may be there before its conversation has one, or after it was deleted. */
export function sealInbound(keyring: Keyring, inbound: Inbound): Inbound {
  const what = about.inbound(inbound);
  const key = keyring.make(what);
  return { ...inbound, body: `${key.wrapped}.${seal(key, what, inbound.body)}` };
}

export function openInbound(keyring: Keyring, inbound: Inbound): Inbound {
  const what = about.inbound(inbound);
  const key = keyring.unwrap(wrappedKeyOf(inbound.body), what);
  return { ...inbound, body: unseal(key, what, sealedIn(inbound.body)) };
}

/** Seals every body of a change with the conversation's key, which travels in the conversation's own body. */
export function sealChange(change: Change, key: DataKey): Change {
  const { id, body } = change.conversation;
  return {
    ...change,
    conversation: { ...change.conversation, body: `${key.wrapped}.${seal(key, about.conversation(id), body)}` },
    // Their turn is done with this change, so only their ids are kept.
    arrived: change.arrived.map((inbound) => ({ ...inbound, body: '' })),
    transcript: change.transcript.map((entry) => ({ ...entry, body: seal(key, about.entry(id, entry), entry.body) })),
    outbox: change.outbox.map((row) => ({ ...row, body: seal(key, about.outgoing(id, row.id), row.body) })),
    timers: {
      ...change.timers,
      set: change.timers.set.map((timer) => ({ ...timer, body: seal(key, about.timer(id, timer.id), timer.body) })),
    },
  };
}

export function openConversation(key: DataKey, conversation: Conversation): Conversation {
  return { ...conversation, body: unseal(key, about.conversation(conversation.id), sealedIn(conversation.body)) };
}

export function openEntry(key: DataKey, conversation: string, entry: Entry): Entry {
  return { ...entry, body: unseal(key, about.entry(conversation, entry), entry.body) };
}

export function openOutgoing(key: DataKey, row: Outgoing): Outgoing {
  return { ...row, body: unseal(key, about.outgoing(row.conversation, row.id), row.body) };
}

export function openTimer(key: DataKey, timer: Timer): Timer {
  return { ...timer, body: unseal(key, about.timer(timer.conversation, timer.id), timer.body) };
}
