import { createHmac, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Records } from '../store/contract';

const DAY = 24 * 60 * 60 * 1000;
/** As long as the longest any conversation is kept by default, and a little more. */
const KEEP_ALIAS = 400 * DAY;

export interface AddressBook {
  /** See `Conversations.conversationOf`. */
  conversationOf(channel: string, ours: string, person: [string, ...string[]]): Promise<string>;
  /** The same for the same text, and nobody without the key can tell from what. */
  opaque(text: string): Promise<string>;
}

/**
 * Knows people by numbers and names without keeping either: all it keeps is made with a secret of its own, which is kept
 * sealed among the records from the first start on. Two processes that meet somebody new make the same of them.
 */
export function createAddressBook(records: Records, now: () => number): AddressBook {
  let secret: Promise<string> | null = null;
  const key = () => {
    // A failure is not remembered.
    secret ??= ownSecret(records, now).catch((error) => {
      secret = null;
      throw error;
    });
    return secret;
  };
  const opaque = async (text: string) =>
    createHmac('sha256', await key())
      .update(text)
      .digest()
      .subarray(0, 24)
      .toString('base64url');

  async function conversationOf(channel: string, ours: string, person: [string, ...string[]]): Promise<string> {
    const names = await Promise.all(person.map((one) => opaque(JSON.stringify([channel, ours, one]))));
    const notes = await Promise.all(names.map((name) => records.get('alias', name, now()).then(readNote)));
    const id = names[person.findIndex((one) => !isNumber(one))] ?? null;
    // Numbers pass from one person to another. Whoever comes with another id than the number had is somebody else.
    const known = notes.find((note) => note && (note === notes[0] || !id || !note.id || note.id === id));
    const conversation = known?.conversation ?? names[0] ?? '';
    await Promise.all(
      names.map((name, n) => {
        const note: Note = { conversation, id: id ?? notes[n]?.id ?? null };
        if (isDeepStrictEqual(notes[n], note)) return undefined;
        return records.put('alias', name, JSON.stringify(note), now() + KEEP_ALIAS);
      }),
    );
    return conversation;
  }

  return { conversationOf, opaque };
}

/** What is kept under a name: whose conversation it leads to, and the id of that person, once they have come with one. */
interface Note {
  conversation: string;
  id: string | null;
}

const readNote = (body: string | null): Note | null => (body === null ? null : (JSON.parse(body) as Note));

/** Anything else is an id of the provider's, which stays with one person. */
const isNumber = (name: string): boolean => /^\+?\d+$/.test(name);

async function ownSecret(records: Records, now: () => number): Promise<string> {
  await records.add('secret', 'address-book', randomBytes(32).toString('base64'), null, now());
  const kept = await records.get('secret', 'address-book', now());
  if (kept === null) throw new Error('The address book has no secret.');
  return kept;
}
