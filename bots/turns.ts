import type { Arrival, Carriers } from '../adapters/contract';
import type { Refusal } from '../handoff/types';
import type { Change, Conversation, Inbound, Lease, Loaded, Store } from '../store/contract';
import { ConflictError, LeaseLostError, RepeatError, StoreError, UnavailableError } from '../store/errors';
import { arrivedBody } from './arrived';
import { passBy, type Reach } from './fault-points';
import type { NatterBot } from './natter-bot';
import { changeOf, newConversation, nothingDone, type Retention, runTurn, stumbledTurn } from './turn';

/** What `Turns` needs from outside. */
export interface TurnsDeps {
  store: Store;
  bot: NatterBot;
  now: () => number;
  retention: Retention;
  /** The ways out to channels that have to be sent to. */
  carriers: Carriers;
  /** Said to the person when a turn fails on a fault of ours. */
  somethingWrong: (conversation: Conversation) => string[];
  log: { error(fields: object, message: string): void };
  /** Removes what is kept of a conversation elsewhere, before it is deleted: a deletion that fails is tried again, whole. */
  forgetting?: (conversation: string) => Promise<void>;
  /** Told when there may be something to send. */
  posted?: () => void;
  /** Told of every fault point that is passed. */
  reach?: Reach;
  /** How long a turn is held before it has to be renewed, in milliseconds. */
  leaseMs?: number;
}

export interface Outcome {
  kept: 'new' | 'repeat';
  refused: Refusal | null;
}

/** A turn that this process has taken. Its commit gives it back. */
interface Held extends Loaded {
  lease: Lease;
  committed: boolean;
}

/** Turns take milliseconds. When a process is killed, its conversations wait for as long as this. */
const LEASE_MS = 5_000;
const TRIES = 140;
const PAUSE_MS = 50;

/**
 * Runs turns: one at a time for each conversation, in the order things arrived, each of them kept whole or not at all.
 * A message whose turn can run at once is taken in and answered with a single durable commit; any other is taken in
 * first and answered when its turn comes. A turn asks the store twice: to take it, which loads, and to commit it, which
 * gives it back.
 */
export class Turns {
  /** Conversations whose turn runs in this process, with the promise of its end. */
  private readonly running = new Map<string, Promise<unknown>>();
  private closing = false;
  private lastAt = 0;
  private readonly reach: Reach;
  private readonly leaseMs: number;

  constructor(private readonly deps: TurnsDeps) {
    this.reach = deps.reach ?? passBy;
    this.leaseMs = deps.leaseMs ?? LEASE_MS;
  }

  /** Takes an arrival in. Resolved means durable. */
  async receive(arrival: Arrival): Promise<'new' | 'repeat'> {
    const inbound = this.inbound(arrival);
    this.reach('turn/arrived');
    if (!this.running.has(inbound.conversation))
      return (await this.exclusive(inbound.conversation, () => this.atOnce(inbound))).kept;
    const kept = await this.accept(inbound);
    this.wake(inbound.conversation);
    return kept;
  }

