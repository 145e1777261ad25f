import type { Logger } from 'pino';
import type { Accounts } from '../../handoff/accounts';
import type { Desk, DeskResult, DeskView, Worker } from '../../handoff/types';
import { DeskError } from './errors';
import type { Events } from './events';
import type { SignInLimit } from './limit';
import { type Route, route, stream } from './route';
import { ById, Changed, Done, End, Me, Message, SignIn, SignInLink, View, WaitingList } from './schemas';

export interface RoutesDeps {
  desk: Desk;
  accounts: Accounts;
  limit: SignInLimit;
  events: Events;
  newId: () => string;
  log: Logger;
}

/** Every route of the desk's API, in the order the document shows them. */
export function deskRoutes({ desk, accounts, limit, events, newId, log }: RoutesDeps): Route[] {
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
        events.hangUp(token);
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
      handle: async () => ({ waiting: await desk.list() }),
    }),
    route('get', '/conversations/{id}', {
      summary: 'One person: what they agreed to share, what was flagged, what was said since they asked for a person.',
      params: ById,
      reply: View,
      async handle({ params, worker }) {
        const view = await desk.view(params.id);
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
    route('post', '/conversations/{id}/hand-back', {
      summary: 'Leave the person to Natter. Nothing has ended: they can ask for a person again.',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.handBack(params.id, worker)),
    }),
    route('post', '/conversations/{id}/end', {
      summary: 'Finish, saying how it ended.',
      params: ById,
      body: End,
      reply: Done,
      handle: async ({ params, body, worker }) => done(await desk.end(params.id, worker, body.outcome)),
    }),
    stream('/events', 'Wake-ups: `changed` when a conversation may have changed.', Changed, (call) =>
      events.open(call.response, call.token, call.lastEventId),
    ),
  ];
}

/** Once a worker has someone, the words are between the two of them; leads and admins may be asked in as a second person. */
const mayRead = (worker: Worker, view: DeskView): boolean =>
  !view.worker || view.worker.id === worker.id || worker.role === 'lead' || worker.role === 'admin';

function done(result: DeskResult): { ok: true } {
  if (!result.ok) throw new DeskError(result.why);
  return { ok: true };
}
