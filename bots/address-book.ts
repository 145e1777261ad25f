import { createHmac, randomBytes } from 'node:crypto';
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
    const known = await Promise.all(names.map((name) => records.get('alias', name, now())));
    const found = known.find((each) => each !== null) ?? names[0] ?? '';
    const unknown = names.filter((_, n) => known[n] === null);
    await Promise.all(unknown.map((name) => records.add('alias', name, found, now() + KEEP_ALIAS, now())));
    return found;
  }

  return { conversationOf, opaque };
}

async function ownSecret(records: Records, now: () => number): Promise<string> {
  await records.add('secret', 'address-book', randomBytes(32).toString('base64'), null, now());
  const kept = await records.get('secret', 'address-book', now());
  if (kept === null) throw new Error('The address book has no secret.');
  return kept;
}