  /** Runs an act whose result somebody waits for (a worker's), in its turn. */
  async act(arrival: Arrival): Promise<Outcome> {
    const inbound = this.inbound(arrival);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const outcome = await this.exclusive(inbound.conversation, () => this.ifFree(inbound));
      if (outcome) return outcome;
      await pause();
    }
    throw new UnavailableError('the conversation stayed busy');
  }

  /** Sees to it that whatever waits in this conversation is answered. Never throws. */
  wake(conversation: string): void {
    if (this.closing) return;
    void this.exclusive(conversation, () => this.drain(conversation)).catch((error) =>
      this.report(error, conversation),
    );
  }

  /** Picks up what an earlier process took in but did not answer. */
  async recover(): Promise<void> {
    for (const conversation of await this.deps.store.unfinished(1000)) this.wake(conversation);
  }

  /** Lets the turns that run finish; nothing new is started. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.allSettled(this.running.values());
  }

  /** No two arrivals are at the same moment, even when the clock stands still or is set back: `at` tells who came first. */
  private inbound(arrival: Arrival): Inbound {
    const { id, channel, conversation } = arrival;
    this.lastAt = Math.max(this.deps.now(), this.lastAt + 1);
    return { id, channel, conversation, at: this.lastAt, body: arrivedBody(arrival) };
  }

  private async accept(inbound: Inbound): Promise<'new' | 'repeat'> {
    const kept = await this.deps.store.accept(inbound);
    this.reach('turn/accepted');
    return kept;
  }

  private async exclusive<T>(conversation: string, work: () => Promise<T>): Promise<T> {
    const before = this.running.get(conversation) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    this.running.set(conversation, settled);
    try {
      return await mine;
    } finally {
      if (this.running.get(conversation) === settled) this.running.delete(conversation);
    }
  }

  private async atOnce(inbound: Inbound): Promise<Outcome> {
    try {
      const outcome = await this.ifFree(inbound);
      if (outcome) return outcome;
    } catch (error) {
      if (error instanceof UnavailableError) throw error;
      this.report(error, inbound.conversation);
    }
    const kept = await this.accept(inbound);
    setTimeout(() => this.wake(inbound.conversation), PAUSE_MS).unref();
    return { kept, refused: null };
  }

  /** Runs the turn now, if no other process has it and nothing is waiting before it; null if it has to wait. */
  private async ifFree(inbound: Inbound): Promise<Outcome | null> {
    return this.held(inbound.conversation, async (held) => {
      // What came later than this, while it was on its way here, waits behind it.
      if (held.pending.some(({ at }) => at < inbound.at)) {
        this.wake(inbound.conversation);
        return null;
      }
      try {
        return { kept: 'new', refused: await this.turn(held, inbound, { arrived: [inbound], done: [] }) };
      } catch (error) {
        if (error instanceof RepeatError) return { kept: 'repeat', refused: null };
        if (error instanceof ConflictError || error instanceof LeaseLostError) return null;
        throw error;
      }
    });
  }

  /** Answers everything that waits, oldest first: a turn each. */
  private async drain(conversation: string): Promise<void> {
    for (let tries = 0; tries < TRIES; ) {
      const answered = await this.held(conversation, (held) => this.answerNext(held));
      if (answered === false) return;
      if (answered) continue;
      tries += 1;
      await pause();
    }
  }

  /** False when nothing waits. A turn that fails on our side is answered kindly and not tried for ever. */
  private async answerNext(held: Held): Promise<boolean> {
    const [inbound] = held.pending;
    if (!inbound) return false;
    const finished = { arrived: [], done: [{ channel: inbound.channel, id: inbound.id }] };
    try {
      const refused = await this.turn(held, inbound, finished);
      // Nobody waits for the answer, and what is left to wait is tried for ever.
      if (refused) await this.putAside(held, inbound, finished);
    } catch (error) {
      if (error instanceof ConflictError) return true;
      if (error instanceof StoreError) throw error;
      this.report(error, inbound.conversation);
      const loaded = standing(held, inbound);
      const work = stumbledTurn(loaded, inbound, this.deps.somethingWrong(loaded), this.deps.now());
      await this.commit(held, changeOf(work, loaded, held.lease, finished, this.deps));
    }
    return true;
  }

  private async turn(
    held: Held,
    inbound: Inbound,
    kept: { arrived: Inbound[]; done: Change['done'] },
  ): Promise<Refusal | null> {
    const { bot, now } = this.deps;
    const loaded = standing(held, inbound);
    const work = await runTurn(bot, loaded, inbound, now());
    for (const problem of work.problems)
      this.deps.log.error({ conversation: loaded.id, ...problem }, 'a fault in content');
    if (work.refused) return work.refused;
    this.reach('turn/ran');
    const lease = await this.renewed(held.lease);
    await this.commit(held, changeOf(work, loaded, lease, kept, this.deps));
    return null;
  }

  /** It is done with, and changed nothing. */
  private async putAside(held: Held, inbound: Inbound, finished: Pick<Change, 'done'> & { arrived: Inbound[] }) {
    const loaded = standing(held, inbound);
    await this.commit(
      held,
      changeOf(nothingDone(loaded, inbound, this.deps.now()), loaded, held.lease, finished, this.deps),
    );
  }

  private async commit(held: Held, change: Change): Promise<void> {
    if (change.forget) await this.deps.forgetting?.(change.conversation.id);
    await this.deps.store.commit(change);
    held.committed = true;
    this.reach('turn/committed');
    if (change.outbox.length > 0) this.deps.posted?.();
  }

  /** A turn that took long is held until it is committed. Lost meanwhile: whoever has it now answers. */
  private async renewed(lease: Lease): Promise<Lease> {
    const now = this.deps.now();
    if (lease.until - now > this.leaseMs / 2) return lease;
    const more = await this.deps.store.renew(lease, now, this.leaseMs);
    if (!more) throw new LeaseLostError();
    return more;
  }

  /** Null when another process has the turn. */
  private async held<T>(conversation: string, work: (held: Held) => Promise<T>): Promise<T | null> {
    const { store, now } = this.deps;
    const taken = await store.take(conversation, now(), this.leaseMs);
    if (!taken) return null;
    const held: Held = { ...taken, committed: false };
    try {
      return await work(held);
    } finally {
      // A turn that cannot be given back now runs out by itself.
      if (!held.committed) await store.release(held.lease).catch(() => undefined);
    }
  }

  /** Says that something failed, never what was said. */
  private report(error: unknown, conversation: string): void {
    const { name, stack } = error instanceof Error ? error : new Error('not an error');
    const where = stack
      ?.split('\n')
      .find((line) => line.includes('    at '))
      ?.trim();
    this.deps.log.error(
      { conversation, error: name, code: error instanceof StoreError ? error.code : 'fault', where },
      'turn failed',
    );
  }
}

const standing = ({ conversation }: Loaded, inbound: Inbound): Conversation =>
  conversation ?? newConversation(inbound.conversation, inbound.channel);

function pause(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, PAUSE_MS);
  });
}
