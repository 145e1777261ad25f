import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Records } from '../store/contract';
import { type AccountChanges, checkTeams, createAccountChanges } from './account-changes';
import { AccountError, CodeError, PasskeyError, SignInError, TicketError, UnknownAccountError } from './account-errors';
import { type Account, asWorker } from './account-record';
import { createLock } from './lock';
import type { Site } from './passkey-checks';
import { createPasskeys, type Passkeys } from './passkeys';
import { createSecondStep, type SecondStep } from './second-step';
import { createSessions, digest, type Holder } from './sessions';
import { argon2id, PASSWORD_MIN, type PasswordHash } from './sign-in';
import { ROLES, type Role, type Worker } from './types';

const HOUR = 60 * 60_000;
/** A one-time sign-in link works once, within this time. */
export const TICKET_LIFE = 24 * HOUR;

export * from './account-errors';

export interface NewAccount {
  /** Made beforehand by whoever has to write it down first. */
  id?: string | undefined;
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
  /** By a recovery code, in place of one from the phone. */
  recovered?: boolean;
  passkey?: boolean;
}

/** Accounts, one-time links and sessions of the desk. */
export interface Accounts extends AccountChanges {
  /** @throws AccountError `name`, `email`, `role`, `team`, `password` or `taken`. */
  add(account: NewAccount): Promise<Worker>;
  find(email: string): Promise<Worker | null>;
  /** Every account, by email address. */
  list(): Promise<Worker[]>;
  /** Takes the account away; its sessions and links are over. @throws AccountError `unknown`. */
  remove(email: string): Promise<Worker>;
  /** A ticket for a one-time sign-in link, good for `TICKET_LIFE`. @throws AccountError `unknown` or `no-access`. */
  issueTicket(workerId: string): Promise<string>;
  /** @throws TicketError */
  signInWithTicket(ticket: string): Promise<SignedIn>;
  /** `code`: where the account has a second step. @throws SignInError, and CodeError when only the code is missing or wrong. */
  signInWithPassword(email: string, password: string, code?: string): Promise<SignedIn>;
  /** A passkey is both steps: what they have, and what unlocks it. @throws PasskeyError */
  signInWithPasskey(site: Site, signed: AuthenticationResponseJSON): Promise<SignedIn>;
  passkeys: Passkeys;
  /** For somebody who lost the device. @throws AccountError `unknown`. */
  clearPasskeys(workerId: string): Promise<void>;
  /** A link is enough by itself: an admin made it for somebody else, or whoever has the server. A second step is for passwords. */
  hasPassword(worker: Worker): Promise<boolean>;
  /** Whether it is theirs: for what a desk left open is not enough for. */
  isPassword(worker: Worker, password: string): Promise<boolean>;
  secondStep: SecondStep;
  /** Turns the second step off for somebody who lost their phone. @throws AccountError `unknown`. */
  clearSecondStep(workerId: string): Promise<void>;
  /**
   * Who is signed in with this token, or null. `active` says that the worker did something themselves, which keeps the
   * session from going idle; a page that refreshes by itself leaves it out.
   */
  session(token: string, active?: boolean): Promise<Worker | null>;
  /** Whether they signed in with this token a few minutes ago at most. */
  justSignedIn(token: string): Promise<boolean>;
  signOut(token: string): Promise<void>;
  /** Ends every session and link of this account, in all processes. @throws AccountError `unknown`. */
  signOutEverywhere(workerId: string): Promise<void>;
}

export interface AccountsDeps {
  records: Records;
  /** Milliseconds since 1970. */
  now: () => number;
  /** At least 256 random bits, in base64url. */
  newToken: () => string;
  /** The teams of the place, by id: nobody is in another one. */
  teams?: readonly string[];
  hash?: PasswordHash;
}

const normal = (email: string): string => email.trim().toLowerCase();

/**
 * An account is one record under its email address, so that of two people adding the same address only one succeeds.
 */
