import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { compileAssets } from './adapters/assets';
import { openChannels } from './adapters/channels';
import type { ChannelWords } from './adapters/contract';
import { mountDesk, parseDeskWords } from './adapters/desk';
import { mountHealth } from './adapters/health';
import { addressBehind, createHttpServer } from './adapters/http';
import { createTopicModel } from './adapters/topic-model/client';
import { mountWeb, type PageLanguage, parsePageWords } from './adapters/web';
import { createBots } from './bots';
import { listed } from './bots/listing-words';
import type { Pump } from './bots/pump';
import { greeting } from './bots/speak';
import type { Talk } from './bots/talk';
import { ringTimers } from './bots/timers';
import type { Turns } from './bots/turns';
import type { Config } from './config';
import { phraseTexts } from './dialogs/phrases';
import { valuesOf } from './directory/place';
import { type Accounts, createAccounts } from './handoff/accounts';
import { createAudit } from './handoff/audit';
import { createEnds } from './handoff/ends';
import { PATIENCE, type Patience } from './handoff/patience';
import { createPresence } from './handoff/presence';
import { filled } from './handoff/saved-replies';
import { openNearHelp } from './open-near-help';
import { learntFiles, openUnderstanding, type UnderstandingPlan } from './open-understanding';
import type { Content } from './read-content';
import { servedAt } from './serve-translations';
import type { Store } from './store/contract';
import { masterKeys } from './store/master-key';
import { openStore } from './store/open';
import { sealed } from './store/sealed/store';
import { ContentError, soundContent, talkOf } from './talk-from-content';
import { secondOpinion } from './understanding/second-opinion';

/** Natter, built and ready to listen. */
export interface App {
  server: Server;
  accounts: Accounts;
  /** Answers what an earlier process left, and starts the clocks. */
  start(): Promise<void>;
  /** Finishes what runs, closes sockets and store. */
  close(): Promise<void>;
}

/** For tests, which have no time: how long workers are waited for, and how often an open desk says that it is there. */
export interface Haste {
  patience?: Partial<Patience>;
  heartbeatMs?: number;
}

const LANGUAGE = 'en';
const TICK_MS = 1_000;
/** When stopping: how long an answer may take, and how often lines on which nothing is asked any more are closed. */
const ANSWER_MS = 5_000;
const IDLE_MS = 25;
const SWEEP_MS = 10 * 60_000;

export const newId = () => randomBytes(18).toString('base64url');
export const newToken = () => randomBytes(32).toString('base64url');

/**
 * Builds everything from its parts. Opens the store, reads the content, listens to nothing yet.
 * @throws ContentError, MasterKeyError, and the store's errors when it cannot be opened.
 */
export async function createApp(
  config: Config,
  log: Logger,
  now: () => number = Date.now,
  { patience = {}, ...haste }: Haste = {},
): Promise<App> {
  const content = soundContent(config);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const keys = masterKeys(config.masterKey, config.masterKeyOld, config.dataDir);
  const store = sealed(await openStore({ ...config, log }), keys);
  const teams = content.place.teams.map(({ id, name }) => ({ id, name }));
  const accounts = createAccounts({ records: store.records, now, newToken, teams: teams.map(({ id }) => id) });
  const presence = createPresence({ records: store.records, now, patience });
  const opened = openUnderstanding(understandingPlan(config, content, LANGUAGE, log));
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const nearby = openNearHelp(content, LANGUAGE, {
    dataDir: config.dataDir,
    publicUrl,
    records: store.records,
    now,
    log,
  });
  const talk = {
    ...talkOf(content, LANGUAGE, opened.understanding),
    near: nearby.near,
    ...othersOpinion(config, now, log),
  };
  const channels = openChannels(config.channels, { publicUrl, now, log }, channelWords(talk));
  const { timezone } = content.place;
  const ends = createEnds({ records: store.records, now, newId, timezone, keepDays: config.retention.claimed });
  const { turns, conversations, desk, sender, rounds } = createBots({
    store,
    talk,
    now,
    newId,
    retention: config.retention,
    random: Math.random,
    presence,
    ends,
    workers: accounts.list,
    patience,
    carriers: new Map(channels.map(({ provider, carrier }) => [provider, carrier])),
    log,
  });
  const https = config.publicUrl?.startsWith('https://') ?? false;
  const server = createHttpServer({ log, https });
  const addressOf = addressBehind(config.proxies);
  mountHealth(server, store, now);
  const web = mountWeb(server, {
    conversations,
    secrets: keys,
    words: parsePageWords(content.page[LANGUAGE]),
    languages: pageLanguages(content),
    greeting: (language) => greeting(talk, now(), language),
    publicUrl: config.publicUrl,
    allowedOrigins: config.allowedOrigins,
    now,
    newId,
    limits: { tokensPerMinute: config.newChatsPerMinute },
    addressOf,
    listed: async (ids) => listed(talk, await talk.near.listings(ids), now()),
    placeName: content.place.name,
    exitUrl: config.exitUrl,
    framed: config.development,
    log,
  });
  const stopDesk = mountDesk(server, {
    desk,
    ends,
    accounts,
    teams,
    presence,
    ...haste,
    audit: createAudit({ records: store.records, now, newId }),
    words: parseDeskWords(content.desk[LANGUAGE]),
    timezone,
    savedReplies: ({ name }) =>
      filled(content.savedReplies[LANGUAGE] ?? [], { ...valuesOf(content.place), worker: name }),
    plainWords: content.words[LANGUAGE] ?? { jargon: [], letters: new Set() },
    assets: compileAssets(join(__dirname, 'web', 'desk')),
    newId,
    addressOf,
    publicOrigin: config.publicUrl ? new URL(config.publicUrl).origin : null,
    framed: config.development,
    log,
  });
  for (const channel of channels) channel.mount(server, conversations);
  const clocks = createClocks({ store, turns, sender, now, log, rounds, lookMs: patience.lookMs ?? PATIENCE.lookMs });
  return {
    server,
    accounts,
    async start() {
      // A wrong master key shows here, before anybody has written.
      await store.ping();
      await turns.recover();
      nearby.start();
      clocks.start();
    },
    async close() {
      clocks.stop();
      // First, or a page that is closed comes back at once.
      const answered = hangUp(server);
      stopDesk();
      await web.close();
      await answered;
      await turns.close();
      await sender.close();
      await store.close();
      await opened.close();
      await nearby.close();
    },
  };
}

