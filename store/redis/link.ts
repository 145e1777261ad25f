import { createClient, createCluster, createSentinel } from 'redis';
import type { RedisUrls } from './url';

/** A way to one Redis, whatever its kind. Connects again by itself. */
export interface Link {
  /** Sends a command to where its key is. */
  send(key: string, args: string[]): Promise<unknown>;
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
  /** Which server takes the writes, where another may take over from it without having all of them; else null. */
  primary(): string | null;
  /** False while it is known that nothing can be sent. */
  ready(): boolean;
  connect(): Promise<unknown>;
  close(): Promise<unknown>;
  /** Drops the connections at once. */
  destroy(): unknown;
}

const NO_TIMER = { timeout: 0 };
const PING_MS = 1_000;
const SILENT_MS = 5_000;
const CONNECT_MS = 2_000;
const LONGEST_PAUSE_MS = 1_000;

/** Opens nothing yet: `connect` does. */
export function makeLink(urls: RedisUrls): Link {
  return { plain: makePlain, sentinel: makeSentinel, cluster: makeCluster }[urls.kind](urls);
}

/**
 * A command is never queued for a Redis that is away: the person who sent the message is told at once that it was not kept.
 * A connection on which even pings bring nothing back is dropped, or it would take minutes to be noticed.
 */
function clientOptions({ username, password, tls, database }: RedisUrls, host: string | null = null) {
  return {
    ...(username === null ? {} : { username }),
    ...(password === null ? {} : { password }),
    ...(database === 0 ? {} : { database }),
    disableOfflineQueue: true,
    commandsQueueMaxLength: 20_000,
    pingInterval: PING_MS,
    maintNotifications: 'disabled' as const,
    socket: {
      connectTimeout: CONNECT_MS,
      socketTimeout: SILENT_MS,
      reconnectStrategy: (retries: number) => Math.min(50 * 2 ** retries, LONGEST_PAUSE_MS),
      ...(tls ? { tls: true as const, ...(host === null ? {} : { servername: host }) } : {}),
    },
  };
}

/** Without a listener an error would end the process. What it means for a command is told to whoever sent that command. */
const ignore = () => {};

function makePlain(urls: RedisUrls): Link {
  const { socket, ...options } = clientOptions(urls);
  const client = createClient({ ...options, RESP: 2, socket: { ...socket, ...urls.hosts[0] } }).on('error', ignore);
  const ears = client.duplicate().on('error', ignore);
  return {
    send: (_, args) => client.sendCommand(args, NO_TIMER),
    subscribe: (channel, listener) => ears.subscribe(channel, listener),
    primary: () => null,
    ready: () => client.isReady,
    connect: () => Promise.all([client.connect(), ears.connect()]),
    close: () => Promise.all([client.close(), ears.close()]),
    destroy: () => [client, ears].forEach((one) => void (one.isOpen && one.destroy())),
  };
}

function makeSentinel(urls: RedisUrls): Link {
  const { sentinelUsername, sentinelPassword } = urls;
  const sentinels = { ...urls, username: sentinelUsername, password: sentinelPassword, database: 0 };
  const client = createSentinel({
    RESP: 2,
    name: urls.primary ?? '',
    sentinelRootNodes: urls.hosts,
    nodeClientOptions: clientOptions(urls),
    sentinelClientOptions: clientOptions(sentinels),
    // All commands share one connection, so that they travel together. Without this, most wait for the others to end.
    reserveClient: true,
    // Nothing is sent again behind our back; who asked decides. Which one is the primary is asked again every second.
    maxCommandRediscovers: 0,
    scanInterval: 1_000,
  }).on('error', ignore);
  return {
    send: (_, args) => client.sendCommand(false, args, NO_TIMER),
    subscribe: (channel, listener) => client.subscribe(channel, listener),
    primary: () => {
      const { host, port } = client.getMasterNode() ?? {};
      return `${host}:${port}`;
    },
    // A command for a primary that is away would go round and round until there is a new one.
    ready: () => client.isOpen && client.getMasterNode() !== undefined,
    connect: () => client.connect(),
    close: () => client.close(),
    destroy: () => client.destroy(),
  };
}

function makeCluster(urls: RedisUrls): Link {
  const defaults = clientOptions(urls, null);
  const client = createCluster({
    RESP: 2,
    rootNodes: urls.hosts.map((address) => ({ ...defaults, socket: { ...defaults.socket, ...address } })),
    defaults,
    maxCommandRedirections: 5,
    topologyRefreshOnReconnectionAttemptStrategy: 500,
  }).on('error', ignore);
  return {
    send: (key, args) => client.sendCommand(key, false, args, NO_TIMER),
    subscribe: (channel, listener) => client.subscribe(channel, listener),
    primary: () => null,
    ready: () => client.isReady,
    connect: () => client.connect(),
    close: () => client.close(),
    destroy: () => client.destroy(),
  };
}
