import { ask, isFor, join, type Kept, stepOut, takeBack } from '../../../handoff/company';
import type { Hours } from '../../../handoff/hours';
import { pausesAt, pauseUntil } from '../../../handoff/pause';
import { comes, type Stay, seenBy } from '../../../handoff/peers';
import type { Desk, DeskEntry, DeskResult, DeskView, Outcome, Waiting, Worker } from '../../../handoff/types';
import type { Records } from '../../../store/contract';

/** `Records` in memory, as store/contract.ts describes them. */
export function fakeRecords(): Records & { dump(): string } {
  const rows = new Map<string, { body: string; expiresAt: number | null }>();
  const at = (kind: string, key: string): string => JSON.stringify([kind, key]);
  const live = (row: { expiresAt: number | null } | undefined, now: number): boolean =>
    row !== undefined && (row.expiresAt === null || row.expiresAt > now);
  return {
    async put(kind, key, body, expiresAt) {
      rows.set(at(kind, key), { body, expiresAt });
    },
    async add(kind, key, body, expiresAt, now) {
      if (live(rows.get(at(kind, key)), now)) return false;
      rows.set(at(kind, key), { body, expiresAt });
      return true;
    },
    async get(kind, key, now) {
      const row = rows.get(at(kind, key));
      return row && live(row, now) ? row.body : null;
    },
    async take(kind, key, now) {
      const row = rows.get(at(kind, key));
      rows.delete(at(kind, key));
      return row && live(row, now) ? row.body : null;
    },
    async remove(kind, key) {
      rows.delete(at(kind, key));
    },
    async list(kind, now) {
      return [...rows]
        .map(([id, row]) => ({ parts: JSON.parse(id) as [string, string], row }))
        .filter(({ parts, row }) => parts[0] === kind && live(row, now))
        .map(({ parts, row }) => ({ key: parts[1], body: row.body }));
    },
    async page(kind, after, limit, now) {
      const all = [...rows]
        .map(([id, row]) => ({ parts: JSON.parse(id) as [string, string], ...row }))
        .filter(({ parts, expiresAt }) => parts[0] === kind && expiresAt !== null && expiresAt > now)
        .map(({ parts, body, expiresAt }) => ({ key: parts[1], body, expiresAt: expiresAt ?? 0 }))
        .sort((a, b) => b.expiresAt - a.expiresAt || (a.key < b.key ? 1 : -1));
      const from = after === null ? 0 : all.findIndex(({ key }) => key === after) + 1;
      if (after !== null && from === 0) return [];
      return all.slice(from, from + limit).map(({ key, body }) => ({ key, body }));
    },
    dump: () => JSON.stringify([...rows]),
  };
}

/** A person as the fake desk keeps them. */
export interface Someone extends DeskView {
  outcome?: string;
  /** While which peers were there. */
  stays?: Stay[];
}

export interface FakeDesk extends Desk {
  people: Map<string, Someone>;
  /** The person writes something. */
  hear(id: string, text: string): void;
  /** The person is writing. */
  writes(id: string): void;
  /** Who was said to be writing to whom: ids of conversation and worker. */
  typed: [string, string][];
  /** What the next calls throw, to play a store that is down. */
  broken: Error | null;
}

/** Open every day from nine to five. */
const FAKE_PLACE: Hours = {
  timezone: 'Europe/London',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['09:00-17:00']])),
  holidays: [],
};

