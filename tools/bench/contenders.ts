import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readConfig } from '../../config';
import { startTested, type Tested } from './child';
import type { Redis } from './redis';
import type { TalkerName } from './types';

/** One way of answering a turn, running and ready. */
export interface Contender {
  name: string;
  talker: TalkerName;
  processes: Tested[];
  /** The Redis that it keeps things on. */
  redis?: Redis;
}

/** Runs Natter as `npm start` does, but that as many conversations as are wanted may be started from one address. */
export function startNatter(dir: string, env: Record<string, string> = {}, flags: string[] = []): Promise<Tested> {
  mkdirSync(dir, { recursive: true });
  const settings = { PORT: '0', LOG_LEVEL: 'error', DATA_DIR: dir, NEW_CHATS_PER_MINUTE: '10000000' };
  return startTested('server.ts', { ...settings, ...env }, flags);
}

/** Plain restify that keeps `bytes` a turn with one durable commit; on Redis when REDIS_URL is among `env`. */
export function startFloor(dir: string, bytes: number, env: Record<string, string> = {}): Promise<Tested> {
  mkdirSync(dir, { recursive: true });
  const file = `tools/bench/servers/floor-${env.REDIS_URL === undefined ? 'sqlite' : 'redis'}.ts`;
  return startTested(file, { DATA_DIR: dir, BYTES: String(bytes), ...env });
}

export function startBotbuilder(): Promise<Tested> {
  return startTested('tools/bench/servers/botbuilder.ts', {});
}

/** Does this Natter keep things on Redis when it is told to? */
export function takesRedis(): boolean {
  const REDIS_URL = 'redis://127.0.0.1:6379';
  return JSON.stringify(readConfig({ REDIS_URL })).includes('127.0.0.1');
}

/** How many bytes a turn writes: the conversation's record, and its part of the transcript. */
export function bytesATurn(dir: string): number {
  const db = new DatabaseSync(join(dir, 'natter.db'), { readOnly: true });
  try {
    const [row] = db
      .prepare(
        `SELECT (SELECT avg(length(body)) FROM conversation) +
           (SELECT sum(length(body)) * 1.0 / sum(author = 'person') FROM transcript) AS bytes`,
      )
      .all();
    return Math.round(Number(row?.bytes));
  } finally {
    db.close();
  }
}
