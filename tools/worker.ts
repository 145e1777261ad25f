import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { AccountError, type Accounts, createAccounts, UnknownAccountError } from '../handoff/accounts';
import { createAudit } from '../handoff/audit';
import { type Act, type Audit, ROLES, type Role, type Worker } from '../handoff/types';
import { masterKeys } from '../store/master-key';
import { openStore } from '../store/open';
import { sealed } from '../store/sealed/store';

const USAGE = `Accounts of the desk. It may be used while Natter runs.

  npm run worker -- add --name NAME --email EMAIL --role ${ROLES.join('|')} [--team TEAM ...] [--password PASSWORD]
  npm run worker -- link --email EMAIL         a new sign-in link
  npm run worker -- sign-out --email EMAIL     ends every session of theirs at once
  npm run worker -- remove --email EMAIL       takes the account away, and ends its sessions
  npm run worker -- second-step-off --email EMAIL   for somebody who lost their phone

"add" and "link" print a sign-in link that works once, within a day.`;

class UsageError extends Error {}

type Wanted =
  | { what: 'add'; name: string; email: string; role: Role; teams: string[] | undefined; password: string | undefined }
  | { what: 'link' | 'sign-out' | 'remove' | 'second-step-off'; email: string };

function read(args: string[]): Wanted {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { name: text, email: text, role: text, team: { ...text, multiple: true }, password: text },
  });
  const { name, email, role, team: teams, password } = values;
  const [what, ...more] = positionals;
  if (more.length > 0 || !isWhat(what)) throw new UsageError(`Say one of: ${Object.keys(ACT_OF).join(', ')}.`);
  if (!email) throw new UsageError('--email is missing.');
  if (what !== 'add') return { what, email };
  if (!name) throw new UsageError('--name is missing.');
  if (!isRole(role)) throw new UsageError(`--role has to be one of ${ROLES.join(', ')}.`);
  return { what, name, email, role, teams, password };
}

/** What each is called in the audit. */
const ACT_OF: Record<Wanted['what'], Act> = {
  add: 'add-account',
  link: 'make-link',
  'sign-out': 'sign-out-everywhere',
  remove: 'remove-account',
  'second-step-off': 'second-step-off',
};

const isRole = (role: string | undefined): role is Role => ROLES.some((known) => known === role);
const isWhat = (what: string | undefined): what is Wanted['what'] => what !== undefined && Object.hasOwn(ACT_OF, what);

/** Does it, with an entry in the audit, and says what to print. */
async function run(wanted: Wanted, accounts: Accounts, audit: Audit, url: string): Promise<string> {
  const worker = wanted.what === 'add' ? await accounts.add(wanted) : await accounts.find(wanted.email);
  if (!worker) throw new UnknownAccountError();
  await audit.write({ act: ACT_OF[wanted.what], worker: null, account: worker.id });
  return act(wanted, worker, accounts, url);
}

async function act({ what }: Wanted, { id, name, email }: Worker, accounts: Accounts, url: string): Promise<string> {
  if (what === 'sign-out') {
    await accounts.signOutEverywhere(id);
    return `${name} is signed out everywhere.`;
  }
  if (what === 'remove') {
    await accounts.remove(email);
    return `The account of ${name} is gone, and its sessions are over.`;
  }
  if (what === 'second-step-off') {
    await accounts.clearSecondStep(id);
    return `${name} is asked for no code any more.`;
  }
  // After the #, a ticket is sent to no server and so stands in no log.
  return `${url}/desk/sign-in#${await accounts.issueTicket(id)}`;
}

async function main(): Promise<number> {
  let wanted: Wanted;
  try {
    wanted = read(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const config = readConfig(process.env);
  const { dataDir, publicUrl, port, masterKey, masterKeyOld } = config;
  const keys = masterKeys(masterKey, masterKeyOld, dataDir);
  const store = sealed(await openStore(config), keys);
  const newToken = () => randomBytes(32).toString('base64url');
  try {
    const accounts = createAccounts({ records: store.records, now: Date.now, newToken });
    const audit = createAudit({ records: store.records, now: Date.now, newId: newToken });
    console.log(await run(wanted, accounts, audit, publicUrl ?? `http://localhost:${port}`));
    return 0;
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await store.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
