import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { AccountError, type Accounts, createAccounts } from '../handoff/accounts';
import { ROLES, type Role } from '../handoff/types';
import { masterKeys } from '../store/master-key';
import { openStore } from '../store/open';
import { sealed } from '../store/sealed/store';

const USAGE = `Make an account for the desk, or a new sign-in link for one.

  npm run worker -- add --name NAME --email EMAIL --role ${ROLES.join('|')} [--team TEAM ...] [--password PASSWORD]
  npm run worker -- link --email EMAIL

Both print a sign-in link that works once, within a day. They may be used while Natter runs.`;

class UsageError extends Error {}

type Wanted =
  | { what: 'add'; name: string; email: string; role: Role; teams: string[] | undefined; password: string | undefined }
  | { what: 'link'; email: string };

function read(args: string[]): Wanted {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { name: text, email: text, role: text, team: { ...text, multiple: true }, password: text },
  });
  const { name, email, role, team: teams, password } = values;
  const [what, ...more] = positionals;
  if (more.length > 0 || (what !== 'add' && what !== 'link')) throw new UsageError('Say "add" or "link".');
  if (!email) throw new UsageError('--email is missing.');
  if (what === 'link') return { what, email };
  if (!name) throw new UsageError('--name is missing.');
  if (!isRole(role)) throw new UsageError(`--role has to be one of ${ROLES.join(', ')}.`);
  return { what, name, email, role, teams, password };
}

const isRole = (role: string | undefined): role is Role => ROLES.some((known) => known === role);

async function run(wanted: Wanted, accounts: Accounts, url: string): Promise<string> {
  const worker = wanted.what === 'add' ? await accounts.add(wanted) : await accounts.find(wanted.email);
  if (!worker) throw new AccountError('unknown', 'There is no account with this email address. Add it first.');
  // After the #, a ticket is sent to no server and so stands in no log.
  return `${url}/desk/sign-in#${await accounts.issueTicket(worker.id)}`;
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
  try {
    const accounts = createAccounts({
      records: store.records,
      now: Date.now,
      newToken: () => randomBytes(32).toString('base64url'),
    });
    console.log(await run(wanted, accounts, publicUrl ?? `http://localhost:${port}`));
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
