import type { Who } from '../../handoff/company';
import type { Act, AuditEntry, Role, Worker } from '../../handoff/types';
import { call } from './api.js';

/** An account as an admin sees it. */
export interface Listed extends Worker {
  access: boolean;
  password: boolean;
  secondStep: boolean;
  passkeys: number;
}

export type NewAccount = Pick<Worker, 'name' | 'email' | 'role'> & { teams: string[] };

/** What of the audit is wanted. */
export interface Wanted {
  before: string | null;
  worker: string;
  act: Act | '';
}

const account = (id: string): string => `/accounts/${encodeURIComponent(id)}`;

/** What only admins may. Each call throws `Refused`. */
export const adminApi = {
  accounts: () => call<{ accounts: Listed[]; teams: Who[] }>('/accounts'),
  add: (wanted: NewAccount) => call<{ worker: Worker; ticket: string }>('/accounts', wanted),
  link: (id: string) => call<{ ticket: string }>(`${account(id)}/link`, {}),
  setRole: (id: string, role: Role) => call(`${account(id)}/role`, { role }),
  setTeams: (id: string, teams: string[]) => call(`${account(id)}/teams`, { teams }),
  takeAway: (id: string) => call(`${account(id)}/take-away`, {}),
  putBack: (id: string) => call(`${account(id)}/put-back`, {}),
  signOut: (id: string) => call(`${account(id)}/sign-out`, {}),
  codeOff: (id: string) => call(`${account(id)}/second-step/off`, {}),
  passkeysOff: (id: string) => call(`${account(id)}/passkeys/remove`, {}),
  audit({ before, worker, act }: Wanted) {
    const asked = Object.entries({ before, worker, act }).filter((each): each is [string, string] => Boolean(each[1]));
    return call<{ entries: AuditEntry[]; next: string | null }>(`/audit?${new URLSearchParams(asked)}`);
  },
  auditTable: '/desk/api/audit.csv',
  endedTable: '/desk/api/ended.csv',
};
