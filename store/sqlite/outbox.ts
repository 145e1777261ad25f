import type { Change, Outgoing } from '../contract';
import type { Database } from './database';

const COLUMNS = 'id, conversation, seq, channel, priority, body, attempts, state, dueAt, providerId, error';

export type Outbox = ReturnType<typeof openOutbox>;

/** What waits to be sent. Everything but `of` must be called inside `write`. */
export function openOutbox(db: Database) {
  const add = db.prepare(
    `INSERT INTO outbox (id, conversation, channel, priority, body, dueAt)
     VALUES (:id, :conversation, :channel, :priority, :body, :dueAt)`,
  );
  const erase = db.prepare('DELETE FROM outbox WHERE conversation = :conversation');
  // Only the oldest waiting row of each conversation is looked at, so that one not yet due or being sent holds up the rest.
  const ready = db.prepare<Outgoing>(
    `SELECT ${COLUMNS} FROM outbox
     WHERE seq IN (SELECT min(seq) FROM outbox WHERE state = 'waiting' GROUP BY conversation)
       AND dueAt <= :now AND (leasedUntil IS NULL OR leasedUntil <= :now)
     ORDER BY priority = 'reminder', dueAt, seq LIMIT :limit`,
  );
  const lease = db.prepare('UPDATE outbox SET leasedUntil = :until WHERE seq = :seq');
  const settle = db.prepare<{ conversation: string }>(
    `UPDATE outbox SET attempts = attempts + (state = 'waiting'), state = :state, leasedUntil = NULL,
       providerId = coalesce(:providerId, providerId), error = :error
     WHERE id = :id RETURNING conversation`,
  );
  // Only a row being sent can need another try, so that telling it twice counts once.
  const retry = db.prepare(
    `UPDATE outbox SET attempts = attempts + 1, dueAt = :dueAt, error = :error, leasedUntil = NULL
     WHERE id = :id AND state = 'waiting' AND leasedUntil IS NOT NULL`,
  );
  const of = db.prepare<Outgoing>(`SELECT ${COLUMNS} FROM outbox WHERE conversation = :conversation ORDER BY seq`);

  return {
    add(conversation: string, rows: Change['outbox']): void {
      for (const row of rows) add.run({ ...row, conversation });
    },
    erase: (conversation: string) => erase.run({ conversation }),
    lease(now: number, ms: number, limit: number): Outgoing[] {
      const rows = ready.all({ now, limit });
      for (const { seq } of rows) lease.run({ seq, until: now + ms });
      return rows.map((row) => ({ ...row }));
    },
    /** Returns the conversation, or undefined when the row is gone. */
    sent: (id: string, providerId: string) =>
      settle.first({ id, state: 'sent', providerId, error: null })?.conversation,
    dead: (id: string, error: string) => settle.first({ id, state: 'dead', providerId: null, error })?.conversation,
    retry: (id: string, dueAt: number, error: string) => retry.run({ id, dueAt, error }),
    of: (conversation: string) => of.all({ conversation }).map((row) => ({ ...row })),
  };
}
