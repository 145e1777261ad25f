import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import { pause } from './store/contract/given';

/** A redis-server of Debian, started for a test, as docs/running-redis.md says to run it. */
export interface RedisServer {
  port: number;
  /** Where its log of writes is. */
  folder: string;
  url: string;
  /** The process, to stop and go on with (`SIGSTOP`, `SIGCONT`). */
  process(): ChildProcess;
  /** Ends it at once, as a power cut would. What it had written to disk stays. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, on the same port and folder. `more`: settings for this time, after those it has. */
  start(more?: string[]): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
  command(...args: string[]): Promise<unknown>;
}

const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '', '--maxmemory-policy', 'noeviction'];
const LOCAL = ['--bind', '127.0.0.1', '--protected-mode', 'no', '--daemonize', 'no'];

/** @param more settings as on redis-server's command line, after the ones every test has. */
export async function startRedis(more: string[] = [], port?: number): Promise<RedisServer> {
  return serve((own, folder) => ['--port', String(own), '--dir', folder, ...LOCAL, ...DURABLE, ...more], [], port);
}

async function serve(
  settings: (port: number, folder: string) => string[],
  mode: string[] = [],
  wanted?: number,
): Promise<RedisServer> {
  const port = wanted ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), 'natter-redis-'));
  const config = mode.length > 0 ? [join(folder, 'sentinel.conf')] : [];
  if (config[0]) execFileSync('touch', config);
  let child: ChildProcess;

  async function start(more: string[] = []): Promise<void> {
    const args = [...config, ...settings(port, folder), ...more, ...mode];
    // Should the test's process be killed, the kernel ends the server too.
    child = spawn('setpriv', ['--pdeathsig', 'KILL', 'redis-server', ...args], { stdio: 'ignore' });
    await until(async () => (await command(port, ['PING'])) === 'PONG', `redis-server on ${port} does not answer`);
  }
  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await start();
  return {
    port,
    folder,
    url: `redis://127.0.0.1:${port}`,
    process: () => child,
    kill,
    start,
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
    command: (...args) => command(port, args),
  };
}

/** A cluster of three primaries, each with a replica. */
export async function startCluster(): Promise<{ nodes: RedisServer[]; url: string; stop(): Promise<void> }> {
  const cluster = [
    '--cluster-enabled',
    'yes',
    '--cluster-node-timeout',
    '1000',
    '--cluster-replica-validity-factor',
    '0',
  ];
  const nodes = await Promise.all(
    Array.from({ length: 6 }, async () => startRedis([...cluster, '--cluster-port', String(await freePort())])),
  );
  const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`);
  const stop = async () => void (await Promise.all(nodes.map((node) => node.stop())));
  try {
    execFileSync('redis-cli', ['--cluster', 'create', ...addresses, '--cluster-replicas', '1', '--cluster-yes']);
    await until(
      async () => (await Promise.all(nodes.map(isWhole))).every(Boolean),
      'the cluster does not come together',
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { nodes, url: `redis+cluster://${addresses.join(',')}`, stop };
}

async function isWhole(node: RedisServer): Promise<boolean> {
  const [info, all] = [String(await node.command('CLUSTER', 'INFO')), String(await node.command('CLUSTER', 'NODES'))];
  const replicated = String(await node.command('INFO', 'replication'));
  const follows = replicated.includes('role:master') || replicated.includes('master_link_status:up');
  return info.includes('cluster_state:ok') && all.split('slave ').length === 4 && follows;
}

