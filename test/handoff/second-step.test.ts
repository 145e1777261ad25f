import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { type Accounts, createAccounts } from '../../handoff/accounts';
import { RECOVERY_CODES, SETUP_LIFE } from '../../handoff/second-step';
import type { Worker } from '../../handoff/types';
import { fakeRecords } from '../adapters/desk/fakes';

const STEP = 30_000;
const PASSWORD = 'four random words here';

let clock = 0;
let records = fakeRecords();
let accounts: Accounts;
let sam: Worker;
let secret: string;
let recovery: string[];

const newToken = () => randomBytes(32).toString('base64url');
/** What the app on the phone shows, so many steps from now. */
const phone = (steps = 0, of = secret) =>
  new TOTP({ secret: Secret.fromBase32(of) }).generate({ timestamp: clock + steps * STEP });
const signIn = (code?: string) =>
  accounts.signInWithPassword('sam@example.org', PASSWORD, code).then(
    ({ worker }) => worker.name,
    (error) => error.code,
  );

beforeEach(async () => {
  clock = Date.parse('2026-11-22T09:00:00Z');
  records = fakeRecords();
  accounts = createAccounts({ records, now: () => clock, newToken });
  sam = await accounts.add({ name: 'Sam', email: 'sam@example.org', role: 'worker', password: PASSWORD });
  ({ secret } = await accounts.secondStep.begin(sam));
});

describe('turning it on', () => {
  it('changes nothing until a code has come back', async () => {
    expect(await signIn()).toBe('Sam');
    expect(await accounts.secondStep.confirm(sam, '000000')).toBeNull();
    expect(await signIn()).toBe('Sam');
    expect(await accounts.secondStep.confirm(sam, phone())).toHaveLength(RECOVERY_CODES);
    expect(await signIn()).toBe('code-needed');
  });

  it('gives a link that an app can open', async () => {
    const { link, secret: other } = await accounts.secondStep.begin(sam);
    expect(link).toMatch(/^otpauth:\/\/totp\/Natter:sam%40example\.org\?issuer=Natter&secret=[A-Z2-7]{32}&/);
    expect(other).not.toBe(secret);
    expect(await accounts.secondStep.confirm(sam, phone())).toBeNull();
    expect(await accounts.secondStep.confirm(sam, phone(0, other))).not.toBeNull();
  });

  it('has to be done soon, and once: of two at once one gets the recovery codes', async () => {
    clock += SETUP_LIFE;
    expect(await accounts.secondStep.confirm(sam, phone())).toBeNull();
    ({ secret } = await accounts.secondStep.begin(sam));
    const both = await Promise.all([0, 1].map((step) => accounts.secondStep.confirm(sam, phone(step))));
    expect(both.filter(Boolean)).toHaveLength(1);
  });
});

describe('signing in with it', () => {
  beforeEach(async () => {
    recovery = (await accounts.secondStep.confirm(sam, phone())) ?? [];
    clock += 5 * STEP;
  });

  it('takes the code of now, and those just before and after', async () => {
    for (const steps of [-1, 0, 1]) expect(await signIn(phone(steps))).toBe('Sam');
    for (const steps of [-2, 2, -100]) expect(await signIn(phone(steps))).toBe('code');
    expect(await signIn(`${phone(-1).slice(0, 3)} ${phone(-1).slice(3)}`)).toBe('code');
  });

  it('takes a code once, also of many who try at once, and not the one that turned it on', async () => {
    const code = phone();
    const all = await Promise.all(Array.from({ length: 20 }, () => signIn(code)));
    expect(all.filter((name) => name === 'Sam')).toHaveLength(1);
    clock += STEP;
    expect(await signIn(code)).toBe('code');
  });

  it('takes it however it is typed', async () => {
    expect(await signIn(` ${phone().slice(0, 3)} ${phone().slice(3)} `)).toBe('Sam');
    expect(await signIn(recovery[0]?.toUpperCase().replaceAll('-', ' '))).toBe('Sam');
  });

  it.each(['', '00000', '0000000', '-1', 'null', 'a'.repeat(64), '٠٠٠٠٠٠'])('refuses %j', async (code) => {
    expect(await signIn(code)).toBe('code');
  });

  it('says nothing of it to who has not the password', async () => {
    const wrong = accounts.signInWithPassword('sam@example.org', 'not the password', phone());
    await expect(wrong).rejects.toMatchObject({ code: 'sign-in' });
    expect(await signIn(phone())).toBe('Sam');
  });

  it('takes each recovery code once, also of many who try at once', async () => {
    const [one = '', two = ''] = recovery;
    const all = await Promise.all(Array.from({ length: 20 }, () => signIn(one)));
    expect(all.filter((name) => name === 'Sam')).toHaveLength(1);
    expect(await signIn(two)).toBe('Sam');
    expect(new Set(recovery).size).toBe(RECOVERY_CODES);
  });

  it('keeps no recovery code as it is, and takes nobody else’s', async () => {
    for (const code of recovery) {
      expect(records.dump()).not.toContain(code);
      expect(records.dump()).not.toContain(code.replaceAll('-', ''));
    }
    const kim = await accounts.add({ name: 'Kim', email: 'kim@example.org', role: 'worker', password: PASSWORD });
    const begun = await accounts.secondStep.begin(kim);
    await accounts.secondStep.confirm(kim, phone(0, begun.secret));
    expect(await accounts.secondStep.use(kim.id, recovery[0] ?? '')).toBeNull();
    expect(await signIn(recovery[0])).toBe('Sam');
  });

  it('asks for none with a one-time link', async () => {
    const ticket = await accounts.issueTicket(sam.id);
    expect((await accounts.signInWithTicket(ticket)).worker).toEqual(sam);
  });

  it('is over when it is cleared, with the codes that were left', async () => {
    await accounts.clearSecondStep(sam.id);
    expect(await signIn()).toBe('Sam');
    ({ secret } = await accounts.secondStep.begin(sam));
    await accounts.secondStep.confirm(sam, phone());
    expect(await signIn(recovery[3])).toBe('code');
    await expect(accounts.clearSecondStep('nobody')).rejects.toMatchObject({ code: 'unknown' });
  });
});
