/** Where Redis is, and how to get in. */
export interface RedisUrls {
  kind: 'plain' | 'sentinel' | 'cluster';
  /** The server; or the sentinels; or some nodes of the cluster, from which the others are found. */
  hosts: { host: string; port: number }[];
  tls: boolean;
  username: string | null;
  password: string | null;
  database: number;
  /** Sentinel only: the name the sentinels know the primary by, and how to get in to the sentinels. */
  primary: string | null;
  sentinelUsername: string | null;
  sentinelPassword: string | null;
}

/** `REDIS_URL` cannot be read. The message never repeats it: there may be a password in it. */
export class RedisUrlError extends Error {
  readonly code = 'redis-url';
}

const FORMS =
  'Write redis://host:6379/0, redis+sentinel://host:26379,host2:26379/primary-name or redis+cluster://host:7000,host2:7000 ' +
  '(rediss instead of redis for TLS; user:password@ before the hosts).';
const FORM = /^(rediss?)(?:\+(sentinel|cluster))?:\/\/(?:([^@/]*)@)?([^/?]+)(?:\/([^/?]*))?(?:\?(.*))?$/;
const DEFAULT_PORT = { plain: 6379, sentinel: 26379, cluster: 6379 };

/**
 * Reads a `REDIS_URL`. A name or password in it is percent-encoded.
 * @throws RedisUrlError
 */
export function parseRedisUrl(url: string): RedisUrls {
  const [, scheme, form, login, hosts, path, query] = FORM.exec(url.trim()) ?? [];
  if (!scheme || !hosts) throw new RedisUrlError(`This is not the address of a Redis. ${FORMS}`);
  const kind = (form ?? 'plain') as RedisUrls['kind'];
  const [username, ...password] = (login ?? '').split(':');
  const asked = new URLSearchParams(query);
  if (kind === 'sentinel' && !path) throw new RedisUrlError(`The name of the primary is missing. ${FORMS}`);
  if (kind === 'plain' && hosts.includes(',')) throw new RedisUrlError(`A plain Redis is one host. ${FORMS}`);
  return {
    kind,
    hosts: hosts.split(',').map((host) => hostOf(host, DEFAULT_PORT[kind])),
    tls: scheme === 'rediss',
    username: decoded(username),
    password: decoded(password.join(':')),
    database: databaseOf(kind, (kind === 'sentinel' ? asked.get('db') : path) ?? ''),
    primary: kind === 'sentinel' ? decoded(path) : null,
    sentinelUsername: asked.get('sentinel-user'),
    sentinelPassword: asked.get('sentinel-password'),
  };
}

function hostOf(text: string, defaultPort: number): { host: string; port: number } {
  const [, bracketed, name, port] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = bracketed ?? name;
  if (!host || Number(port ?? 1) > 65535) throw new RedisUrlError(`A host or port is not right. ${FORMS}`);
  return { host, port: Number(port ?? defaultPort) };
}

function databaseOf(kind: RedisUrls['kind'], text: string): number {
  if (!/^\d*$/.test(text)) throw new RedisUrlError(`The database has to be a number. ${FORMS}`);
  if (kind === 'cluster' && Number(text) !== 0) throw new RedisUrlError(`A cluster has only database 0. ${FORMS}`);
  return Number(text);
}

function decoded(text: string | undefined): string | null {
  try {
    return text ? decodeURIComponent(text) : null;
  } catch {
    throw new RedisUrlError(`A name or password is not percent-encoded. ${FORMS}`);
  }
}
