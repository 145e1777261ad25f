import type { Conversation } from '../store/contract';
import type { Refusal, Worker } from './types';

/** Who has the conversation. One owner at a time; every change goes through here. */
export type Ownership = Pick<Conversation, 'owner' | 'worker' | 'waitingSince'>;
export type Moved = { ok: true; to: Ownership } | { ok: false; why: Refusal };

const withBot: Ownership = { owner: 'bot', worker: null, waitingSince: null };

/** The person asked for a worker. Asking again does not lose their place. */
export function wait(from: Ownership, now: number): Ownership {
  if (from.owner === 'waiting' || from.owner === 'worker') return from;
  return { owner: 'waiting', worker: null, waitingSince: now };
}

/** A worker picks them up. Of two workers one wins; the same worker again changes nothing. */
export function claim(from: Ownership, worker: string): Moved {
  if (from.owner === 'waiting') return { ok: true, to: { ...from, owner: 'worker', worker } };
  if (from.owner === 'worker') return from.worker === worker ? { ok: true, to: from } : { ok: false, why: 'taken' };
  return { ok: false, why: 'gone' };
}

/** May this worker write to them now? `beside`: a second one who is there as well. */
export function mayWrite(from: Ownership, worker: string, beside: string | null = null): Moved {
  // Whoever was taken for gone finds somebody they talked with in the queue again.
  if (from.owner === 'waiting') return { ok: false, why: 'not-yours' };
  if (from.owner !== 'worker') return { ok: false, why: 'gone' };
  return from.worker === worker || beside === worker ? { ok: true, to: from } : { ok: false, why: 'not-yours' };
}

/** The worker has finished with them. */
export function endByWorker(from: Ownership, worker: string): Moved {
  const may = mayWrite(from, worker);
  return may.ok ? { ok: true, to: { owner: 'ended', worker: null, waitingSince: null } } : may;
}

/** A worker goes on with somebody whom nobody has and who waits for nobody. */
export function reopen(from: Ownership, worker: string, waitingSince: number | null): Moved {
  if (from.owner === 'waiting') return { ok: false, why: 'asked-again' };
  if (from.owner === 'worker') return { ok: false, why: 'taken' };
  return { ok: true, to: { owner: 'worker', worker, waitingSince } };
}

/** The worker leaves them to Natter: they can ask for a person again. */
export function handBack(from: Ownership, worker: string): Moved {
  const may = mayWrite(from, worker);
  return may.ok ? { ok: true, to: withBot } : may;
}

/** Back to the queue from a worker who cannot go on: they have waited since they first asked. */
export function release(from: Ownership): Moved {
  if (from.owner !== 'worker') return { ok: false, why: 'gone' };
  return { ok: true, to: { ...from, owner: 'waiting', worker: null } };
}

/** Leads and admins look after the whole queue: they may move somebody whom another worker has. */
export const mayMove = ({ role }: Pick<Worker, 'role'>): boolean => role === 'lead' || role === 'admin';

/** The person leaves the worker or the queue: Natter has them again. */
export function leave(): Ownership {
  return withBot;
}
