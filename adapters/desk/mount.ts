import type { Logger } from 'pino';
import type { Server } from 'restify';
import { z } from 'zod';
import type { Accounts } from '../../handoff/accounts';
import type { Who } from '../../handoff/company';
import type { Presence } from '../../handoff/presence';
import type { Audit, Desk, Ends, SavedReply, Worker } from '../../handoff/types';
import type { PlainWords } from '../../web/desk/shared/plain-words';
import { type Assets, mountAssets, withJson } from '../assets';
import { type AddressOf, addressBehind } from '../http';
import { PLACES } from '../phone/gsm';
import { createEvents } from './events';
import { createCodeLimit, createSignInLimit } from './limit';
import { openApi } from './openapi';
import { deskPage, pageHeaders } from './page';
import { type Route, route } from './route';
import { deskRoutes } from './routes';
import { serve } from './serve';
import type { DeskWords } from './words';

const API = '/desk/api';
const PLAIN_WORDS = 'plain-words.json';
const SIGNS = 'signs.json';

export interface DeskDeps {
  desk: Desk;
  accounts: Accounts;
  /** The teams of this place. */
  teams: Who[];
  presence: Presence;
  audit: Audit;
  ends: Ends;
  words: DeskWords;
  /** The place's own: whatever the worker's computer thinks, people say times as they are there. */
  timezone: string;
  /** What replies are held against, in the page alone. */
  plainWords: PlainWords;
  /** What a worker starts a reply from, filled in. */
  savedReplies: (worker: Worker) => SavedReply[];
  /** Compiled from `web/desk`. */
  assets: Assets;
  newId: () => string;
  /** Our origin as browsers see it (`https://chat.example.org`), for when a proxy rewrites Host. */
  publicOrigin?: string | null;
  /** Whose request it is; left out, the one who connects. */
  addressOf?: AddressOf;
  heartbeatMs?: number;
  /** A page of our own may show the desk in a frame: only where one does. */
  framed?: boolean;
  log: Logger;
}

/**
 * Puts the desk on a server: its pages at /desk and its API under /desk/api. Returns how to stop, which ends the open
 * streams; call it before closing the server.
 */
export function mountDesk(server: Server, deps: DeskDeps): () => void {
  const {
    desk,
    accounts,
    teams,
    presence,
    audit,
    ends,
    words,
    timezone,
    plainWords,
    savedReplies,
    assets,
    newId,
    publicOrigin = null,
    addressOf = addressBehind(0),
    heartbeatMs,
    framed = false,
    log,
  } = deps;
  const events = createEvents({ desk, accounts, presence, ...(heartbeatMs !== undefined && { heartbeatMs }) });
  const routes = deskRoutes({
    ...{ desk, accounts, audit, ends, words, timezone, savedReplies, events, teams, newId, log },
    limit: createSignInLimit(),
    codeLimit: createCodeLimit(),
  });
  routes.push(document(routes, words));

  for (const one of routes) {
    const path = API + one.path.replaceAll(/\{(\w+)\}/g, ':$1');
    server[one.method](path, serve(one, { accounts, audit, words, newId, publicOrigin, addressOf, log }));
  }

  const list = { jargon: plainWords.jargon, letters: [...plainWords.letters] };
  const file = mountAssets(server, '/desk/assets', withJson(withJson(assets, PLAIN_WORDS, list), SIGNS, PLACES));
  const page = (address: string, title: string, script: string): void => {
    const html = deskPage(words, timezone, title, {
      script: file(script),
      style: file('desk.css'),
      icon: file('icon.svg'),
      plainWords: file(PLAIN_WORDS),
      signs: file(SIGNS),
    });
    for (const written of [address, `${address}/`]) {
      server.get(written, async (_req, res) => {
        res.sendRaw(200, html, pageHeaders(framed));
      });
    }
  };
  page('/desk', words.name, 'desk.js');
  page('/desk/sign-in', `${words['sign-in'].title} - ${words.name}`, 'sign-in.js');
  return events.stop;
}

/** The document describes itself too. */
function document(routes: Route[], { name }: DeskWords): Route {
  return route('get', '/openapi.json', {
    summary: 'This document.',
    open: true,
    reply: z.looseObject({ openapi: z.string() }),
    handle: async () => openApi(routes, API, name),
  });
}
