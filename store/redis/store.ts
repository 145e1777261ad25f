import type { Hint, Store } from '../contract';
import { UnavailableError } from '../errors';
import { makeWatchers } from '../watchers';
import { drop, makeRedis, type Redis, type RedisDeps, within } from './call';
import { commitChange } from './commit';
import { makeConversations } from './conversations';
import { hintIn, hintOut } from './hints';
import { makeInbox } from './inbox';
import { type Indexes, makeIndexes } from './indexes';
import { HINT, PING, WAKE } from './keys';
import { makeLeases } from './leases';
import { type Link, makeLink } from './link';
import { makeOutbox } from './outbox';
import { makeRecords } from './records';
import { SCRIPTS } from './scripts';
import { parseRedisUrl, type RedisUrls } from './url';

const OPEN_WITHIN_MS = 5_000;
const PAGE = 100;

export interface RedisStoreDeps extends RedisDeps {
  /** Keep indexes apart from conversations, as on a cluster, also where there is none. For tests. */
  spread?: boolean;
}

/**
 * Opens a store on Redis (7.0 or newer): one server, one behind Sentinel, or a cluster. Many processes may share it.
 * docs/running-redis.md says how Redis has to be set up for the promises to hold.
 * @param url see `parseRedisUrl`.
 * @throws RedisUrlError, and UnavailableError when Redis cannot be reached within 5 s.
 */
export async function openRedisStore(url: string | RedisUrls, deps: RedisStoreDeps = {}): Promise<Store> {
  const urls = typeof url === 'string' ? parseRedisUrl(url) : url;
  const link = await connected(urls);
  const { watch, wake, close: stopWatching } = makeWatchers();
  const hints = makeWatchers<Hint>();
  const redis = makeRedis(link, deps);
  try {
    await within(OPEN_WITHIN_MS, link.subscribe(WAKE, wake));
    await within(
      OPEN_WITHIN_MS,
      link.subscribe(HINT, (message) => {
        const hint = hintIn(message);
        if (hint) hints.wake(hint);
      }),
    );
  } catch (error) {
    await redis.close();
    throw new UnavailableError(error);
  }
  const store = makeStore(redis, makeIndexes(redis, deps.spread ?? urls.kind === 'cluster'));
  return {
    ...store,
    watch,
    watchHints: hints.watch,
    async close() {
      stopWatching();
      hints.close();
      await redis.close();
    },
  };
}

async function connected(urls: RedisUrls): Promise<Link> {
  const link = makeLink(urls);
  try {
    await within(OPEN_WITHIN_MS, Promise.resolve(link.connect()));
    return link;
  } catch {
    await drop(link);
    throw new UnavailableError('not connected');
  }
}

function makeStore(redis: Redis, indexes: Indexes): Omit<Store, 'watch' | 'watchHints' | 'close'> {
  const inbox = makeInbox(redis, indexes);
  const conversations = makeConversations(redis, indexes);
  const outbox = makeOutbox(redis, indexes);
  const records = makeRecords(redis);
  return {
    ...makeLeases(redis),
    accept: inbox.accept,
    load: conversations.load,
    commit: (change) => commitChange(redis, indexes, inbox, change),
    unfinished: inbox.unfinished,
    transcript: conversations.transcript,
    outbox: outbox.lease,
    sent: outbox.sent,
    retry: outbox.retry,
    dead: outbox.dead,
    outgoing: outbox.of,
    due: outbox.due,
    desk: conversations.desk,
    conversations: conversations.page,
    records,
    async hint(hint) {
      await redis.send(HINT, ['PUBLISH', HINT, hintOut(hint)]);
    },
    async expire(now) {
      await records.removeExpired(now);
      return removeExpired(indexes, now);
    },
    async forget(conversation) {
      await indexes.change(conversation, new Map([['expiry', 0]]), SCRIPTS.forget, []);
    },
    // Reading would still work on a Redis that has lost its replicas or its disk.
    async ping() {
      await redis.send(PING, ['SET', PING, '1', 'PX', '60000']);
    },
  };
}

/** Returns how many conversations went. Each one that was looked at is later in the index afterwards, or not in it any more. */
async function removeExpired(indexes: Indexes, now: number): Promise<number> {
  let gone = 0;
  let before = '';
  for (;;) {
    const page = await indexes.candidates('expiry', `(${now}`, 0, PAGE);
    const names = JSON.stringify(page);
    // Touched by others meanwhile, all of them: the next round will do.
    if (page.length === 0 || names === before) return gone;
    before = names;
    const replies = await Promise.all(page.map((one) => indexes.look(one, SCRIPTS.expire, [now])));
    gone += replies.filter(({ outcome }) => outcome === 'gone').length;
  }
}
