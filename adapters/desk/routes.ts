import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Accounts } from '../../handoff/accounts';
import type { AskedFor, Who } from '../../handoff/company';
import type { Audit, Desk, DeskResult, DeskView, Ends, SavedReply, Worker } from '../../handoff/types';
import { accountRoutes } from './account-routes';
import { adminRoutes } from './admin-routes';
import { DeskError } from './errors';
import type { Events } from './events';
import { exportRoutes } from './export-routes';
import type { CodeLimit, SignInLimit } from './limit';
import { passkeyRoutes } from './passkey-routes';
import { type Route, route, stream } from './route';
import {
  Ask,
  ById,
  Changed,
  Colleagues,
  Done,
  End,
  EndedList,
  Me,
  Message,
  Pauses,
  SavedReplies,
  StepAway,
  View,
  WaitingList,
} from './schemas';
import { secondStepRoutes } from './second-step-routes';
import type { DeskWords } from './words';

export interface RoutesDeps {
  desk: Desk;
  accounts: Accounts;
  audit: Audit;
  /** How talks ended, in numbers. */
  ends: Ends;
  words: DeskWords;
  /** The place's own. */
  timezone: string;
  savedReplies: (worker: Worker) => SavedReply[];
  limit: SignInLimit;
  codeLimit: CodeLimit;
  events: Events;
  /** Who workers may be asked for as a team. */
  teams: Who[];
  newId: () => string;
  log: Logger;
}

/** Every route of the desk's API, in the order the document shows them. */
export function deskRoutes(deps: RoutesDeps): Route[] {
  const { desk, accounts, audit, ends, words, timezone, savedReplies, limit, codeLimit, events, teams, newId, log } =
    deps;
  return [
    ...accountRoutes({ accounts, audit, limit, codeLimit, events, log }),
    ...adminRoutes({ accounts, desk, events, teams, log }),
    ...exportRoutes({ accounts, audit, ends, words, timezone }),
    ...secondStepRoutes({ accounts, codeLimit }),
    ...passkeyRoutes({ accounts, codeLimit }),
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
      audit: 'read',
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
    route('get', '/saved-replies', {
      summary: 'What you can start a reply from, with your name in it.',
      reply: SavedReplies,
      handle: async ({ worker }) => ({ replies: savedReplies(worker) }),
    }),
    route('post', '/conversations/{id}/claim', {
      summary: 'Start talking with a person who is waiting. Only one worker can.',
      audit: 'claim',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.claim(params.id, worker)),
    }),
    route('post', '/conversations/{id}/messages', {
      summary: 'Reply to the person you are talking with.',
      audit: 'message',
      params: ById,
      body: Message,
      reply: Done,
      handle: async ({ params, body, worker }) =>
        done(await desk.say(params.id, worker, body.text, body.id ?? newId())),
    }),
    route('post', '/conversations/{id}/typing', {
      summary: 'You are writing to them just now: on the web they are shown that, for a moment. Nothing of it is kept.',
      active: false,
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.typing(params.id, worker)),
    }),
    route('post', '/conversations/{id}/notes', {
      summary: 'Keep a note beside the conversation. The person never sees it.',
      audit: 'note',
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
        const others = (await accounts.list()).filter(({ id, barred }) => id !== worker.id && !barred);
        return { workers: others.map(({ id, name, role, teams: of = [] }) => ({ id, name, role, teams: of })), teams };
      },
    }),
    route('post', '/conversations/{id}/ask', {
      summary: 'Ask somebody to carry on with the person you are talking with, or to be there as well.',
      audit: 'ask',
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
      audit: 'take-back',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.takeBack(params.id, worker)),
    }),
    route('post', '/conversations/{id}/join', {
      summary: 'Join the person you were asked to come to. They are told who you are.',
      audit: 'join',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.join(params.id, worker)),
    }),
    route('post', '/conversations/{id}/ask-to-read', {
      summary: 'As a peer, ask the person whether you may read what they told Natter. They are asked once.',
      audit: 'ask-to-read',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.askToRead(params.id, worker)),
    }),
    route('post', '/conversations/{id}/leave', {
      summary: 'Leave the person to the one who is there with you.',
      audit: 'leave',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.stepOut(params.id, worker)),
    }),
    route('post', '/conversations/{id}/hand-back', {
      summary: 'Leave the person to Natter. Nothing has ended: they can ask for a person again.',
      audit: 'hand-back',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.handBack(params.id, worker)),
    }),
    route('post', '/conversations/{id}/release', {
      summary: 'Put a person back at the front of the queue, whoever has them. For leads and admins.',
      audit: 'release',
      params: ById,
      reply: Done,
      async handle({ params, worker }) {
        const released = done(await desk.release(params.id, worker));
        log.info({ worker: worker.id, conversation: params.id }, 'conversation moved');
        return released;
      },
    }),
    route('post', '/conversations/{id}/end', {
      summary: 'Finish, saying how it ended, and what was agreed.',
      audit: 'end',
      params: ById,
      body: End,
      reply: Done,
      handle: async ({ params, body, worker }) =>
        done(await desk.end(params.id, worker, body.outcome, { with: body.with, promised: body.promised })),
    }),
    route('get', '/pauses', {
      summary: 'For how long you can step away now.',
      reply: Pauses,
      handle: async () => ({ pauses: desk.pauses() }),
    }),
    route('post', '/conversations/{id}/pause', {
      summary:
        'Step away from the person you are talking with. They are told until when, and how to get somebody sooner.',
      audit: 'pause',
      params: ById,
      body: StepAway,
      reply: Done,
      handle: async ({ params, body, worker }) => done(await desk.pause(params.id, worker, body.for)),
    }),
    route('post', '/conversations/{id}/back', {
      summary: 'You are back. Writing to them says it as well.',
      audit: 'back',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.back(params.id, worker)),
    }),
    route('get', '/reopenable', {
      summary: "What you ended in the last 12 hours; leads and admins see everybody's. No words.",
      reply: EndedList,
      handle: async ({ worker }) => ({ ended: await desk.ended(worker) }),
    }),
    route('post', '/conversations/{id}/reopen', {
      summary: 'Go on with a person whom you ended. They are told. Leads and admins may with whomever.',
      audit: 'reopen',
      params: ById,
      reply: Done,
      handle: async ({ params, worker }) => done(await desk.reopen(params.id, worker)),
    }),
    stream(
      '/events',
      'Wake-ups: `changed` when a conversation may have changed; `typing` while a person you are with is writing.',
      Changed,
      (call) => events.open(call.response, { token: call.token, worker: call.worker.id }, call.lastEventId),
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
  const workers = async () => (await accounts.list()).filter(({ barred }) => !barred);
  const found = (to.kind === 'team' ? teams : await workers()).find(({ id }) => id === to.id);
  if (!found) throw new DeskError('unknown');
  return { kind: to.kind, id: found.id, name: found.name };
}

function done(result: DeskResult): { ok: true } {
  if (!result.ok) throw new DeskError(result.why);
  return { ok: true };
}
