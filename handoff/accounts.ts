import { createHash } from 'node:crypto';
import type { Records } from '../store/contract';
import { argon2id, PASSWORD_MIN, type PasswordHash } from './sign-in';
import { ROLES, type Role, type Worker } from './types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A one-time sign-in link works once, within this time. */
export const TICKET_LIFE = 24 * HOUR;
/** A session ends this long after the worker last did something, ... */
export const SESSION_IDLE = 60 * MINUTE;
/** ... and in any case this long after signing in. */
export const SESSION_LIFE = 12 * HOUR;

export type AccountFault = 'name' | 'email' | 'role' | 'password' | 'taken' | 'unknown' | 'sign-in' | 'ticket';

/** What an account could not do; `message` says how to put it right and never repeats what was typed. */
export class AccountError extends Error {
  constructor(
    readonly code: AccountFault,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The same answer whatever was wrong, so that nobody can find out which addresses have an account. */
export class SignInError extends AccountError {
  constructor() {
    super('sign-in', 'The email address or the password is not right.');
  }
}

/** The link was used before, ran out, or never was one. */
export class TicketError extends AccountError {
  constructor() {
    super('ticket', 'This sign-in link has been used or has run out. Ask for a new one.');
  }
}

export interface NewAccount {
  name: string;
  email: string;
  role: Role;
  /** Ids of the teams they are in. */
  teams?: string[] | undefined;
  password?: string | undefined;
}

/** A fresh session. `token` goes into the cookie and is kept nowhere: only its SHA-256 is. */
export interface SignedIn {
  token: string;
  worker: Worker;
}

/** Accounts, one-time links and sessions of the desk. */
export interface Accounts {
  /** @throws AccountError `name`, `email`, `role`, `password` or `taken`. */
  add(account: NewAccount): Promise<Worker>;
  find(email: string): Promise<Worker | null>;
  all(): Promise<Worker[]>;
  /** A ticket for a one-time sign-in link, good for `TICKET_LIFE`. @throws AccountError `unknown`. */
  issueTicket(workerId: string): Promise<string>;
  /** @throws TicketError */
  signInWithTicket(ticket: string): Promise<SignedIn>;
  /** @throws SignInError */
  signInWithPassword(email: string, password: string): Promise<SignedIn>;
  /**
   * Who is signed in with this token, or null. `active` says that the worker did something themselves, which keeps the
   * session from going idle; a page that refreshes by itself leaves it out.
   */
  session(token: string, active?: boolean): Promise<Worker | null>;
  signOut(token: string): Promise<void>;
}

export interface AccountsDeps {
  records: Records;
  /** Milliseconds since 1970. */
  now: () => number;
  /** At least 256 random bits, in base64url. */
  newToken: () => string;
  hash?: PasswordHash;
}

interface Account extends Worker {
  password: string | null;
}

const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
const normal = (email: string): string => email.trim().toLowerCase();
const asWorker = ({ id, name, email, role, teams }: Account): Worker => ({
  id,
  name,
  email,
  role,
  ...(teams && { teams }),
});

/**
 * An account is one record under its email address, so that of two people adding the same address only one succeeds.
 * A session is two records, `session` (removed by signing out) and `session-seen` (renewed by use): a renewal that
 * crosses a sign-out cannot bring the session back.
 */
export function createAccounts({ records, now, newToken, hash = argon2id }: AccountsDeps): Accounts {
  const decoy = hash.hash(newToken());

  async function account(email: string): Promise<Account | null> {
    const body = await records.get('account', normal(email), now());
    return body === null ? null : (JSON.parse(body) as Account);
  }

  const everybody = async () => (await records.list('account', now())).map(({ body }) => JSON.parse(body) as Account);

  async function start(found: Account): Promise<SignedIn> {
    const token = newToken();
    const at = now();
    await records.put('session-seen', digest(token), String(at), at + SESSION_IDLE);
    await records.put('session', digest(token), found.email, at + SESSION_LIFE);
    return { token, worker: asWorker(found) };
  }

  return {
    async add(wanted) {
      const { name, email, role, teams, password } = checked(wanted);
      const made: Account = {
        id: newToken(),
        name,
        email,
        role,
        ...(teams && { teams }),
        password: password === undefined ? null : await hash.hash(password),
      };
      if (!(await records.add('account', email, JSON.stringify(made), null, now()))) {
        throw new AccountError('taken', 'There is an account with this email address already.');
      }
      return asWorker(made);
    },

    async find(email) {
      const found = await account(email);
      return found && asWorker(found);
    },

    all: async () => (await everybody()).map(asWorker),

    async issueTicket(workerId) {
      const all = await everybody();
      const found = all.find(({ id }) => id === workerId);
      if (!found) throw new AccountError('unknown', 'There is no such account. Add it first.');
      const ticket = newToken();
      await records.put('ticket', digest(ticket), found.email, now() + TICKET_LIFE);
      return ticket;
    },

    async signInWithTicket(ticket) {
      const email = await records.take('ticket', digest(ticket), now());
      const found = email === null ? null : await account(email);
      if (!found) throw new TicketError();
      return start(found);
    },

    async signInWithPassword(email, password) {
      const found = await account(email);
      // An unknown address costs the same work as a known one.
      const right = await hash.verify(found?.password ?? (await decoy), password);
      if (!found?.password || !right) throw new SignInError();
      return start(found);
    },

    async session(token, active = false) {
      const key = digest(token);
      const [email, seen] = [await records.get('session', key, now()), await records.get('session-seen', key, now())];
      if (email === null || seen === null) return null;
      const found = await account(email);
      // Once a minute is enough to tell that somebody is there, and spares a durable write on every request.
      if (found && active && now() - Number(seen) >= MINUTE) {
        await records.put('session-seen', key, String(now()), now() + SESSION_IDLE);
      }
      return found && asWorker(found);
    },

    async signOut(token) {
      await records.remove('session', digest(token));
      await records.remove('session-seen', digest(token));
    },
  };
}

function checked(account: NewAccount): NewAccount {
  const name = account.name.trim();
  const email = normal(account.email);
  if (!name || name.length > 60) throw new AccountError('name', 'Give the name people will see, up to 60 characters.');
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) {
    throw new AccountError('email', 'Give an email address, such as sam@example.org.');
  }
  if (!ROLES.includes(account.role)) throw new AccountError('role', `Give a role: ${ROLES.join(', ')}.`);
  if (account.password !== undefined && [...account.password].length < PASSWORD_MIN) {
    throw new AccountError(
      'password',
      `Use a password of at least ${PASSWORD_MIN} characters: four random words will do.`,
    );
  }
  return { ...account, name, email };
}
