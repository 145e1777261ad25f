import type { DeskView, Worker } from './types';

/** A peer was with somebody: after entry `from`, up to and with entry `to`; null: they still are. */
export interface Stay {
  id: string;
  from: number;
  to: number | null;
}

/** Somebody who has been through it is no worker of the place: what was told to workers is not told to them. */
export const isPeer = ({ role }: Pick<Worker, 'role'>): boolean => role === 'peer';

/** What peers hear begins when they come. Of workers it need not be kept. `seq`: the last entry before. */
export function comes(stays: Stay[], worker: Pick<Worker, 'id' | 'role'>, seq: number): Stay[] {
  const isThere = stays.some(({ id, to }) => id === worker.id && to === null);
  return !isPeer(worker) || isThere ? stays : [...stays, { id: worker.id, from: seq, to: null }];
}

/** `id` null: all of them. */
export function goes(stays: Stay[], id: string | null, seq: number): Stay[] {
  const leaves = (stay: Stay) => stay.to === null && (id === null || stay.id === id);
  return stays.map((stay) => (leaves(stay) ? { ...stay, to: seq } : stay));
}

/**
 * What this worker may see of somebody. A peer sees what was said while they were there, and words about danger; the rest
 * only where the person has agreed to it. What stands there for the desk alone was written for workers, and may quote
 * anything: a peer sees what was written in their presence, whatever was agreed.
 */
export function seenBy(looks: Pick<Worker, 'id' | 'role'>, stays: Stay[], view: DeskView): DeskView {
  if (!isPeer(looks)) return view;
  const wasThere = (seq: number) =>
    stays.some(({ id, from, to }) => id === looks.id && seq > from && (to === null || seq <= to));
  const { peersMayRead } = view;
  const entries = view.entries.filter(({ seq, from }) => wasThere(seq) || (peersMayRead && from !== 'desk'));
  return peersMayRead ? { ...view, entries } : { ...view, entries, shared: [], earlier: [] };
}
