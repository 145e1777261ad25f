import type { Conversation, Owner } from '../contract';
import type { Database } from './database';

type Row = Omit<Conversation, 'urgent'> & { urgent: number };

const COLUMNS = 'id, channel, version, seq, owner, worker, waitingSince, urgent, changedAt, expiresAt, body';

export type Conversations = ReturnType<typeof openConversations>;

/** Where each conversation stands. Everything that changes one must be called inside `write`. */
export function openConversations(db: Database) {
  const find = db.prepare<Row>(`SELECT ${COLUMNS} FROM conversation WHERE id = :id`);
  const place = db.prepare<Pick<Row, 'version' | 'seq'>>('SELECT version, seq FROM conversation WHERE id = :id');
  // Not INSERT OR REPLACE: replacing a row would take its transcript with it.
  const save = db.prepare(
    `INSERT INTO conversation (${COLUMNS})
     VALUES (:id, :channel, :version, :seq, :owner, :worker, :waitingSince, :urgent, :changedAt, :expiresAt, :body)
     ON CONFLICT (id) DO UPDATE SET channel = :channel, version = :version, seq = :seq, owner = :owner, worker = :worker,
       waitingSince = :waitingSince, urgent = :urgent, changedAt = :changedAt, expiresAt = :expiresAt, body = :body`,
  );
  const desk = db.prepare<Row>(
    `SELECT ${COLUMNS} FROM conversation WHERE owner IN (SELECT value FROM json_each(:owners))
     ORDER BY urgent DESC, waitingSince NULLS LAST, id`,
  );
  const page = db.prepare<{ id: string }>('SELECT id FROM conversation WHERE id > :after ORDER BY id LIMIT :limit');
  const remove = db.prepare('DELETE FROM conversation WHERE id = :id');
  const removeExpired = db.prepare<{ id: string }>('DELETE FROM conversation WHERE expiresAt < :now RETURNING id');

  return {
    find(id: string): Conversation | null {
      const row = find.first({ id });
      return row ? fromRow(row) : null;
    },
    /** How far it has come, without its body. */
    place: (id: string) => place.first({ id }),
    save: (conversation: Conversation) => save.run({ ...conversation, urgent: Number(conversation.urgent) }),
    desk: (owners: Owner[]) => desk.all({ owners: JSON.stringify(owners) }).map(fromRow),
    page: (after: string, limit: number) => page.all({ after, limit }).map((row) => row.id),
    /** Its transcript, outbox and timers go with it. */
    remove: (id: string) => remove.run({ id }),
    /** Returns the ids of those that went. */
    removeExpired: (now: number) => removeExpired.all({ now }).map((row) => row.id),
  };
}

function fromRow(row: Row): Conversation {
  return { ...row, urgent: row.urgent === 1 };
}
