import type { Records } from '../store/contract';
import { AccountError, UnknownAccountError } from './account-errors';
import { type Account, asWorker } from './account-record';
import type { Lock } from './lock';
import type { Role, Worker } from './types';

/** What is changed of an account that is there. `by`: the admin who does it; left out: somebody at the server. */
export interface AccountChanges {
  /** @throws AccountError `unknown`, `own-role` or `last-admin`. */
  setRole(workerId: string, role: Role, by?: string): Promise<Worker>;
  /** @throws AccountError `unknown` or `team`. */
  setTeams(workerId: string, teams: string[]): Promise<Worker>;
  /** Ends every session and link of theirs; nothing signs them in from now on. @throws as `setRole`. */
  takeAway(workerId: string, by?: string): Promise<Worker>;
  /** Links that were made before do not come back with it. @throws AccountError `unknown`. */
  putBack(workerId: string): Promise<Worker>;
}

export interface AccountChangesDeps {
  records: Records;
  /** The teams of the place, by id. */
  teams: readonly string[];
  accounts: () => Promise<Account[]>;
  /** And links. */
  endSessions: (id: string) => Promise<void>;
  /** Held over every change of accounts. */
  locked: Lock;
}

/**
 * One change at a time, whoever makes it and in whichever process: so that two admins who take away each other's role at
 * once do not leave a desk that nobody can look after.
 */
export function createAccountChanges(deps: AccountChangesDeps): AccountChanges {
  const { records, teams, accounts, endSessions, locked } = deps;

  const change = (workerId: string, make: (account: Account, all: Account[]) => Account): Promise<Worker> =>
    locked(async (held) => {
      const all = await accounts();
      const found = all.find(({ id }) => id === workerId);
      if (!found) throw new UnknownAccountError();
      const made = make(found, all);
      held();
      await records.put('account', made.email, JSON.stringify(made), null);
      return asWorker(made);
    });

  return {
    setRole: (workerId, role, by) =>
      change(workerId, (account, all) => {
        if (role !== 'admin') keepAnAdmin(account, all, by);
        return { ...account, role };
      }),
    async setTeams(workerId, wanted) {
      checkTeams(wanted, teams);
      return change(workerId, (account) => ({ ...account, teams: [...new Set(wanted)] }));
    },
    async takeAway(workerId, by) {
      const worker = await change(workerId, (account, all) => {
        keepAnAdmin(account, all, by);
        return { ...account, barred: true };
      });
      await endSessions(workerId);
      return worker;
    },
    async putBack(workerId) {
      // Also a session that was just being started, or a link that was being made, when it was taken away.
      await endSessions(workerId);
      return change(workerId, ({ barred: _, ...account }) => account);
    },
  };
}

/** An admin gives up neither their own role nor the last one there is: somebody has to be able to put it right. */
function keepAnAdmin(account: Account, all: Account[], by: string | undefined): void {
  if (account.id === by) throw new AccountError('own-role', 'Ask another admin to do this to your own account.');
  const admins = all.filter(({ role, barred }) => role === 'admin' && !barred);
  if (admins.length === 1 && admins[0]?.id === account.id) {
    throw new AccountError('last-admin', 'This is the last admin. Make somebody else an admin first.');
  }
}

/** @throws AccountError `team`, naming those that there are. */
export function checkTeams(wanted: readonly string[] | undefined, teams: readonly string[]): void {
  if (wanted?.every((team) => teams.includes(team)) ?? true) return;
  throw new AccountError('team', `There is no such team here. There are: ${teams.join(', ') || 'none'}.`);
}
