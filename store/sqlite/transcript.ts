import type { Entry } from '../contract';
import type { Database } from './database';

export type Transcript = ReturnType<typeof openTranscript>;

/** What was said, in order. `append` and `erase` must be called inside `write`. */
export function openTranscript(db: Database) {
  const append = db.prepare(
    'INSERT INTO transcript (conversation, seq, at, author, body) VALUES (:conversation, :seq, :at, :from, :body)',
  );
  const erase = db.prepare('DELETE FROM transcript WHERE conversation = :conversation');
  const after = db.prepare<Entry>(
    `SELECT seq, at, author AS "from", body FROM transcript
     WHERE conversation = :conversation AND seq > :after ORDER BY seq LIMIT :limit`,
  );

  return {
    /** Numbers the entries on from `last`. */
    append(conversation: string, last: number, entries: Omit<Entry, 'seq'>[]): void {
      for (const [index, entry] of entries.entries()) append.run({ ...entry, conversation, seq: last + 1 + index });
    },
    erase: (conversation: string) => erase.run({ conversation }),
    after: (conversation: string, seq: number, limit: number) =>
      after.all({ conversation, after: seq, limit }).map((row) => ({ ...row })),
  };
}
