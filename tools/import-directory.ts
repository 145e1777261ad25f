import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../config';
import { copies, type Report } from '../directory/copy';
import { createGet } from '../directory/feeds/get';
import { importFeed } from '../directory/import';
import { helpReports } from '../open-near-help';
import { readContent } from '../read-content';
import { masterKeys } from '../store/master-key';
import { openStore } from '../store/open';
import { sealed } from '../store/sealed/store';

const USAGE = `Reads a directory of local help into the copy that Natter searches.

  npm run import-directory -- --place example                  all feeds that place.yaml names
  ... --place example --feed https://directory.example/api     this one, kept under the name "feed" (or --name N)
  ... --place example --folder path/to/csv                     a folder of HSDS CSV files, or of services as JSON
  ... --place example --report                                 what the last imports could not read, and what people said is not right

What fails takes nothing away: the last good copy stays.`;

const SHOWN = 20;
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      place: { type: 'string' },
      feed: { type: 'string' },
      folder: { type: 'string' },
      name: { type: 'string' },
      report: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const config = readConfig(process.env);
  const { contentDir, dataDir, place: usual } = config;
  const { content, faults } = readContent(contentDir, values.place ?? usual);
  const words = content?.directory.en;
  if (!content || !words) throw new Error(faults.map(({ file, line, what }) => `${file}:${line}: ${what}`).join('\n'));
  const kept = copies(dataDir, content.place.id);
  const feeds = values.folder
    ? [{ feed: values.name ?? 'folder', from: { files: filesIn(values.folder) } }]
    : values.feed
      ? [{ feed: values.name ?? 'feed', from: { url: values.feed } }]
      : content.place.feeds.map(({ id, url }) => ({ feed: id, from: { url } }));
  if (feeds.length === 0 && !values.report)
    throw new Error('place.yaml names no feed: give one with --feed or --folder.');
  for (const { feed, from } of feeds) {
    const get = createGet({ origin: 'url' in from ? from.url : 'http://localhost/', pause, random: Math.random });
    const report = values.report
      ? kept.report(feed)
      : await importFeed({
          feed,
          place: content.place.id,
          from,
          words,
          kept,
          now: Date.now,
          get,
          pause,
          tell: progress,
        });
    console.log(report ? inWords(feed, report) : `${feed}: never imported.`);
    if (report?.copied === null || report?.services === 0) process.exitCode = 1;
  }
  if (values.report) console.log(await whatPeopleSaid(config));
}

/** What people said is not right in the lists they were shown. */
async function whatPeopleSaid(config: Config): Promise<string> {
  const store = sealed(await openStore(config), masterKeys(config.masterKey, config.masterKeyOld, config.dataDir));
  try {
    const said = await helpReports(store.records, Date.now());
    const lines = said.map(({ id, name, reason, times }) => `${String(times).padStart(6)}  ${reason}: ${name} (${id})`);
    return [
      'What people said is not right, in the last half year:',
      ...(lines.length > 0 ? lines : ['  nothing']),
    ].join('\n');
  } finally {
    await store.close();
  }
}

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

let told = 0;
function progress({ listed, read }: { listed: number; read: number }): void {
  if (read - told < 100 && read !== 0) return;
  told = read;
  console.error(`${listed} listed, ${read} read`);
}

function inWords(feed: string, { copied, services, listings, kept, faults }: Report): string {
  const often = new Map<string, number>();
  for (const { field, what } of faults) {
    const fault = `${field.replace(/\.\d+/g, '')}: ${what}`;
    often.set(fault, (often.get(fault) ?? 0) + 1);
  }
  const most = [...often].sort((a, b) => b[1] - a[1]).slice(0, SHOWN);
  return [
    `${feed}: ${services} services came, ${listings} listings are in the copy${kept > 0 ? `, ${kept} of them kept from before` : ''}.`,
    copied === null ? '  There is no copy yet.' : `  The copy is of ${new Date(copied).toISOString()}.`,
    `  ${faults.length} faults${most.length < often.size ? `, the ${most.length} most frequent of ${often.size} kinds` : ''}:`,
    ...most.map(([fault, times]) => `  ${String(times).padStart(6)}  ${fault}`),
  ].join('\n');
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
