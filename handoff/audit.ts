import type { Records } from '../store/contract';
import type { Audit, AuditEntry, AuditFilter, Done } from './types';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60_000;
/** Twelve months, and never a day less. */
export const KEEP_AUDIT = 366 * DAY;
export const AUDIT_PAGE = 100;
/** So many pages are looked through for one that is filtered; then it is for whoever asks to go on. */
export const LOOK_THROUGH = 20;

const KIND = 'audit';
/** Ids are random. Whatever else somebody put in the place of one, such as a number, stays out. */
const ID = /^(?=.*[A-Za-z])[\w-]{1,64}$/;
const idOrNull = (id: string | null | undefined): string | null => (id && ID.test(id) ? id : null);

export interface AuditDeps {
  records: Records;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Random, so that entries of two processes never meet. */
  newId: () => string;
}

/**
 * Who did what at the desk. Entries are only ever added, one record each, and run out after `KEEP_AUDIT`; that is also their
 * order, since names of records are hidden. Two of one process in the same millisecond keep theirs.
 */
export function createAudit({ records, now, newId }: AuditDeps): Audit {
  let latest = 0;

  const rowsAfter = async (key: string | null): Promise<{ key: string; entry: AuditEntry }[]> =>
    (await records.page(KIND, key, AUDIT_PAGE, now())).map((row) => ({ key: row.key, entry: JSON.parse(row.body) }));

  return {
    async write(done) {
      latest = Math.max(now(), latest + 1);
      const entry = entryOf(done, latest);
      const again = done.act === 'read';
      const key = again ? sameRead(entry) : `${timed(latest)}-${newId()}`;
      const added = await records.add(KIND, key, JSON.stringify(entry), latest + KEEP_AUDIT, now());
      if (!added && !again) throw new Error('Two entries of the audit had one name.');
    },
    async page(before, only = {}) {
      const entries: AuditEntry[] = [];
      let next = before;
      for (let pages = 0; pages < LOOK_THROUGH; pages += 1) {
        const rows = await rowsAfter(next);
        for (const { key, entry } of rows) {
          if (!isWanted(entry, only)) continue;
          entries.push(entry);
          if (entries.length === AUDIT_PAGE) return { entries, next: key };
        }
        next = rows.length < AUDIT_PAGE ? null : (rows.at(-1)?.key ?? null);
        if (next === null) break;
      }
      return { entries, next };
    },
    async *all() {
      for (
        let next: string | null = null, rows = await rowsAfter(next);
        rows.length > 0;
        rows = await rowsAfter(next)
      ) {
        for (const { entry } of rows) yield entry;
        next = rows.at(-1)?.key ?? null;
      }
    },
  };
}

const isWanted = ({ worker, act }: AuditEntry, only: AuditFilter): boolean =>
  (only.worker === undefined || (worker?.id ?? null) === only.worker) && (only.act === undefined || act === only.act);

/** Field by field: whatever else the caller holds, such as an email address, does not come along. */
function entryOf({ act, worker, conversation, account, refused }: Done, at: number): AuditEntry {
  return {
    at,
    act,
    worker: worker && { id: worker.id, name: worker.name },
    conversation: idOrNull(conversation),
    account: idOrNull(account),
    refused: refused ?? null,
  };
}

/**
 * An open page reads its conversation again whenever something changes. What one worker reads of one conversation within a
 * minute is one entry, whichever process answered.
 */
const sameRead = ({ at, worker, conversation, refused }: AuditEntry): string =>
  `${timed(at - (at % MINUTE))}-read-${worker?.id}-${conversation}-${refused}`;

const timed = (at: number): string => String(at).padStart(15, '0');
