import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request of Natter's. */
export interface Asked {
  method: string;
  path: string;
  /** The whole `Authorization` header. */
  authorization: string;
  body: unknown;
}

/** `lost`: it breaks off instead, as if the line went dead after it was taken. */
export interface Answered {
  status: number;
  body: unknown;
  lost?: boolean;
}

/** A small JSON API on a free port of this machine. */
export async function startApi(answer: (asked: Asked) => Promise<Answered>): Promise<{ url: string; server: Server }> {
  const server = createServer((req, res) => {
    askedOf(req)
      .then(answer)
      .then(({ status, body, lost }) => {
        if (lost) return void res.destroy();
        res.writeHead(status, { 'Content-Type': 'application/json' });
        res.end(JSON.stringify(body));
      })
      .catch(() => res.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

export function stopApi(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

async function askedOf(req: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return {
    method: req.method ?? '',
    path: req.url ?? '',
    authorization: req.headers.authorization ?? '',
    body: text ? JSON.parse(text) : null,
  };
}
