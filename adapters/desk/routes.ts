import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Accounts } from '../../handoff/accounts';
import type { AskedFor, Who } from '../../handoff/company';
import type { Desk, DeskResult, DeskView, Worker } from '../../handoff/types';
import { DeskError } from './errors';
import type { Events } from './events';
import type { SignInLimit } from './limit';
import { type Route, route, stream } from './route';
import {
  Ask,
  ById,
  Changed,
  Colleagues,
  Done,
  End,
  Me,
  Message,
  SignIn,
  SignInLink,
  View,
  WaitingList,
} from './schemas';

export interface RoutesDeps {
  desk: Desk;
  accounts: Accounts;
  limit: SignInLimit;
  events: Events;
  /** Who workers may be asked for as a team. */
  teams: Who[];
  newId: () => string;
  log: Logger;
}

/** Every route of the desk's API, in the order the document shows them. */
export function deskRoutes({ desk, accounts, limit, events, teams, newId, log }: RoutesDeps): Route[] {
  return [
    route('post', '/sign-in', {
      summary: 'Sign in with a password. Starts the session cookie.',
      open: true,
      body: SignIn,
      reply: Me,
      async handle({ body, address, setSession }) {
        await limit(address, body.email);
        const { token, worker } = await accounts.signInWithPassword(body.email, body.password);
        setSession(token);
        log.info({ worker: worker.id, by: 'password' }, 'signed in');
        return { worker };
      },
    }),
    route('post', '/sign-in/link', {
      summary: 'Sign in with the ticket of a one-time link. Starts the session cookie.',
      open: true,
      body: SignInLink,
      reply: Me,
      async handle({ body, address, setSession }) {
        await limit(address, null);
        const { token, worker } = await accounts.signInWithTicket(body.ticket);
        setSession(token);
        log.info({ worker: worker.id, by: 'link' }, 'signed in');
        return { worker };
      },
    }),
    route('post', '/sign-out', {
      summary: 'End this session.',
      reply: Done,
      async handle({ worker, token, setSession }) {
        await accounts.signOut(token);
        await events.hangUp({ token, worker: worker.id });
        setSession(null);
        log.info({ worker: worker.id }, 'signed out');
        return { ok: true as const };
      },
    }),
    route('get', '/me', {
      summary: 'Who is signed in. Asking keeps the session from going idle; the other reads do not.',
      active: true,
      reply: Me,
      handle: async ({ worker }) => ({ worker }),
    }),
    route('get', '/waiting', {
      summary: 'Everybody who is waiting or with a worker.',
      reply: WaitingList,
      handle: async ({ worker }) => ({ waiting: await desk.list(worker) }),
    }),
    route('get', '/conversations/{id}', {
      summary: 'One person: what they agreed to share, what was flagged, what was said since they asked for a person.',
      params: ById,
      reply: View,
      async handle({ params, worker }) {
        const view = await desk.view(params.id, worker);
        if (!view) throw new DeskError('unknown');
        if (!mayRead(worker, view)) throw new DeskError('private');
        log.info({ worker: worker.id, conversation: view.id }, 'conversation read');
        return { ...view, shared: view.shared.filter(({ struck }) => !struck) };
      },
    }),
    route('post', '/conversations/{id}/claim', {
      summary: 'Start talking with a person who is waiting. Only one worker can.',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.claim(params.id, worker)),
    }),
    route('post', '/conversations/{id}/messages', {
      summary: 'Reply to the person you are talking with.',
      params: ById,
      body: Message,
      reply: Done,
      handle: async ({ params, body, worker }) =>
        done(await desk.say(params.id, worker, body.text, body.id ?? newId())),
    }),
    route('post', '/conversations/{id}/notes', {
      summary: 'Keep a note beside the conversation. The person never sees it.',
      params: ById,
      body: Message,
      reply: Done,
      handle: async ({ params, body, worker }) =>
        done(await desk.note(params.id, worker, body.text, body.id ?? newId())),
    }),
    route('get', '/colleagues', {
      summary: 'Who can be asked to join: everybody with an account here but you, and the teams.',
      reply: Colleagues,
      async handle({ worker }) {
        const others = (await accounts.all()).filter(({ id }) => id !== worker.id);
        return { workers: others.map(({ id, name, role, teams: of = [] }) => ({ id, name, role, teams: of })), teams };
      },
    }),
    route('post', '/conversations/{id}/ask', {
      summary: 'Ask somebody to carry on with the person you are talking with, or to be there as well.',
      params: ById,
      body: Ask,
      reply: Done,
      async handle({ params, body, worker }) {
        const to = await named(body.to, accounts, teams);
        return done(await desk.ask(params.id, worker, { to, why: body.why }));
      },
    }),
    route('post', '/conversations/{id}/take-back', {
      summary: 'Nobody needs to join after all.',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.takeBack(params.id, worker)),
    }),
    route('post', '/conversations/{id}/join', {
      summary: 'Join the person you were asked to come to. They are told who you are.',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.join(params.id, worker)),
    }),
    route('post', '/conversations/{id}/leave', {
      summary: 'Leave the person to the one who is there with you.',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.stepOut(params.id, worker)),
    }),
    route('post', '/conversations/{id}/hand-back', {
      summary: 'Leave the person to Natter. Nothing has ended: they can ask for a person again.',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.handBack(params.id, worker)),
    }),
    route('post', '/conversations/{id}/release', {
      summary: 'Put a person back at the front of the queue, whoever has them. For leads and admins.',
      params: ById,
      reply: Done,
      async handle({ params, worker }) {
        const released = done(await desk.release(params.id, worker));
        log.info({ worker: worker.id, conversation: params.id }, 'conversation moved');
        return released;
      },
    }),
    route('post', '/conversations/{id}/end', {
      summary: 'Finish, saying how it ended.',
      params: ById,
      body: End,
      reply: Done,
      handle: async ({ params, body, worker }) => done(await desk.end(params.id, worker, body.outcome)),
    }),
    stream('/events', 'Wake-ups: `changed` when a conversation may have changed.', Changed, (call) =>
      events.open(call.response, { token: call.token, worker: call.worker.id }, call.lastEventId),
    ),
  ];
}

/** Once a worker has someone, the words are between the two of them and whoever is asked to come; leads and admins see them too. */
const mayRead = (worker: Worker, view: DeskView): boolean =>
  !view.worker ||
  view.worker.id === worker.id ||
  view.beside?.id === worker.id ||
  view.forYou ||
  worker.role === 'lead' ||
  worker.role === 'admin';

/** Whom the page asks for, under the name they have. @throws DeskError `unknown`. */
async function named(to: z.output<typeof Ask>['to'], accounts: Accounts, teams: Who[]): Promise<AskedFor> {
  if (to.kind === 'anyone') return { kind: to.kind, id: '', name: '' };
  const found = (to.kind === 'team' ? teams : await accounts.all()).find(({ id }) => id === to.id);
  if (!found) throw new DeskError('unknown');
  return { kind: to.kind, id: found.id, name: found.name };
}

function done(result: DeskResult): { ok: true } {
  if (!result.ok) throw new DeskError(result.why);
  return { ok: true };
}
