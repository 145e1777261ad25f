import type { Change, Conversation, Store } from '../contract';
import { BrokenSealError, ConflictError } from '../errors';
import { makeKey, readKey, renewKey, wrappedKeyOf } from './bodies';
import { type DataKey, isSealedWith, type Keyring } from './keyring';
import { Recent } from './recent';

/** How many conversations' keys one process remembers: well under a kilobyte each. */
const REMEMBERED = 5000;
/** A read that crosses a deletion finds rows whose key is gone; reading again finds them gone too. */
const TRIES = 3;

interface Held {
  /** The version of the conversation that was seen to carry this key. */
  version: number;
  key: DataKey;
}

/** The keys of conversations, as this process has seen them last. */
export class HeldKeys {
  private readonly held = new Recent<Held>(REMEMBERED);

  constructor(
    private readonly store: Store,
    private readonly keyring: Keyring,
  ) {}

  /** The key of a conversation just read; unwrapped once, however often it is read. */
  of(conversation: Conversation): DataKey {
    const { id, version, body } = conversation;
    const known = this.held.get(id)?.key;
    const key = known?.wrapped === wrappedKeyOf(body) ? known : readKey(this.keyring, conversation);
    this.held.set(id, { version, key });
    return key;
  }

  /**
   * The key to seal a change with. A new one where nothing sealed before stays: at the start, and on deletion.
   * @throws ConflictError when the store already has another version: a key seen with that one may not be this one's.
   */
  async forChange({ conversation: { id }, expected, forget }: Change): Promise<DataKey> {
    if (forget || expected === 0) return makeKey(this.keyring, id);
    const held = this.held.get(id);
    const key = held?.version === expected ? held.key : await this.atVersion(id, expected);
    return renewKey(this.keyring, id, key);
  }

  /** The change was committed, so from this version on this is the key. */
  keep({ id, version }: Conversation, key: DataKey): void {
    this.held.set(id, { version, key });
  }

  drop(id: string): void {
    this.held.delete(id);
  }

  clear(): void {
    this.held.clear();
  }

  /** Reads rows of one conversation and gives them with their key. @throws BrokenSealError */
  async rows<Row extends { body: string }, Opened>(
    id: string,
    read: () => Promise<Row[]>,
    open: (key: DataKey, row: Row) => Opened,
  ): Promise<Opened[]> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const rows = await read();
      const [first] = rows;
      if (!first) return [];
      const key = await this.forRow(id, first.body);
      if (key) return rows.map((row) => open(key, row));
    }
    throw new BrokenSealError();
  }

  /** The key a row was sealed with, or null when its conversation has it no more. */
  async forRow(id: string, sealed: string): Promise<DataKey | null> {
    const held = this.held.get(id)?.key;
    if (held && isSealedWith(held, sealed)) return held;
    const { conversation } = await this.store.load(id);
    const key = conversation && this.of(conversation);
    return key && isSealedWith(key, sealed) ? key : null;
  }

  private async atVersion(id: string, version: number): Promise<DataKey> {
    const { conversation } = await this.store.load(id);
    if (conversation?.version !== version) throw new ConflictError();
    return this.of(conversation);
  }
}
