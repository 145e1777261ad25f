import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fromHere } from '../../adapters/loopback';
import { fill } from '../../dialogs/phrases';
import { type BackgroundDeps, createBackground } from './background';
import { createChanges } from './changes';
import { signature } from './folders';
import { createLooker, type Where } from './look';
import { PAGE_HEADERS, type Page, pageOf } from './page';
import { note, route } from './routes';
import type { PreviewWords } from './words';

/** How often files are looked at for changes, and for how long they must rest before the long work begins. Milliseconds. */
const LOOK_MS = 500;
const QUIET_MS = 1_000;

export interface PreviewDeps extends Where {
  /** Where the conversation tests lie. */
  conversations: string;
  /** 0 picks a free one. */
  port: number;
  words: PreviewWords;
  /** Checks the content and plays the conversation tests, and tells what it finds. */
  start: BackgroundDeps['start'];
}

export interface Preview {
  url: string;
  close(): Promise<void>;
}

/** Listens on this machine, and shows what stands on disk at every request. */
export async function openPreview({ conversations, port, words, start, ...where }: PreviewDeps): Promise<Preview> {
  const filesNow = () => signature([where.dir, conversations]);
  const look = createLooker(where, filesNow);
  const changes = createChanges(() => version(filesNow()));
  const background = createBackground({ start, quietMs: QUIET_MS, told: () => changes.tell() });
  const version = (files: string) => {
    const { checked, reached, over } = background.of(files);
    return [files, checked !== null, reached !== null, over !== null].map(String).join('-');
  };

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const url = URL.parse(request.url ?? '', 'http://localhost');
    if (!fromHere(request)) return send(response, 403, words.page.elsewhere);
    if (request.method !== 'GET') return send(response, 405, words.page['read-only']);
    if (!url) return send(response, 404, words.page.missing);
    if (url.pathname === '/changes') return changes.follow(response, url.searchParams.get('seen') ?? '');
    const files = filesNow();
    const shows = version(files);
    const { status, page } = shown(() => route(url, look(), background.of(files), words));
    response.writeHead(status, PAGE_HEADERS);
    response.end(pageOf(page, shows, words));
  };
  /** Whatever is in the files, there is a page, which loads itself again when they change. */
  const shown = (make: () => { status: number; page: Page }) => {
    try {
      return make();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { status: 500, page: note(words.page.broken, words, fill(words.page['broken-how'], { why })) };
    }
  };

  const server = createServer(answer);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  changes.tell();
  const looking = setInterval(() => changes.tell(), LOOK_MS);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      clearInterval(looking);
      background.close();
      changes.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(text);
}
