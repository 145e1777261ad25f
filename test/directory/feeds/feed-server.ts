import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is asked for, as the feed sees it: `/services?page=1`. */
type Play = (path: string, response: ServerResponse, request: IncomingMessage) => void;

export interface FeedServer {
  /** The address of the feed, under `/api`. */
  url: string;
  asked: string[];
  close: () => Promise<void>;
}

/** A feed on a real server that answers as it is told to. */
export async function serving(play: Play): Promise<FeedServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/api/, '');
    asked.push(path);
    play(path, response, request);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  return { url: `http://127.0.0.1:${port}/api`, asked, close };
}

/** One after the other: some libraries change `writeHead` for every server in the process, so that nothing follows it. */
export function answer(response: ServerResponse, status: number, headers: Record<string, string>, body = ''): void {
  response.writeHead(status, headers);
  response.end(body);
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  answer(response, status, { 'content-type': 'application/json' }, JSON.stringify(body));
}
