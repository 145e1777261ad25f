import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileAssets } from '../../adapters/assets';
import type { App } from '../../app';
import type { Config } from '../../config';
import type { TryWords } from '../../web/try/keys';
import { readYaml } from '../yaml-file';
import { createLines } from './lines';
import { mountTry } from './routes';
import { type Chance, startStandIns } from './stand-ins';
import { createStream } from './stream';
import { tryWords } from './words';

const ROOT = join(__dirname, '../..');

/** The try page was asked for where it may not be, or its words cannot be read. */
export class TryError extends Error {
  readonly code = 'try';
}

export interface Try {
  /** The same settings, with a stand-in for every provider that is not set up. */
  config: Config;
  /** Puts the page at /try. `ticket`: a link to sign in to the desk with, once. */
  mount(app: App, ticket: () => Promise<string>): void;
  /** Natter listens, here. */
  listening(url: string): void;
  /** Call it before the server is closed: the page's own connections never end by themselves. */
  close(): Promise<void>;
}

/**
 * Starts what the try page needs: phones that are not real, and the providers that carry their messages.
 * @throws TryError in production: it shows everything to anybody on this machine, and hands out the desk.
 */
export async function openTry(config: Config, { now, random }: Chance): Promise<Try> {
  if (!config.development) throw new TryError('The try page is for development only: set NODE_ENV=development.');
  const words = readWords(join(ROOT, 'content/en/try.yaml'));
  const standIns = await startStandIns(config, words.template, { now, random });
  const lines = createLines(standIns, now, random);
  const stream = createStream(lines);
  return {
    config: { ...config, channels: standIns.channels },
    mount(app, ticket) {
      mountTry(app.server, { lines, stream, words, assets: compileAssets(join(ROOT, 'web/try')), ticket });
    },
    listening(url) {
      for (const standIn of standIns.running.values()) standIn.natter(url);
    },
    async close() {
      stream.close();
      lines.close();
      await Promise.all([...standIns.running.values()].map((standIn) => standIn.close()));
    },
  };
}

/** Read from beside the code, whatever other content is used: the page is part of the tools. */
function readWords(file: string): TryWords {
  const { value, faults } = readYaml(file, readFileSync(file, 'utf8'), tryWords);
  if (value) return value;
  throw new TryError(faults.map(({ line, what, mend }) => `${file}:${line}: ${what}: ${mend}`).join('\n'));
}