/** Takes no more calls. Resolves when everybody who was being answered has their answer, or has waited too long for it. */
function hangUp({ server }: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS);
  return new Promise<void>((done) => {
    server.close(() => done());
    setTimeout(done, ANSWER_MS).unref();
  }).finally(() => {
    clearInterval(idle);
    server.closeAllConnections();
  });
}

/** The languages of the chat page; none where there is but one. */
function pageLanguages(content: Content): PageLanguage[] {
  const others = servedAt(content).map(({ language: code, own, page }) => ({ code, own, words: parsePageWords(page) }));
  const first = { code: LANGUAGE, own: content.languages.english.own, words: parsePageWords(content.page[LANGUAGE]) };
  return others.length > 0 ? [first, ...others] : [];
}

/** An operator's own model as one more opinion, where there is one. */
function othersOpinion({ topicModel }: Config, now: () => number, log: Logger): Pick<Talk, 'secondOpinion'> {
  if (!topicModel) return {};
  const tell = (what: string) => log.warn({ what }, 'topic-model');
  return { secondOpinion: secondOpinion(createTopicModel(topicModel, { tell, now })) };
}

/** What was learnt lies beside the examples, or, when those have changed since, where Natter keeps its own things. */
function understandingPlan(config: Config, content: Content, language: string, log: Logger): UnderstandingPlan {
  const words = content.understanding[language];
  if (!words) throw new ContentError(`There is no content in "${language}".`);
  const [shipped, own] = learntFiles(config, language);
  return {
    words,
    files: [shipped, own],
    keepIn: own,
    vectors: config.sentenceVectors,
    tell: (what) => log[what === 'learnt-anew' ? 'info' : 'warn']({ language, what }, 'understanding'),
  };
}

function channelWords({ library }: Talk): ChannelWords {
  const word = (id: string) => phraseTexts(library, id, 0)[0] ?? '';
  return { choose: word('list-button'), more: word('list-more'), picture: word('small-picture') };
}

/** What happens by the clock: timers, messages to send, workers who are gone, turns another process left, and forgetting what has expired. */
function createClocks(deps: {
  store: Store;
  turns: Turns;
  sender: Pump;
  rounds: () => Promise<void>;
  lookMs: number;
  now: () => number;
  log: Logger;
}) {
  const { store, turns, sender, rounds, lookMs, now, log } = deps;
  const running: NodeJS.Timeout[] = [];
  const every = (ms: number, work: () => Promise<unknown>) => {
    const tick = () => void work().catch((error) => log.error({ code: error?.code ?? 'fault' }, 'a clock failed'));
    running.push(setInterval(tick, ms).unref());
    return tick;
  };
  return {
    start() {
      every(TICK_MS, () => ringTimers(store, turns, now()));
      every(TICK_MS, async () => sender.wake());
      every(TICK_MS, () => turns.recover());
      every(lookMs, rounds);
      // At once as well: a process may never live as long as the time between two sweeps.
      every(SWEEP_MS, () => store.expire(now()))();
    },
    stop: () => running.splice(0).forEach(clearInterval),
  };
}
