import type { DatabaseSync } from 'node:sqlite';
import { TooNewError } from '../errors';

/**
 * Each entry takes a file from its index to the next schema version (`PRAGMA user_version`).
 * Only ever add to the end: files in the world have run the earlier ones.
 */
const MIGRATIONS = [
  `
  CREATE TABLE conversation (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    owner TEXT NOT NULL,
    worker TEXT,
    waitingSince INTEGER,
    urgent INTEGER NOT NULL,
    changedAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX conversationByOwner ON conversation (owner, urgent, waitingSince);
  CREATE INDEX conversationByExpiry ON conversation (expiresAt);

  -- A finished row keeps only what tells a repeat: no conversation, no body.
  CREATE TABLE inbox (
    arrival INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    id TEXT NOT NULL,
    conversation TEXT,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    doneAt INTEGER,
    UNIQUE (channel, id),
    CHECK ((conversation IS NULL) = (doneAt IS NOT NULL)),
    CHECK (doneAt IS NULL OR body = '')
  ) STRICT;
  CREATE INDEX inboxWaiting ON inbox (conversation, arrival) WHERE conversation IS NOT NULL;
  CREATE INDEX inboxDone ON inbox (doneAt) WHERE doneAt IS NOT NULL;

  CREATE TABLE transcript (
    conversation TEXT NOT NULL REFERENCES conversation ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (conversation, seq)
  ) STRICT;

  CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL REFERENCES conversation ON DELETE CASCADE,
    channel TEXT NOT NULL,
    priority TEXT NOT NULL,
    body TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'waiting',
    dueAt INTEGER NOT NULL,
    leasedUntil INTEGER,
    providerId TEXT,
    error TEXT
  ) STRICT;
  CREATE INDEX outboxByConversation ON outbox (conversation, seq);
  CREATE INDEX outboxWaiting ON outbox (conversation, seq) WHERE state = 'waiting';

  CREATE TABLE timer (
    conversation TEXT NOT NULL REFERENCES conversation ON DELETE CASCADE,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (conversation, id)
  ) STRICT;
  CREATE INDEX timerByTime ON timer (at);

  CREATE TABLE record (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    expiresAt INTEGER,
    PRIMARY KEY (kind, key)
  ) STRICT;
  CREATE INDEX recordByExpiry ON record (expiresAt) WHERE expiresAt IS NOT NULL;
  `,
  `
  CREATE INDEX recordLastToExpire ON record (kind, expiresAt, key) WHERE expiresAt IS NOT NULL;
  `,
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Brings a file up to this version of the schema, in one transaction.
 * @throws TooNewError when a later Natter wrote the file.
 */
export function migrate(db: DatabaseSync): void {
  if (versionOf(db) === SCHEMA_VERSION) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Read again under the lock: another process may have done it meanwhile.
    const found = versionOf(db);
    if (found > SCHEMA_VERSION) throw new TooNewError(found, SCHEMA_VERSION);
    for (const sql of MIGRATIONS.slice(found)) db.exec(sql);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version);
}