export function createAccounts({ records, now, newToken, teams = [], hash = argon2id }: AccountsDeps): Accounts {
  const decoy = hash.hash(newToken());
  const sessions = createSessions(records, now, newToken);
  const secondStep = createSecondStep(records, now, newToken);
  const passkeys = createPasskeys(records, now, newToken);

  async function account(email: string): Promise<Account | null> {
    const body = await records.get('account', normal(email), now());
    return body === null ? null : (JSON.parse(body) as Account);
  }

  /** Whose this still is: not somebody else's who has that email address since, nor theirs whose access was taken away. */
  async function accountOf({ id, email }: Holder): Promise<Account | null> {
    const found = await account(email);
    return found?.id === id && !found.barred ? found : null;
  }

  async function accounts(): Promise<Account[]> {
    return (await records.list('account', now())).map(({ body }) => JSON.parse(body) as Account);
  }

  async function known(workerId: string): Promise<Account> {
    const found = (await accounts()).find(({ id }) => id === workerId);
    if (!found) throw new UnknownAccountError();
    return found;
  }

  const start = async (found: Account, epoch?: string): Promise<SignedIn> => ({
    token: await sessions.start(found, epoch),
    worker: asWorker(found),
  });

  const locked = createLock(records, now, 'accounts');
  const changes = createAccountChanges({
    ...{ records, teams, accounts, locked },
    endSessions: (id) => sessions.endAll(id),
  });

  return {
    ...changes,

    async add(wanted) {
      const { id = newToken(), name, email, role, teams: theirs, password } = checked(wanted, teams);
      const made: Account = {
        id,
        name,
        email,
        role,
        ...(theirs && { teams: theirs }),
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

    list: async () => (await accounts()).map(asWorker),

    remove: (email) =>
      locked(async (held) => {
        const found = await account(email);
        if (!found) throw new UnknownAccountError();
        await sessions.endAll(found.id);
        held();
        await records.remove('account', found.email);
        await secondStep.clear(found.id);
        await passkeys.clear(found.id);
        return asWorker(found);
      }),

    async issueTicket(workerId) {
      // First: of a link that crosses a sign-out everywhere nobody could say that it came after.
      const epoch = await sessions.epochOf(workerId);
      const { id, email, barred } = await known(workerId);
      if (barred) throw new AccountError('no-access', 'Their access was taken away. Put it back first.');
      const ticket = newToken();
      await records.put('ticket', digest(ticket), `${email} ${id} ${epoch}`, now() + TICKET_LIFE);
      return ticket;
    },

    async signInWithTicket(ticket) {
      const kept = await records.take('ticket', digest(ticket), now());
      const [email = '', id = '', epoch = ''] = kept?.split(' ') ?? [];
      const found = await accountOf({ email, id });
      if (!found || epoch !== (await sessions.epochOf(id))) throw new TicketError();
      return start(found, epoch);
    },

    async signInWithPassword(email, password, code) {
      const found = await account(email);
      // An unknown address costs the same work as a known one.
      const right = await hash.verify(found?.password ?? (await decoy), password);
      if (!found?.password || !right || found.barred) throw new SignInError(found?.id ?? null);
      if (!(await secondStep.isOn(found.id))) return start(found);
      if (code === undefined) throw new CodeError(found.id, 'code-needed');
      const used = await secondStep.use(found.id, code);
      if (!used) throw new CodeError(found.id, 'code');
      return { ...(await start(found)), recovered: used === 'recovery' };
    },

    passkeys,
    async signInWithPasskey(site, signed) {
      const holder = await passkeys.use(site, signed);
      const found = await accountOf(holder);
      if (!found) throw new PasskeyError(holder.id);
      return { ...(await start(found)), passkey: true };
    },
    async clearPasskeys(workerId) {
      await passkeys.clear((await known(workerId)).id);
    },

    hasPassword: async ({ email }) => (await account(email))?.password != null,
    async isPassword({ email }, password) {
      const kept = (await account(email))?.password;
      return kept != null && hash.verify(kept, password);
    },
    secondStep,
    async clearSecondStep(workerId) {
      await secondStep.clear((await known(workerId)).id);
    },

    async session(token, active = false) {
      const holder = await sessions.holder(token, active);
      const found = holder && (await accountOf(holder));
      return found && asWorker(found);
    },

    justSignedIn: (token) => sessions.justBegan(token),
    signOut: (token) => sessions.end(token),

    async signOutEverywhere(workerId) {
      await sessions.endAll((await known(workerId)).id);
    },
  };
}

function checked(account: NewAccount, teams: readonly string[]): NewAccount {
  const name = account.name.trim();
  const email = normal(account.email);
  if (!name || name.length > 60) throw new AccountError('name', 'Give the name people will see, up to 60 characters.');
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) {
    throw new AccountError('email', 'Give an email address, such as sam@example.org.');
  }
  if (!ROLES.includes(account.role)) throw new AccountError('role', `Give a role: ${ROLES.join(', ')}.`);
  checkTeams(account.teams, teams);
  if (account.password !== undefined && [...account.password].length < PASSWORD_MIN) {
    throw new AccountError(
      'password',
      `Use a password of at least ${PASSWORD_MIN} characters: four random words will do.`,
    );
  }
  return { ...account, name, email };
}
