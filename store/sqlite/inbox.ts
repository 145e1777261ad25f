import type { Inbound } from '../contract';
import type { Database } from './database';

export type Inbox = ReturnType<typeof openInbox>;

/** What arrived. Everything but `unfinished` and `pending` must be called inside `write`. */
export function openInbox(db: Database) {
  const keep = db.prepare(
    `INSERT INTO inbox (channel, id, conversation, at, body) VALUES (:channel, :id, :conversation, :at, :body)
     ON CONFLICT (channel, id) DO NOTHING`,
  );
  const keepDone = db.prepare(
    `INSERT INTO inbox (channel, id, at, body, doneAt) VALUES (:channel, :id, :at, '', :now)
     ON CONFLICT (channel, id) DO NOTHING`,
  );
  const finish = db.prepare(
    `UPDATE inbox SET conversation = NULL, body = '', doneAt = :now
     WHERE channel = :channel AND id = :id AND conversation = :conversation`,
  );
  const forget = db.prepare(
    `UPDATE inbox SET conversation = NULL, body = '', doneAt = at WHERE conversation = :conversation`,
  );
  const dropDone = db.prepare('DELETE FROM inbox WHERE doneAt < :before');
  const dropWaiting = db.prepare('DELETE FROM inbox WHERE doneAt IS NULL AND at < :before');
  const pending = db.prepare<Inbound>(
    'SELECT id, channel, conversation, at, body FROM inbox WHERE conversation = :conversation ORDER BY arrival',
  );
  const unfinished = db.prepare<{ conversation: string }>(
    `SELECT conversation FROM inbox WHERE conversation IS NOT NULL
     GROUP BY conversation ORDER BY min(arrival) LIMIT :limit`,
  );

  return {
    /** False when it is known already. */
    keep: (inbound: Inbound) => keep.run({ ...inbound }) > 0,
    /** Keeps only the id of one whose turn is done with this very commit. False when it is known already. */
    keepDone: (inbound: Inbound, now: number) => keepDone.run({ ...inbound, now }) > 0,
    finish: (conversation: string, ids: { channel: string; id: string }[], now: number) => {
      for (const { channel, id } of ids) finish.run({ conversation, channel, id, now });
    },
    forget: (conversation: string) => forget.run({ conversation }),
    dropDone: (before: number) => dropDone.run({ before }),
    dropWaiting: (before: number) => dropWaiting.run({ before }),
    pending: (conversation: string) => pending.all({ conversation }).map((row) => ({ ...row })),
    unfinished: (limit: number) => unfinished.all({ limit }).map((row) => row.conversation),
  };
}
