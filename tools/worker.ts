import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { AccountError, type Accounts, createAccounts, UnknownAccountError } from '../handoff/accounts';
import { createAudit } from '../handoff/audit';
import { type Act, type Audit, type Done, ROLES, type Role, type Worker } from '../handoff/types';
import { teamsAt } from '../read-content';
import { masterKeys } from '../store/master-key';
import { openStore } from '../store/open';
import { sealed } from '../store/sealed/store';

const USAGE = `Accounts of the desk. It may be used while Natter runs.

  npm run worker -- add --name NAME --email EMAIL --role ${ROLES.join('|')} [--team TEAM ...] [--password PASSWORD]
  npm run worker -- link --email EMAIL         a new sign-in link
  npm run worker -- role --email EMAIL --role ${ROLES.join('|')}
  npm run worker -- teams --email EMAIL [--team TEAM ...]   puts them in these teams, and in no other
  npm run worker -- sign-out --email EMAIL     ends every session and link of theirs at once
  npm run worker -- take-away --email EMAIL    nothing signs them in until it is put back
  npm run worker -- put-back --email EMAIL
  npm run worker -- remove --email EMAIL       takes the account away, and ends its sessions
  npm run worker -- second-step-off --email EMAIL   for somebody who lost their phone
  npm run worker -- passkeys-off --email EMAIL      for somebody who lost the device that has them

"add" and "link" print a sign-in link that works once, within a day.`;

class UsageError extends Error {}

type Wanted =
  | { what: 'add'; name: string; email: string; role: Role; teams: string[] | undefined; password: string | undefined }
  | { what: 'role'; email: string; role: Role }
  | { what: 'teams'; email: string; teams: string[] }
  | { what: 'link' | 'sign-out' | 'take-away' | 'put-back' | 'remove'; email: string }
  | { what: 'second-step-off' | 'passkeys-off'; email: string };

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
  if (what === 'teams') return { what, email, teams: teams ?? [] };
  if (what !== 'add' && what !== 'role') return { what, email };
  if (what === 'add' && !name) throw new UsageError('--name is missing.');
  if (!isRole(role)) throw new UsageError(`--role has to be one of ${ROLES.join(', ')}.`);
  return what === 'add' && name ? { what, name, email, role, teams, password } : { what: 'role', email, role };
}

/** What each is called in the audit. */
const ACT_OF: Record<Wanted['what'], Act> = {
  add: 'add-account',
  link: 'make-link',
  role: 'change-role',
  teams: 'change-teams',
  'sign-out': 'sign-out-everywhere',
  'take-away': 'take-away-access',
  'put-back': 'put-back-access',
  remove: 'remove-account',
  'second-step-off': 'second-step-off',
  'passkeys-off': 'remove-passkey',
};

const isRole = (role: string | undefined): role is Role => ROLES.some((known) => known === role);
const isWhat = (what: string | undefined): what is Wanted['what'] => what !== undefined && Object.hasOwn(ACT_OF, what);

interface Parts {
  accounts: Accounts;
  audit: Audit;
  newToken: () => string;
  url: string;
}

/** Does it, and says what to print. It is in the audit before it is done; what is refused then has a second entry. */
async function run(wanted: Wanted, parts: Parts): Promise<string> {
  const { accounts, audit, newToken } = parts;
  const worker = wanted.what === 'add' ? { ...wanted, id: newToken() } : await accounts.find(wanted.email);
  if (!worker) throw new UnknownAccountError();
  const done: Done = { act: ACT_OF[wanted.what], worker: null, account: worker.id };
  await audit.write(done);
  return act(wanted, worker, parts).catch(async (error) => {
    if (error instanceof AccountError) await audit.write({ ...done, refused: error.code });
    throw error;
  });
}

type Whose = Pick<Worker, 'id' | 'name' | 'email'>;

async function act(wanted: Wanted, { id, name, email }: Whose, { accounts, url }: Parts): Promise<string> {
  switch (wanted.what) {
    case 'add':
      await accounts.add({ ...wanted, id });
      break;
    case 'role':
      await accounts.setRole(id, wanted.role);
      return `The role of ${name} is ${wanted.role} now.`;
    case 'teams': {
      const { teams = [] } = await accounts.setTeams(id, wanted.teams);
      return teams.length > 0 ? `${name} is in these teams now: ${teams.join(', ')}.` : `${name} is in no team now.`;
    }
    case 'sign-out':
      await accounts.signOutEverywhere(id);
      return `${name} is signed out everywhere.`;
    case 'take-away':
      await accounts.takeAway(id);
      return `Nothing signs ${name} in now, and their sessions are over.`;
    case 'put-back':
      await accounts.putBack(id);
      return `${name} can sign in again. Links that were made before stay void.`;
    case 'remove':
      await accounts.remove(email);
      return `The account of ${name} is gone, and its sessions are over.`;
    case 'second-step-off':
      await accounts.clearSecondStep(id);
      return `${name} is asked for no code any more.`;
    case 'passkeys-off':
      await accounts.clearPasskeys(id);
      return `${name} has no passkey any more.`;
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
  const { dataDir, publicUrl, port, masterKey, masterKeyOld, contentDir, place } = config;
  const teams = teamsAt(contentDir, place);
  if (!teams) throw new Error(`The file of the place "${place}" cannot be read. See what npm run check says.`);
  const keys = masterKeys(masterKey, masterKeyOld, dataDir);
  const store = sealed(await openStore(config), keys);
  const newToken = () => randomBytes(32).toString('base64url');
  try {
    const accounts = createAccounts({ records: store.records, now: Date.now, newToken, teams });
    const audit = createAudit({ records: store.records, now: Date.now, newId: newToken });
    const url = publicUrl ?? `http://localhost:${port}`;
    console.log(await run(wanted, { accounts, audit, newToken, url }));
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
