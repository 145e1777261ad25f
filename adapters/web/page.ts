import { createHmac, hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Activity } from '../../web/chat/activity';
import { compileAssets, mountAssets } from '../assets';
import { asHttpError, errorCode, type HttpError } from '../http';
import { checkText, messageArrival, startArrival } from './activity';
import { createPageLanguages, type PageIn } from './languages';
import type { Starts } from './limit';
import { mountListPage } from './list-page';
import type { Origins } from './origins';
import type { Tokens } from './tokens';
import { transcript, waitForReply } from './transcript';
import type { WebDeps } from './types';
import { type PageState, renderPage } from './view';

const SOURCE = join(__dirname, '../../web/chat');

/** What the page's form sends. Whatever else comes, or comes twice, is left out. */
const posted = z.object({
  conversation: z.string().max(2000).catch(''),
  message: z
    .string()
    .regex(/^[\w-]{16,64}$/)
    .nullable()
    .catch(null),
  text: z.string().catch(''),
  choice: z.string().catch(''),
  look: z.string().catch(''),
});
type Form = z.infer<typeof posted>;

/** The chat page, and what its form does where there is no script. */
export function mountPage(
  server: Server,
  deps: WebDeps,
  parts: { tokens: Tokens; origins: Origins; starts: Starts },
): void {
  const { conversations, now, newId } = deps;
  const pageIn = createPageLanguages(deps);
  const assets = compileAssets(SOURCE);
  const asset = mountAssets(server, '/chat', assets);
  mountListPage(server, deps, asset);
  const scripts = [...assets.files.keys()].filter((file) => file.endsWith('.js') && file !== 'main.js');
  // The websites that may show the chat in a panel, with /natter.js.
  const framers = [...(deps.framed ? ["'self'"] : []), ...deps.allowedOrigins].join(' ');
  const frame = { exitUrl: deps.exitUrl, asset, scripts };
  const formKey = Buffer.from(hkdfSync('sha256', deps.secrets[0], '', 'natter/web/form', 32));

  function show(req: Request, res: Response, status: number, state: PageState): void {
    const socket = parts.origins.own(req).replace(/^http/, 'ws');
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.setHeader('Content-Security-Policy', policy(socket, framers));
    res.sendRaw(status, renderPage({ ...frame, ...pageIn(req) }, state));
  }

  function fresh({ language }: PageIn, changes: Partial<PageState> = {}): PageState {
    const activities = deps.greeting(language).map((each): Activity => ({ ...each, from: { role: 'bot' } }));
    return { activities, conversation: '', message: newId(), typed: '', notice: null, ...changes };
  }

  /** Takes the form in and returns the page that answers it. */
  async function talk(req: Request, form: Form): Promise<PageState> {
    const page = pageIn(req);
    // A form writes a new line as two characters.
    const said = checkText(form.choice || form.text).replaceAll('\r\n', '\n');
    if (!form.conversation && !said) return fresh(page);
    const conversation = await open(req, form);
    const clientId = form.message === null ? newId() : named('message', form.message, said);
    if (said && !form.look) {
      await conversations.receive(startArrival(conversation, now(), page.language));
      await conversations.receive(messageArrival(conversation, { text: said, clientId, locale: null }, now()));
      await waitForReply(conversations, conversation, clientId);
    }
    return {
      activities: await transcript(conversations, conversation),
      conversation: await parts.tokens.issue('resume', conversation),
      message: newId(),
      typed: form.choice || form.look ? form.text : '',
      notice: null,
    };
  }

  /** A form sent twice before its answer came must not start two conversations, so the first one is named by its message. */
  async function open(req: Request, form: Form): Promise<string> {
    if (form.conversation) return parts.tokens.open('resume', form.conversation);
    await parts.starts.check(req);
    return form.message === null ? newId() : named('first', form.message);
  }

  /**
   * The same words from the same page are one message; a page that was gone back to may send others. Keyed, since ids
   * outlive the words and must not tell them.
   */
  function named(...from: string[]): string {
    return createHmac('sha256', formKey).update(from.join('\0')).digest('base64url');
  }

  /** The page again, with the person's words still in the box and kind words about what went wrong. */
  async function again(page: PageIn, form: Form, error: HttpError): Promise<PageState> {
    const { words } = page;
    const notice = { 403: words.timedOut, 413: words.tooLong, 429: words.busy }[error.status] ?? words.unavailable;
    const kept = {
      typed: form.text || form.choice,
      notice,
      ...(form.message === null ? {} : { message: form.message }),
    };
    if (error.status === 403 || !form.conversation) return fresh(page, kept);
    const activities = await parts.tokens
      .open('resume', form.conversation)
      .then((conversation) => transcript(conversations, conversation))
      .catch(() => []);
    return fresh(page, { ...kept, conversation: form.conversation, activities });
  }

  server.get('/', async (req, res) => show(req, res, 200, fresh(pageIn(req))));

  server.post('/', async (req, res) => {
    const form = posted.parse(typeof req.body === 'object' && req.body !== null ? req.body : {});
    try {
      show(req, res, 200, await talk(req, form));
    } catch (thrown) {
      const error = asHttpError(thrown);
      if (error.status >= 500) deps.log.error({ code: errorCode(thrown), route: '/' }, 'request failed');
      if (error.retryAfterSeconds !== null) res.setHeader('Retry-After', error.retryAfterSeconds);
      show(req, res, error.status, await again(pageIn(req), form, error));
    }
  });
}

/** Nothing but the page's own files, and its own API. */
function policy(socketOrigin: string, framers: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${socketOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framers || "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
