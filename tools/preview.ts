import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { languagesIn, placesIn } from '../read-content';
import type { BackgroundDeps } from './preview/background';
import { PreviewError, readWords } from './preview/read-words';
import { openPreview } from './preview/server';
import { startWork } from './preview/working';

const USAGE = `Shows the flows in a browser as they stand on disk, and again whenever they change: how they read, as maps, and what is
wrong with them.

  npm run preview                      at http://127.0.0.1:4000/
  npm run preview -- --port 8080       at another port; 0 picks a free one
  npm run preview -- --place leeds     as they are in that place
  npm run preview -- --language cy     in another language
  npm run preview -- --content DIR     from another folder

It answers only this machine. Ctrl+C ends it.`;

const CONVERSATIONS = join('test', 'conversations');

async function main(): Promise<void> {
  const { contentDir, place } = readConfig(process.env);
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4000' },
      place: { type: 'string', default: place },
      language: { type: 'string', default: 'en' },
      content: { type: 'string', default: contentDir },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(USAGE);
  const dir = relative(process.cwd(), resolve(values.content)) || '.';
  oneOf('place', values.place, placesIn(dir));
  oneOf('language', values.language, languagesIn(dir));
  const where = { dir, place: values.place, language: values.language, conversations: CONVERSATIONS };
  const today = () => new Date().toISOString().slice(0, 10);
  const port = portOf(values.port);
  const start: BackgroundDeps['start'] = (tell) => startWork({ ...where, today: today() }, tell);
  const { url } = await openPreview({ ...where, port, words: readWords(), start }).catch((error) => {
    if (error?.code !== 'EADDRINUSE') throw error;
    throw new PreviewError(`Something else is at port ${port}. Give another one: npm run preview -- --port 0`);
  });
  console.log(`The flows are shown at ${url}\nCtrl+C ends it.`);
}

function oneOf(what: string, given: string, there: string[]): void {
  if (!there.includes(given)) throw new PreviewError(`There is no ${what} "${given}". There is: ${there.join(' ')}`);
}

function portOf(given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new PreviewError(`"${given}" is no port. Give a number from 0 to 65535.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
