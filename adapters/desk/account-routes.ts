import type { SignedIn } from '../../handoff/accounts';
import { signInOnRecord } from './audited';
import { type Route, route } from './route';
import type { RoutesDeps } from './routes';
import { AccountList, AuditPage, Before, ById, Done, Me, SignIn, SignInLink } from './schemas';

export type AccountRoutesDeps = Pick<RoutesDeps, 'accounts' | 'audit' | 'limit' | 'codeLimit' | 'events' | 'log'>;

/** Coming and going, and what an admin does with accounts and the audit. */
export function accountRoutes({ accounts, audit, limit, codeLimit, events, log }: AccountRoutesDeps): Route[] {
  const signIn = async (by: string, attempt: Promise<SignedIn>, setSession: (token: string) => void) => {
    const { token, worker } = await signInOnRecord(audit, attempt);
    setSession(token);
    log.info({ worker: worker.id, by }, 'signed in');
    return { worker };
  };
  const signOutEverywhere = async (id: string) => {
    await accounts.signOutEverywhere(id);
    await events.hangUpAll(id);
    log.info({ worker: id }, 'signed out everywhere');
  };
  return [
    route('post', '/sign-in', {
      summary: 'Sign in with a password. Starts the session cookie.',
      open: true,
      body: SignIn,
      reply: Me,
      async handle({ body, address, setSession }) {
        await limit(address, body.email);
        const attempt = () => accounts.signInWithPassword(body.email, body.password, body.code);
        return signIn('password', codeLimit(body.email, attempt), setSession);
      },
    }),
    route('post', '/sign-in/link', {
      summary: 'Sign in with the ticket of a one-time link. Starts the session cookie.',
      open: true,
      body: SignInLink,
      reply: Me,
      async handle({ body, address, setSession }) {
        await limit(address, null);
        return signIn('link', accounts.signInWithTicket(body.ticket), setSession);
      },
    }),
    route('post', '/sign-out', {
      summary: 'End this session.',
      audit: 'sign-out',
      reply: Done,
      async handle({ worker, token, setSession }) {
        await accounts.signOut(token);
        await events.hangUp({ token, worker: worker.id });
        setSession(null);
        log.info({ worker: worker.id }, 'signed out');
        return { ok: true as const };
      },
    }),
    route('post', '/sign-out/everywhere', {
      summary: 'End every session of yours, on every device.',
      audit: 'sign-out-everywhere',
      reply: Done,
      async handle({ worker, setSession }) {
        await signOutEverywhere(worker.id);
        setSession(null);
        return { ok: true as const };
      },
    }),
    route('get', '/accounts', {
      summary: 'Every account of the desk. For admins.',
      roles: ['admin'],
      reply: AccountList,
      handle: async () => ({ accounts: await accounts.list() }),
    }),
    route('post', '/accounts/{id}/sign-out', {
      summary: "End every session of somebody's account. For admins.",
      roles: ['admin'],
      audit: 'sign-out-everywhere',
      params: ById,
      reply: Done,
      async handle({ params }) {
        await signOutEverywhere(params.id);
        return { ok: true as const };
      },
    }),
    route('get', '/audit', {
      summary: 'Who did what at the desk in the last twelve months. For admins.',
      roles: ['admin'],
      audit: 'read-audit',
      query: Before,
      reply: AuditPage,
      handle: ({ query }) => audit.page(query.before ?? null),
    }),
  ];
}
