import type { Change, Timer } from '../contract';
import type { Database } from './database';

export type Timers = ReturnType<typeof openTimers>;

/** What is to happen later. `change` and `erase` must be called inside `write`. */
export function openTimers(db: Database) {
  const set = db.prepare(
    `INSERT INTO timer (conversation, id, at, body) VALUES (:conversation, :id, :at, :body)
     ON CONFLICT (conversation, id) DO UPDATE SET at = :at, body = :body`,
  );
  const cancel = db.prepare('DELETE FROM timer WHERE conversation = :conversation AND id = :id');
  const erase = db.prepare('DELETE FROM timer WHERE conversation = :conversation');
  const due = db.prepare<Timer>(
    'SELECT id, conversation, at, body FROM timer WHERE at <= :now ORDER BY at LIMIT :limit',
  );

  return {
    change(conversation: string, timers: Change['timers']): void {
      for (const id of timers.cancel) cancel.run({ conversation, id });
      for (const timer of timers.set) set.run({ ...timer, conversation });
    },
    erase: (conversation: string) => erase.run({ conversation }),
    due: (now: number, limit: number) => due.all({ now, limit }).map((row) => ({ ...row })),
  };
}
