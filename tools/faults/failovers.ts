import { type RedisServer, startSentinel, until, type Watched } from '../../test/redis';
import { pause } from '../../test/store/contract/given';
import { type Break, type BreakVerdict, breakUnderLoad } from './breaks';
import type { Tell } from './stops';
import { keepPlainly, type Plain } from './unwaited';
import { wholeNatters } from './whole';

/** How many of the two replicas stand still for a moment before the primary is killed, and have not got what was written then. */
export const BEHIND = { none: 0, one: 1, both: 2 } as const;
export type Behind = keyof typeof BEHIND;

export interface FailoverVerdict extends BreakVerdict {
  /** Writes of this tool's own that waited for no replica, as a client does that trusts `min-replicas-to-write 1` alone. */
  plainAcknowledged: number;
  plainLost: number;
}

const REPLICAS = 2;
/** Less than `min-replicas-max-lag`, so that a primary goes on taking writes, and than it takes the sentinels to notice. */
const STILL_MS = 500;
/** More than two sockets hold: what is written after it cannot have left the primary when it is killed. */
const CLOG = 'x'.repeat(24 * 1024 * 1024);

/**
 * Kills the primary again and again while people write to two whole Natters, and waits until a replica has taken over and Natter
 * goes on. Then the old primary comes back as a replica. No Natter is restarted.
 * @param rounds how far replicas are behind, for each failover.
 */
export async function failOver(
  rounds: Behind[],
  people: number,
  random: () => number,
  tell: Tell = () => {},
): Promise<FailoverVerdict> {
  const watched = await startSentinel(REPLICAS);
  try {
    const plain: Plain[] = [];
    const breaks = rounds.map((behind) => failoverOf(watched, behind, random, (found) => plain.push(found)));
    const verdict = await wholeNatters(watched.url, people, (door, names) =>
      breakUnderLoad(door, names, breaks, random, (count, { times }) =>
        tell(`${count} of ${rounds.length} failovers, ${times.length} messages acknowledged`),
      ),
    );
    const total = (of: keyof Plain) => plain.reduce((sum, each) => sum + each[of], 0);
    return { ...verdict, plainAcknowledged: total('acknowledged'), plainLost: total('lost') };
  } finally {
    await watched.stop();
  }
}

function failoverOf(watched: Watched, behind: Behind, random: () => number, found: (plain: Plain) => void): Break {
  return async () => {
    const old = await watched.current();
    const replicas = watched.servers.filter((one) => one !== old);
    const still = shuffled(replicas, random).slice(0, BEHIND[behind]);
    const plain = keepPlainly(old);
    try {
      for (const one of still) one.process().kill('SIGSTOP');
      if (still.length > 0) await old.command('SET', 'clog', CLOG);
      await pause(STILL_MS);
      await old.kill();
    } finally {
      for (const one of still) one.process().kill('SIGCONT');
    }
    const next = await takenOver(watched, old);
    found(await plain.judge(next));
    // An operator's system starts it again; it follows whoever is the primary now.
    await old.start(['--replicaof', `127.0.0.1 ${next.port}`]);
    await next.command('DEL', 'clog').catch(() => undefined);
    await watched.togetherAgain();
  };
}

async function takenOver(watched: Watched, old: RedisServer): Promise<RedisServer> {
  let next = old;
  const isPrimary = async () => {
    next = await watched.current();
    return next !== old && String(await next.command('ROLE')).startsWith('master');
  };
  await until(isPrimary, 'No replica took over.', 60_000);
  return next;
}

const shuffled = <T>(items: T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
