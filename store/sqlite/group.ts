import { UnavailableError } from '../errors';
import type { Database } from './database';

interface Job {
  work(): unknown;
  done(result: unknown): void;
  failed(error: unknown): void;
}

/**
 * Puts pieces of work that ask for it at the same time into one transaction, because the costly part of a transaction is
 * its end: waiting for the disk. A piece resolves when the transaction that holds it is on the disk. One that throws does
 * not take the others with it: then each gets a transaction of its own.
 */
export function makeGroup(db: Database): <T>(work: () => T) => Promise<T> {
  let waiting: Job[] = [];

  function run(): void {
    const jobs = waiting;
    waiting = [];
    if (jobs.length === 1 || !together(db, jobs)) for (const job of jobs) alone(db, job);
  }

  return <T>(work: () => T) =>
    new Promise<T>((done, failed) => {
      if (waiting.length === 0) setImmediate(run);
      waiting.push({ work, done: done as (result: unknown) => void, failed });
    });
}

/** False when one of them threw and nothing was written. When the disk will not serve it is asked once, not for each. */
function together(db: Database, jobs: Job[]): boolean {
  try {
    const results = db.write(() => jobs.map(({ work }) => work()));
    for (const [index, { done }] of jobs.entries()) done(results[index]);
    return true;
  } catch (error) {
    if (!(error instanceof UnavailableError)) return false;
    for (const { failed } of jobs) failed(error);
    return true;
  }
}

function alone(db: Database, { work, done, failed }: Job): void {
  try {
    done(db.write(work));
  } catch (error) {
    failed(error);
  }
}