export interface Watched {
  /** The primary as it was at the start, and its first replica. */
  primary: RedisServer;
  replica: RedisServer;
  /** All of them but the sentinels. */
  servers: RedisServer[];
  url: string;
  sentinels: RedisServer[];
  /** Whom the sentinels take for the primary now. */
  current(): Promise<RedisServer>;
  /** Lets this replica take over next, whatever it has. Ends when the sentinels know. */
  prefer(replica: RedisServer): Promise<void>;
  /** Ends when everybody runs, follows the primary, and is known to every sentinel. */
  togetherAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** Three sentinels, a primary and its replicas. */
export async function startSentinel(replicas = 1): Promise<Watched> {
  // Without a replica there is nobody to take over: then the primary takes no writes.
  const careful = ['--min-replicas-to-write', '1', '--min-replicas-max-lag', '2', '--repl-diskless-sync-delay', '0'];
  const primary = await startRedis(careful);
  const follow = [...careful, '--replicaof', `127.0.0.1 ${primary.port}`];
  const followers = await Promise.all(Array.from({ length: replicas }, () => startRedis(follow)));
  const servers = [primary, ...followers];
  const watch = [
    ...['--sentinel', 'monitor', 'natter', '127.0.0.1', String(primary.port), '2'],
    ...['--sentinel', 'down-after-milliseconds', 'natter', '1000', '--sentinel', 'failover-timeout', 'natter', '3000'],
  ];
  const sentinels = await Promise.all(
    [1, 2, 3].map(() =>
      serve((port, folder) => ['--port', String(port), '--dir', folder, ...LOCAL, ...watch], ['--sentinel']),
    ),
  );
  const current = async () => {
    const address = await sentinels[0]?.command('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'natter');
    return servers.find(({ port }) => (address as string[])[1] === String(port)) ?? primary;
  };
  const whole = async () => {
    const primary = await current();
    const followed = servers.filter((one) => one !== primary).map((one) => follows(one, primary));
    const seen = sentinels.map((one) => seesAll(one, primary, replicas));
    return (await Promise.all([...followed, ...seen])).every(Boolean);
  };
  const prefer = async (replica: RedisServer) => {
    for (const one of servers) await one.command('CONFIG', 'SET', 'replica-priority', one === replica ? '1' : '100');
    const known = async (sentinel: RedisServer) => {
      const all = (await sentinel.command('SENTINEL', 'REPLICAS', 'natter')) as string[][];
      return all.every((fields) => {
        const field = (name: string) => fields[fields.indexOf(name) + 1];
        return (field('slave-priority') === '1') === (field('port') === String(replica.port));
      });
    };
    const all = async () => (await Promise.all(sentinels.map(known))).every(Boolean);
    await until(all, 'the sentinels do not learn whom to prefer', 60_000);
  };
  const stop = async () => {
    await Promise.all([...sentinels, ...servers].map((one) => one.stop()));
  };
  const togetherAgain = async () => {
    await until(whole, 'primary, replicas and sentinels do not come together', 60_000);
    const writes = async () => (await (await current()).command('SET', 'ready', '1')) === 'OK';
    await until(writes, 'the primary counts no replica', 60_000);
  };
  try {
    await togetherAgain();
  } catch (error) {
    await stop();
    throw error;
  }
  const hosts = sentinels.map(({ port }) => `127.0.0.1:${port}`).join(',');
  const url = `redis+sentinel://${hosts}/natter`;
  return { primary, replica: followers[0] ?? primary, servers, sentinels, url, current, prefer, togetherAgain, stop };
}

/** That a sentinel takes this one for the primary, and knows the replicas and the other two sentinels. */
async function seesAll(sentinel: RedisServer, primary: RedisServer, replicas: number): Promise<boolean> {
  const fields = (await sentinel.command('SENTINEL', 'MASTER', 'natter')) as string[];
  const field = (name: string) => fields[fields.indexOf(name) + 1];
  const known = field('num-slaves') === String(replicas) && field('num-other-sentinels') === '2';
  return known && field('flags') === 'master' && field('port') === String(primary.port);
}

async function follows(replica: RedisServer, primary: RedisServer): Promise<boolean> {
  const told = String(await replica.command('INFO', 'replication'));
  return told.includes(`master_port:${primary.port}\r`) && told.includes('master_link_status:up');
}

/** Waits until it holds; an error counts as not yet. */
export async function until(holds: () => Promise<boolean>, otherwise: string, ms = 15_000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await pause(25)) {
    if (await holds().catch(() => false)) return;
  }
  throw new Error(otherwise);
}

/** Made once: each `createClient` with other settings makes all commands anew, which takes twenty megabytes of memory. */
let asking: ReturnType<typeof makeAsking> | null = null;
const makeAsking = () => createClient({ RESP: 2 });

async function command(port: number, args: string[]): Promise<unknown> {
  asking ??= makeAsking();
  const client = asking.duplicate({ socket: { host: '127.0.0.1', port, reconnectStrategy: false } });
  client.on('error', () => {});
  try {
    await client.connect();
    return await client.sendCommand(args);
  } finally {
    if (client.isOpen) client.destroy();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
