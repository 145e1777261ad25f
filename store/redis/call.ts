import { ErrorReply } from 'redis';
import { UnavailableError } from '../errors';
import { makeCopies } from './copies';
import type { Link } from './link';
import type { Script } from './scripts';

/** What the store needs from outside. */
export interface RedisDeps {
  /** Told when Redis goes away and when it is back; with a code, never with what was sent. */
  log?: { warn(fields: object, message: string): void };
  /** How long an answer may take before the caller is told that the store is away. Milliseconds. */
  answerWithinMs?: number;
}

/** Redis as the store uses it: every failure that may pass is an UnavailableError, soon. What failed may have been done all the same. */
export interface Redis {
  send(key: string, args: string[]): Promise<unknown>;
  /** Runs a script where its first key is. */
  run(script: Script, keys: string[], args: (string | number)[]): Promise<unknown>;
  close(): Promise<void>;
}

const ANSWER_WITHIN_MS = 2_000;

/** @param link is connected already. */
export function makeRedis(link: Link, { log, answerWithinMs = ANSWER_WITHIN_MS }: RedisDeps): Redis {
  let away = false;
  let closed = false;

  async function send(key: string, args: string[]): Promise<unknown> {
    try {
      if (closed || !link.ready()) throw new Error('not connected');
      const answer = await within(answerWithinMs, link.send(key, args));
      if (away) log?.warn({}, 'Redis is back');
      away = false;
      return answer;
    } catch (error) {
      const reason = reasonOf(error);
      if (isOurMistake(reason, error)) throw new Error(`Redis refused a command: ${reason}`);
      if (isScriptMissing(reason)) throw error;
      if (!away && !closed) log?.warn({ code: reason }, 'Redis is away');
      away = true;
      throw new UnavailableError(reason);
    }
  }

  const copied = makeCopies(link, send);

  async function evaluate({ sha, text }: Script, keys: string[], args: (string | number)[]): Promise<unknown> {
    const rest = [String(keys.length), ...keys, ...args.map(String)];
    try {
      return await send(keys[0] ?? '', ['EVALSHA', sha, ...rest]);
    } catch (error) {
      // A Redis that was restarted, or has become the primary, does not know the script yet.
      if (!isScriptMissing(reasonOf(error))) throw error;
      return send(keys[0] ?? '', ['EVAL', text, ...rest]);
    }
  }

  return {
    send,
    async run(script, keys, args) {
      const primary = link.primary();
      const answer = await evaluate(script, keys, args);
      // Also when it changed nothing: what a repeat repeats may not be copied yet.
      if (script.told && primary !== null) await copied(primary);
      return answer;
    },
    async close() {
      if (closed) return;
      closed = true;
      await within(answerWithinMs, link.close()).catch(() => drop(link));
    },
  };
}

/** Ends the connections at once, whatever state they are in. */
export async function drop(link: Link): Promise<void> {
  try {
    await link.destroy();
  } catch {}
}

/** Rejects when it takes longer than that, whatever becomes of it then. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A code, never the text: Redis quotes commands in its errors. */
function reasonOf(error: unknown): string {
  if (error instanceof UnavailableError) return String(error.cause);
  if (error instanceof ErrorReply) return /^[A-Z]+/.exec(error.message)?.[0] ?? 'reply';
  const { code, name, message } = error as NodeJS.ErrnoException;
  return code ?? (name === 'Error' ? message : (error as object).constructor.name);
}

const isScriptMissing = (reason: string) => reason === 'NOSCRIPT';

/** Anything else (READONLY, OOM, LOADING, CLUSTERDOWN, NOREPLICAS, MISCONF, NOAUTH, ...) passes, or an operator can mend it. */
function isOurMistake(reason: string, error: unknown): boolean {
  if (!(error instanceof ErrorReply)) return false;
  const full = error.message.includes('max number of clients');
  return !full && ['ERR', 'WRONGTYPE', 'CROSSSLOT', 'INVALIDOBJ'].includes(reason);
}
