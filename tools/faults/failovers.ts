import { type RedisServer, startSentinel, until, type Watched } from '../../test/redis';
import { pause } from '../../test/store/contract/given';
import { type Break, type BreakVerdict, breakUnderLoad } from './breaks';
import type { Tell } from './stops';
import { keepPlainly, type Plain } from './unwaited';
import { wholeNatters } from './whole';

/**
 * What happens. The primary is killed: as it stands; after one of its two replicas has stood still for a moment, and that one takes over;
 * after both have. Or it lives, and the sentinels put another in its place: they believe it dead, or an operator wants it.
 */
export const FAILOVERS = ['killed', 'one behind', 'both behind', 'alive'] as const;
export type Failover = (typeof FAILOVERS)[number];

export interface FailoverVerdict extends BreakVerdict {
  /** Writes of this tool's own that waited for no replica, as a client does that trusts `min-replicas-to-write 1` alone. */
  plainAcknowledged: number;
  plainLost: number;
}

const REPLICAS = 2;
const STILL: Record<Failover, number> = { killed: 0, 'one behind': 1, 'both behind': 2, alive: 0 };
/** Less than `min-replicas-max-lag`, so that a primary goes on taking writes, and than it takes the sentinels to notice. */
const STILL_MS = 500;
/** More than two sockets hold: what is written after it cannot have left the primary when it is killed. */
const CLOG = 'x'.repeat(24 * 1024 * 1024);

/**
 * Lets a replica take over again and again while people write to two whole Natters, and waits until Natter goes on. Then the old
 * primary comes back as a replica. No Natter is restarted.
 */
export async function failOver(
  rounds: Failover[],
  people: number,
  random: () => number,
  tell: Tell = () => {},
): Promise<FailoverVerdict> {
  const watched = await startSentinel(REPLICAS);
  try {
    const plain: Plain[] = [];
    const breaks = rounds.map((kind) => failoverOf(watched, kind, random, (found) => plain.push(found)));
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

function failoverOf(watched: Watched, kind: Failover, random: () => number, found: (plain: Plain) => void): Break {
  let old = watched.primary;
  let still: RedisServer[] = [];
  return {
    async prepare() {
      old = await watched.current();
      const replicas = watched.servers.filter((one) => one !== old);
      still = shuffled(replicas, random).slice(0, STILL[kind]);
      if (kind === 'one behind') await watched.prefer(still[0] ?? old);
    },
    async break() {
      const plain = keepPlainly(old);
      await pause(STILL_MS);
      if (kind === 'alive') await watched.sentinels[0]?.command('SENTINEL', 'FAILOVER', 'natter');
      else await killBehind(old, still);
      const next = await takenOver(watched, old);
      found(await plain.judge(next));
      // An operator's system starts it again; it follows whoever is the primary now.
      if (kind !== 'alive') await old.start(['--replicaof', `127.0.0.1 ${next.port}`]);
      await next.command('DEL', 'clog').catch(() => undefined);
      await watched.togetherAgain();
    },
  };
}

/** What is written while replicas stand still dies with the primary. */
async function killBehind(primary: RedisServer, still: RedisServer[]): Promise<void> {
  try {
    for (const one of still) one.process().kill('SIGSTOP');
    if (still.length > 0) await primary.command('SET', 'clog', CLOG);
    await pause(STILL_MS);
    await primary.kill();
  } finally {
    for (const one of still) one.process().kill('SIGCONT');
  }
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
