import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { NearHelp } from './bots/talk';
import { handListed, heldDirectory } from './directory/held';
import { positionsAt } from './directory/outcodes';
import type { Place } from './directory/place';
import { createPlainly } from './directory/plainly';
import type { Directory } from './directory/types';
import { createWishes } from './directory/wishes';
import { type OpenedDirectory, openDirectory } from './open-directory';
import type { Content } from './read-content';
import type { Records } from './store/contract';

/** What help near people is made of: whatever is not given is as for a conversation without a server. */
export type NearHelpParts = Partial<Pick<NearHelp, 'report'>> & {
  /** How browsers reach us; left out, links begin at the root. */
  publicUrl?: string;
  /** The directory of a place, instead of no more than what it lists by hand. */
  directoryOf?(place: Place): Directory | null;
};

/** Help near people in one language: every place's own, found and said with that language's words. */
export function nearHelp(content: Content, language: string, parts: NearHelpParts = {}): NearHelp {
  const words = content.directory[language];
  if (!words) throw new Error(`There is no content in "${language}".`);
  const directories = new Map(
    content.places.map((place) => [
      place.name,
      parts.directoryOf?.(place) ?? heldDirectory(handListed(place, content.outcodes), words),
    ]),
  );
  const here = directories.get(content.place.name) ?? heldDirectory([], words);
  return {
    at: (place) => (place === null ? here : (directories.get(place) ?? here)),
    listings: async (ids) => (await Promise.all([...directories.values()].map((each) => each.listings(ids)))).flat(),
    positionOf: positionsAt(content.place, content.outcodes),
    words,
    wishes: createWishes(words.wishes),
    plain: createPlainly(words.plain),
    linkTo: (ids) => `${parts.publicUrl ?? ''}/help?${ids.map((id) => `id=${inAddress(id)}`).join('&')}`,
    report: parts.report ?? (async () => undefined),
  };
}

/** Also without the signs at which a chat page would end a link. */
const inAddress = (id: string) =>
  encodeURIComponent(id)
    .replaceAll('%3A', ':')
    .replace(/['()*!.]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** How often it is looked whether a feed is due, or somebody imported one. */
const LOOK_MS = 60_000;
const DAY_MS = 86_400_000;
/** So long whoever keeps a list can read what people said is wrong in it. */
const KEEP_REPORTS_MS = 180 * DAY_MS;
const REPORTS = 'help-report';

export interface NearHelpPlan {
  dataDir: string;
  publicUrl: string;
  records: Records;
  now: () => number;
  log: Pick<Logger, 'info' | 'warn'>;
}

/** Help near people on a server: places with feeds are searched in threads of their own, and read anew by the clock. */
export function openNearHelp(content: Content, language: string, plan: NearHelpPlan) {
  const { dataDir, publicUrl, records, now, log } = plan;
  const opened: OpenedDirectory[] = [];
  const near = nearHelp(content, language, {
    directoryOf(place) {
      const words = content.directory[language];
      if (!words) return null;
      const tell = (what: string, feed: string | null) =>
        log[what === 'imported' || what === 'loaded' ? 'info' : 'warn']({ what, place: place.id, feed }, 'directory');
      const directory = openDirectory({ place, words, outcodes: content.outcodes, dataDir, now, tell });
      opened.push(directory);
      return directory.directory;
    },
    publicUrl,
    async report({ id, source, name }, reason, conversation) {
      const body = JSON.stringify({ id, source, name, reason, day: new Date(now()).toISOString().slice(0, 10) });
      // Said again in one conversation, or by a turn that runs again, it is one report; and nothing leads back to who said it.
      const key = createHash('sha256').update(`${conversation} ${id} ${reason}`).digest('base64url');
      await records
        .put(REPORTS, key, body, now() + KEEP_REPORTS_MS)
        .catch((error) => log.warn({ code: error?.code ?? 'fault' }, 'a report on a list was not kept'));
    },
  });
  const refresh = () => void Promise.all(opened.map((directory) => directory.refresh()));
  let clock: NodeJS.Timeout | null = null;
  return {
    near,
    start() {
      refresh();
      clock = setInterval(refresh, LOOK_MS).unref();
    },
    async close() {
      if (clock) clearInterval(clock);
      await Promise.all(opened.map((directory) => directory.close()));
    },
  };
}

/** What people said is wrong in lists of help, for whoever keeps them: how often each, the most often first. */
export async function helpReports(
  records: Records,
  now: number,
): Promise<{ id: string; name: string; reason: string; times: number }[]> {
  const told = new Map<string, { id: string; name: string; reason: string; times: number }>();
  for (const { body } of await records.list(REPORTS, now)) {
    const { id, name, reason } = JSON.parse(body) as { id: string; name: string; reason: string };
    const key = `${id} ${reason}`;
    told.set(key, { id, name, reason, times: (told.get(key)?.times ?? 0) + 1 });
  }
  return [...told.values()].sort((a, b) => b.times - a.times || a.name.localeCompare(b.name));
}
