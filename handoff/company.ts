import { type Moved, mayWrite, type Ownership } from './ownership';
import type { Refusal, Worker } from './types';

export interface Who {
  id: string;
  name: string;
}

/** One worker, a team, or whoever is free (`id` and `name` empty). */
export type AskedFor = { kind: 'worker' | 'team' | 'anyone'; id: string; name: string };

/** Somebody was asked to come: to carry on with them, or to be there as well. */
export interface Asking {
  by: Who;
  to: AskedFor;
  why: 'take-over' | 'second';
}

/** Who else is there beside the worker who has somebody, and who was asked to come. */
export interface Company {
  beside: Who | null;
  asked: Asking | null;
}

export type Kept = { ok: true; company: Company } | { ok: false; why: Refusal };

/** Nobody else is there, and nobody was asked. */
export const alone = (): Company => ({ beside: null, asked: null });

/** The worker who has them asks for somebody. Asking again asks for somebody else instead. */
export function ask(from: Ownership, { beside }: Company, worker: Worker, wanted: Omit<Asking, 'by'>): Kept {
  const may = mayWrite(from, worker.id);
  if (!may.ok) return may;
  if (beside) return { ok: false, why: 'taken' };
  return { ok: true, company: { beside, asked: { by: { id: worker.id, name: worker.name }, ...wanted } } };
}

/** They are not needed any more. */
export function takeBack(from: Ownership, { beside }: Company, worker: string): Kept {
  const may = mayWrite(from, worker);
  return may.ok ? { ok: true, company: { beside, asked: null } } : may;
}

/** Was this worker asked to come? */
export function isFor({ by, to }: Asking, { id, teams = [] }: Pick<Worker, 'id' | 'teams'>): boolean {
  if (id === by.id) return false;
  return to.kind === 'anyone' || (to.kind === 'worker' ? to.id === id : teams.includes(to.id));
}

/** Somebody who was asked comes. Of two one is first. */
export function join(from: Ownership, { beside, asked }: Company, worker: Worker): Kept {
  if (from.owner !== 'worker') return { ok: false, why: 'gone' };
  if (beside) return { ok: false, why: 'taken' };
  if (!asked || !isFor(asked, worker)) return { ok: false, why: 'not-asked' };
  return { ok: true, company: { beside: { id: worker.id, name: worker.name }, asked: null } };
}

/** One of two leaves. Whoever stays has them: nobody is left alone like this. */
export function stepOut(from: Ownership, { beside }: Company, worker: string): Moved & { stays?: 'owner' | 'beside' } {
  if (beside?.id === worker && from.owner === 'worker') return { ok: true, to: from, stays: 'owner' };
  const may = mayWrite(from, worker);
  if (!may.ok) return may;
  if (!beside) return { ok: false, why: 'alone' };
  return { ok: true, to: { ...from, worker: beside.id }, stays: 'beside' };
}
