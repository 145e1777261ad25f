import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { type Assets, mountAssets } from '../../adapters/assets';
import { guardPost } from '../../adapters/desk/guard';
import { HttpError } from '../../adapters/http';
import { fromHere } from '../../adapters/loopback';
import type { TryWords } from '../../web/try/keys';
import type { Lines } from './lines';
import { PAGE_HEADERS, tryPage } from './page';
import type { createStream } from './stream';

const NOT_HERE = new HttpError(403, 'NotFromHere', 'The try page answers only this machine. Open it at localhost.');
const UNREADABLE = new HttpError(400, 'BadRequest', 'The try page sends something else.');

const via = z.enum(['twilio', 'notify', 'meta', 'twilio-whatsapp']);
const count = z.number().int().min(0).max(5);
const troubles = z.strictObject({
  delayMs: z.number().int().min(0).max(10_000).optional(),
  duplicate: z.boolean().optional(),
  reorder: z.boolean().optional(),
  tooMany: count.optional(),
  lostAnswers: count.optional(),
  undelivered: z.boolean().optional(),
  windowClosed: z.boolean().optional(),
});

export interface RouteDeps {
  lines: Lines;
  stream: ReturnType<typeof createStream>;
  words: TryWords;
  assets: Assets;
  /** A link to sign in to the desk with, once. */
  ticket: () => Promise<string>;
}

/** Puts the page and all it asks for on the server. It hands out the desk, so only this machine gets any of it. */
export function mountTry(server: Server, { lines, stream, words, assets, ticket }: RouteDeps): void {
  const file = mountAssets(server, '/try/assets', assets);
  const page = tryPage(words, { script: file('main.js'), style: file('try.css'), icon: file('icon.svg') });

  const get = (path: string, handle: (req: Request, res: Response) => void) =>
    server.get(path, async (req, res) => {
      refuseOthers(req);
      handle(req, res);
    });
  get('/try', (_req, res) => res.sendRaw(200, page, PAGE_HEADERS));
  get('/try/events', (_req, res) => stream.open(res));

  const post = <T>(path: string, body: z.ZodType<T>, act: (given: T) => unknown) =>
    server.post(`/try/${path}`, async (req, res) => {
      refuseOthers(req);
      refuseOtherPages(req);
      const read = body.safeParse(req.body);
      if (!read.success) throw UNREADABLE;
      const answer = await act(read.data);
      res.json(200, typeof answer === 'string' ? { answer } : {});
    });
  const text = z.string().trim().min(1).max(2_000);
  post('write', z.strictObject({ via, text }), (given) => lines.write(given.via, given.text));
  post('tap', z.strictObject({ via, message: text, choice: text }), (given) =>
    lines.tap(given.via, given.message, given.choice),
  );
  const thing = z.enum(['photo', 'voice', 'location', 'sticker']);
  post('attach', z.strictObject({ via, thing }), (given) => lines.attach(given.via, given.thing));
  post('read', z.strictObject({ via }), (given) => lines.read(given.via));
  post('fresh', z.strictObject({ via }), (given) => lines.fresh(given.via));
  post('trouble', z.strictObject({ via, troubles }), (given) => lines.trouble(given.via, defined(given.troubles)));
  post('ticket', z.strictObject({}), ticket);
}

function refuseOthers(req: IncomingMessage): void {
  if (!fromHere(req)) throw NOT_HERE;
}

function refuseOtherPages(req: IncomingMessage): void {
  try {
    guardPost(req, null);
  } catch {
    throw NOT_HERE;
  }
}

/** Only what was set. */
function defined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
