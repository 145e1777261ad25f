import type { SignedIn } from '../../handoff/accounts';
import { signInOnRecord } from './audited';
import { type Route, route } from './route';
import type { RoutesDeps } from './routes';
import {
  AuditPage,
  AuditQuery,
  Done,
  Me,
  NOBODY,
  PasskeyQuestion,
  SignedByPasskey,
  SignIn,
  SignInLink,
} from './schemas';

export type AccountRoutesDeps = Pick<RoutesDeps, 'accounts' | 'audit' | 'limit' | 'codeLimit' | 'events' | 'log'>;

/** Coming and going, and the audit. */
export function accountRoutes({ accounts, audit, limit, codeLimit, events, log }: AccountRoutesDeps): Route[] {
  const signIn = async (by: string, attempt: Promise<SignedIn>, setSession: (token: string) => void) => {
    const { token, worker } = await signInOnRecord(audit, attempt);
    setSession(token);
    log.info({ worker: worker.id, by }, 'signed in');
    return { worker };
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
    route('post', '/sign-in/passkey/start', {
      summary: 'What a browser signs in with, by a passkey that the device knows.',
      open: true,
      reply: PasskeyQuestion,
      async handle({ address, site }) {
        await limit(address, null);
        return { ...(await accounts.passkeys.ask(site)) };
      },
    }),
    route('post', '/sign-in/passkey', {
      summary: 'Sign in with a passkey. It is both steps. Starts the session cookie.',
      open: true,
      body: SignedByPasskey,
      reply: Me,
      async handle({ body: { signed }, address, site, setSession }) {
        // Each passkey by itself: whoever tries one at random slows down no password and no other passkey.
        await limit(address, `passkey ${signed.id}`);
        return signIn('passkey', accounts.signInWithPasskey(site, signed), setSession);
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
      summary: 'End every session of yours, on every device, and every sign-in link that was not used.',
      audit: 'sign-out-everywhere',
      reply: Done,
      async handle({ worker, setSession }) {
        await signOutEverywhere(worker.id, { accounts, events, log });
        setSession(null);
        return { ok: true as const };
      },
    }),
    route('get', '/audit', {
      summary: 'Who did what at the desk in the last twelve months. For admins.',
      roles: ['admin'],
      audit: 'read-audit',
      query: AuditQuery,
      reply: AuditPage,
      handle: ({ query: { before = null, worker, act } }) =>
        audit.page(before, { worker: worker === NOBODY ? null : worker, act }),
    }),
  ];
}

/** In every process, and on every device. @throws AccountError `unknown`. */
export async function signOutEverywhere(
  id: string,
  { accounts, events, log }: Pick<AccountRoutesDeps, 'accounts' | 'events' | 'log'>,
): Promise<void> {
  await accounts.signOutEverywhere(id);
  await events.hangUpAll(id);
  log.info({ worker: id }, 'signed out everywhere');
}
