import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrive, say, transcript, type Visitor } from './direct-line';
import { judge, type View } from './judge';
import type { Door } from './load';
import { judgeOn, sayTo, startPeer, startStandIn } from './peers';
import { type ServerProcess, startServer } from './process';

/** Every process on one Redis needs the same one; nobody else ever uses it. */
export const KEY = Buffer.alloc(32, 7).toString('base64');

/**
 * Two Natters on one Redis, and people who write to both of them in turn, for as long as `work` takes.
 * @throws when one of them ended meanwhile.
 */
export type Company = <T>(url: string, people: number, work: (door: Door, names: string[]) => Promise<T>) => Promise<T>;

/** Two of `server.ts`, and people on the web. */
export const wholeNatters: Company = async (url, people, work) => {
  const folder = mkdtempSync(join(tmpdir(), 'natter-whole-'));
  const servers: ServerProcess[] = [];
  try {
    const env = { REDIS_URL: url, MASTER_KEY: KEY, DATA_DIR: folder, NEW_CHATS_PER_MINUTE: '100000' };
    // One after the other: the first makes what both of them need.
    for (let count = 0; count < 2; count += 1) servers.push(await startServer(env));
    const visitors = new Map<string, Visitor>();
    for (const name of namesOf(people)) visitors.set(name, await arrive(servers[0]?.url ?? ''));
    return await unended(servers, work(webDoor(servers, visitors), [...visitors.keys()]));
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Two small Natters that send what is said to a stand-in for a provider (tools/faults/peer.ts), and people who write by phone. */
export const senders: Company = async (url, people, work) => {
  const standIn = await startStandIn();
  const peers: Awaited<ReturnType<typeof startPeer>>[] = [];
  try {
    for (let count = 0; count < 2; count += 1)
      peers.push(await startPeer({ REDIS_URL: url, MASTER_KEY: KEY, STAND_IN: standIn.url }));
    const next = inTurn(peers);
    const door: Door = {
      say: (person, text) => sayTo(next(), person, [text]),
      judge: (person, said) => judgeOn(next, standIn, person, said),
    };
    return await unended(peers, work(door, namesOf(people)));
  } finally {
    await Promise.all(peers.map((peer) => peer.kill()));
    await standIn.close();
  }
};

const namesOf = (people: number) => Array.from({ length: people }, (_, index) => `person-${index}`);

function inTurn<T>(all: T[]): () => T {
  let calls = 0;
  return () => all[calls++ % all.length] as T;
}

async function unended<T>(processes: { running(): boolean }[], work: Promise<T>): Promise<T> {
  const result = await work;
  if (!processes.every((each) => each.running())) throw new Error('A Natter ended while Redis was broken.');
  return result;
}

function webDoor(servers: ServerProcess[], visitors: Map<string, Visitor>): Door {
  const next = inTurn(servers);
  const visitor = (person: string) => visitors.get(person) ?? { conversation: '', token: '' };
  return {
    say: (person, text) => say(next().url, visitor(person), text, text.replaceAll(' ', '-')),
    judge: (person, said) => judge(() => read(next().url, visitor(person)), said, null),
  };
}

async function read(url: string, visitor: Visitor): Promise<View | null> {
  const seen = await transcript(url, visitor).catch(() => null);
  if (!seen) return null;
  const messages = seen.filter(({ type }) => type === 'message');
  const entries = messages.map(({ from, text }) => ({
    from: from?.role === 'user' ? 'person' : 'natter',
    ...(text === undefined ? {} : { text }),
  }));
  return { entries, unsent: 0 };
}