/** A desk in memory that keeps the contract of handoff/types.ts. */
export function fakeDesk(now: () => number, ...someone: Someone[]): FakeDesk {
  const people = new Map(someone.map((one) => [one.id, one]));
  const listeners = new Set<(id: string) => void>();
  const hinted = new Set<(id: string, workers: string[]) => void>();
  const repeats = new Set<string>();
  const wake = (id: string): void => {
    for (const listener of listeners) listener(id);
  };
  const add = (one: Someone, from: DeskEntry['from'], name: string | null, text: string): void => {
    one.entries.push({ seq: one.entries.length + 1, at: now(), from, name, text });
    wake(one.id);
  };
  const held = (id: string, worker: Worker): DeskResult & { one?: Someone } => {
    if (desk.broken) throw desk.broken;
    const one = people.get(id);
    if (!one || one.outcome) return { ok: false, why: 'gone' };
    return one.worker?.id === worker.id || one.beside?.id === worker.id
      ? { ok: true, one }
      : { ok: false, why: 'not-yours' };
  };
  const ownership = ({ owner, worker, waitingSince }: Someone) => ({ owner, worker: worker?.id ?? null, waitingSince });
  const keeps = (id: string, change: (one: Someone) => Kept): DeskResult => {
    const one = people.get(id);
    const kept = one ? change(one) : ({ ok: false, why: 'gone' } as const);
    if (!kept.ok) return kept;
    Object.assign(one ?? {}, kept.company);
    wake(id);
    return { ok: true };
  };
  const desk: FakeDesk = {
    people,
    broken: null,
    typed: [],
    writes(id) {
      const one = people.get(id);
      const workers = [one?.worker, one?.beside].flatMap((each) => (each ? [each.id] : []));
      for (const listener of hinted) listener(id, workers);
    },
    hear(id, text) {
      const one = people.get(id);
      if (one) add(one, 'person', null, text);
    },
    async list(looks) {
      if (desk.broken) throw desk.broken;
      return [...people.values()]
        .filter(({ outcome }) => !outcome)
        .map(
          ({ earlier, shared, peersMayRead, mayAskToRead, flags, outcome, entries, stays, ...waiting }): Waiting => ({
            ...waiting,
            forYou: looks !== undefined && waiting.asked !== null && isFor(waiting.asked, looks),
            seq: entries.length,
          }),
        )
        .sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.waitingSince - b.waitingSince);
    },
    async view(id, looks) {
      const one = people.get(id);
      if (!one || one.outcome) return null;
      const forYou = looks !== undefined && one.asked !== null && isFor(one.asked, looks);
      const view = structuredClone({ ...one, forYou });
      return looks ? seenBy(looks, one.stays ?? [], view) : view;
    },
    async claim(id, worker) {
      if (desk.broken) throw desk.broken;
      const one = people.get(id);
      if (!one || one.outcome) return { ok: false, why: 'gone' };
      if (one.worker) return one.worker.id === worker.id ? { ok: true } : { ok: false, why: 'taken' };
      one.owner = 'worker';
      one.worker = { id: worker.id, name: worker.name };
      one.stays = comes(one.stays ?? [], worker, one.entries.length);
      add(one, 'desk', null, `${worker.name} is here.`);
      return { ok: true };
    },
    async note(id, worker, text, messageId) {
      const result = held(id, worker);
      if (!result.one) return result;
      if (!repeats.has(messageId)) add(result.one, 'desk', worker.name, text);
      repeats.add(messageId);
      return { ok: true };
    },
    async say(id, worker, text, messageId) {
      const result = held(id, worker);
      if (!result.one) return result;
      if (!repeats.has(messageId)) add(result.one, 'worker', worker.name, text);
      repeats.add(messageId);
      return { ok: true };
    },
    ask: async (id, worker, wanted) => keeps(id, (one) => ask(ownership(one), one, worker, wanted)),
    takeBack: async (id, worker) => keeps(id, (one) => takeBack(ownership(one), one, worker.id)),
    join: async (id, worker) =>
      keeps(id, (one) => {
        const kept = join(ownership(one), one, worker);
        if (kept.ok) one.stays = comes(one.stays ?? [], worker, one.entries.length);
        return kept;
      }),
    async askToRead(id, worker) {
      if (worker.role !== 'peer') return { ok: false, why: 'role' };
      const result = held(id, worker);
      if (!result.one) return result;
      delete result.one.mayAskToRead;
      return { ok: true };
    },
    async stepOut(id, worker) {
      const one = people.get(id);
      if (!one) return { ok: false, why: 'gone' };
      const moved = stepOut(ownership(one), one, worker.id);
      if (!moved.ok) return moved;
      if (moved.stays === 'beside') one.worker = one.beside;
      one.beside = null;
      wake(id);
      return { ok: true };
    },
    async handBack(id, worker) {
      const result = held(id, worker);
      if (!result.one) return result;
      people.delete(id);
      wake(id);
      return { ok: true };
    },
    async release(id, worker) {
      const one = people.get(id);
      if (worker.role !== 'lead' && worker.role !== 'admin') return { ok: false, why: 'role' };
      if (one?.owner !== 'worker') return { ok: false, why: 'gone' };
      Object.assign(one, { owner: 'waiting', worker: null, leftBy: one.worker?.name });
      wake(id);
      return { ok: true };
    },
    async end(id, worker, outcome, agreed = {}) {
      const result = held(id, worker);
      if (!result.one) return result;
      result.one.outcome = outcome;
      result.one.earlier.push({ at: now(), outcome, name: worker.name, ...agreed });
      wake(id);
      return { ok: true };
    },
    pauses: () => pausesAt(FAKE_PLACE, now()),
    async pause(id, worker, wanted) {
      const result = held(id, worker);
      if (!result.one) return result;
      const until = pauseUntil(FAKE_PLACE, wanted, now());
      if (until === null) return { ok: false, why: 'no-hours' };
      result.one.pausedUntil = until;
      wake(id);
      return { ok: true };
    },
    async back(id, worker) {
      const result = held(id, worker);
      if (!result.one) return result;
      delete result.one.pausedUntil;
      wake(id);
      return { ok: true };
    },
    ended: async (looks) =>
      [...people.values()].flatMap(({ id, channel, outcome, worker }) =>
        outcome && worker && (worker.id === looks.id || looks.role === 'lead' || looks.role === 'admin')
          ? [{ id, channel, at: now(), outcome: outcome as Outcome, worker }]
          : [],
      ),
    async reopen(id, worker) {
      const one = people.get(id);
      if (!one) return { ok: false, why: 'gone' };
      if (!one.outcome) {
        if (one.owner === 'waiting') return { ok: false, why: 'asked-again' };
        return one.worker?.id === worker.id ? { ok: true } : { ok: false, why: 'taken' };
      }
      if (one.outcome === 'declined') return { ok: false, why: 'their-choice' };
      delete one.outcome;
      one.worker = { id: worker.id, name: worker.name };
      wake(id);
      return { ok: true };
    },
    async typing(id, worker) {
      const result = held(id, worker);
      if (!result.one) return result;
      desk.typed.push([id, worker.id]);
      return { ok: true };
    },
    watchTyping(listener) {
      hinted.add(listener);
      return () => hinted.delete(listener);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return desk;
}

/** Somebody who asked for a person at this time. */
export function someone(id: string, waitingSince: number, more: Partial<Someone> = {}): Someone {
  return {
    id,
    channel: 'web',
    owner: 'waiting',
    worker: null,
    beside: null,
    asked: null,
    urgent: false,
    waitingSince,
    earlier: [],
    shared: [],
    peersMayRead: false,
    flags: [],
    entries: [],
    seq: 0,
    ...more,
  };
}
