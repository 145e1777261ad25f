import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { serveFeed } from './make-directory/feed';
import { asJson, eachService, makeServices } from './make-directory/services';

const FOLDER = join(tmpdir(), 'natter-made-up');

const USAGE = `Makes up services in and around Hazelford, with the faults of real feeds, in the shape of Open Referral UK 3.0.

  npm run make-directory                              500 of them, into ${FOLDER}/services.json
  npm run make-directory -- --services 5000 --seed 2  more, and others: the same seed makes the same services
  npm run make-directory -- --out FOLDER              into another folder
  npm run make-directory -- --serve 4010              serves them as a feed on that port; 0 picks a free one
  npm run make-directory -- --serve 4010 --version 1  in the envelope of version 1`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      services: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      serve: { type: 'string' },
      version: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  });
  const { services, seed, out, serve, version } = values;
  const numbers = [services, seed, serve ?? '0'].every((text) => /^\d{1,9}$/.test(text));
  if (values.help || !numbers || !['1', '3'].includes(version)) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  if (serve === undefined || out !== undefined) await write(Number(services), Number(seed), out ?? FOLDER);
  if (serve !== undefined) listen(Number(services), Number(seed), Number(serve), version === '1' ? 1 : 3);
}

async function write(count: number, seed: number, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'services.json');
  await pipeline(Readable.from(asJson(eachService(count, seed))), createWriteStream(file));
  console.log(`${count} services are in ${file}`);
}

function listen(count: number, seed: number, port: number, version: 1 | 3): void {
  const server = createServer(serveFeed(makeServices(count, seed), { version }));
  server.listen(port, '127.0.0.1', () => {
    console.log(`${count} services at http://127.0.0.1:${(server.address() as AddressInfo).port}/services`);
  });
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
