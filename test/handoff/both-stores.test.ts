import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createAccounts } from '../../handoff/accounts';
import { createEnds } from '../../handoff/ends';
import type { Store } from '../../store/contract';
import { openStore } from '../../store/open';
import { sealed } from '../../store/sealed/store';
import { authenticator, type Question } from '../adapters/desk/authenticator';
import { type RedisServer, startRedis } from '../redis';

const KEYS: [Buffer] = [randomBytes(32)];
const SITE = { origin: 'https://desk.example.org', host: 'desk.example.org' };
const newToken = () => randomBytes(32).toString('base64url');

let redis: RedisServer;
let dataDir: string;
beforeAll(async () => {
  redis = await startRedis();
  dataDir = mkdtempSync(join(tmpdir(), 'natter-both-'));
});
afterAll(async () => {
  await redis.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const deskOver = ({ records }: Store) => ({
  accounts: createAccounts({ records, now: Date.now, newToken, teams: ['families'] }),
  ends: createEnds({ records, now: Date.now, newId: newToken, timezone: 'Europe/London', keepDays: 30 }),
});

/** What two processes keep in one store, each reading what the other wrote. */
describe.each([['SQLite'], ['Redis']])('on sealed %s', (kind) => {
  let stores: Store[] = [];
  const open = async () => {
    const store = sealed(await openStore({ dataDir, redisUrl: kind === 'Redis' ? redis.url : null }), KEYS);
    stores.push(store);
    return deskOver(store);
  };
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    stores = [];
  });
  const code = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'done',
      (error) => error.code,
    );

  it('a passkey is asked for in one and used in the other, once', async () => {
    const [{ accounts: one }, { accounts: other }] = [await open(), await open()];
    const sam = await one.add({ name: 'Sam', email: `sam-${kind}@example.org`, role: 'worker' });
    const phone = authenticator(SITE.origin, SITE.host);
    const made = phone.make((await one.passkeys.begin(sam, SITE)) as Question);
    const added = await other.passkeys.add(sam, SITE, 'Phone', made as never);
    expect(await one.passkeys.list(sam.id)).toEqual([added]);
    const signed = phone.sign(await one.passkeys.ask(SITE)) as never;
    const both = await Promise.all([one, other].map((at) => code(at.signInWithPasskey(SITE, signed))));
    expect(both.sort()).toEqual(['done', 'passkey']);
    const { token, worker } = await one.signInWithPasskey(SITE, phone.sign(await other.passkeys.ask(SITE)) as never);
    expect(await other.session(token)).toEqual(worker);
    expect(await other.passkeys.remove(sam.id, added.id)).toBe(true);
    const late = phone.sign(await one.passkeys.ask(SITE)) as never;
    expect(await code(one.signInWithPasskey(SITE, late))).toBe('passkey');
  });

  it('a change of an account in one is there in the other, and the last admin stays', async () => {
    const [{ accounts: one }, { accounts: other }] = [await open(), await open()];
    const ada = await one.add({ name: 'Ada', email: `ada-${kind}@example.org`, role: 'admin' });
    const kim = await one.add({ name: 'Kim', email: `kim-${kind}@example.org`, role: 'admin' });
    const both = [one.setRole(kim.id, 'lead', ada.id), other.setRole(ada.id, 'lead', kim.id)];
    const answers = await Promise.all(both.map(code));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    const admins = (await other.list()).filter(({ role }) => role === 'admin');
    expect(admins).toHaveLength(1);
    expect(await code(other.takeAway(admins[0]?.id ?? ''))).toBe('last-admin');
  });

  it('how talks ended is read by another process', async () => {
    const [{ ends: one }, { ends: other }] = [await open(), await open()];
    await other.ended({ channel: 'sms', waited: 7, outcome: 'connected', promised: true });
    expect(await Readable.from(one.all()).toArray()).toMatchObject([{ channel: 'sms', waited: 7, promised: true }]);
  });
});
