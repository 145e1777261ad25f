import { Secret, TOTP } from 'otpauth';
import { WRONG_CODES } from '../../../adapters/desk/limit';
import { json, openWorld, outcome, PASSWORD, type World } from './world';

const MINUTE = 60_000;
type Signed = Awaited<ReturnType<World['signIn']>>;

let world: World;
let sam: Signed;
let secret: string;
beforeEach(async () => {
  world = await openWorld([]);
  sam = await world.signIn('Sam');
  ({ secret } = await json<{ secret: string }>(await sam.post('/second-step/start', { password: PASSWORD })));
});
afterEach(() => world.close());

const phone = (): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now });
const signIn = async (code?: string) =>
  outcome(await world.post('/sign-in', { email: 'sam@example.org', password: PASSWORD, code }));
const acts = async () => (await world.audited()).map(({ act, refused }) => (refused ? `${act} (${refused})` : act));

async function turnOn(): Promise<string[]> {
  const { recovery } = await json<{ recovery: string[] }>(await sam.post('/second-step/confirm', { code: phone() }));
  world.clock.now += MINUTE;
  return recovery;
}

it('is asked for after the password, and is in the audit', async () => {
  const [recovery] = await turnOn();
  const wrong = await world.post('/sign-in', { email: 'sam@example.org', password: PASSWORD });
  expect(wrong.headers.get('set-cookie')).toBeNull();
  expect(await outcome(wrong)).toBe('401 code-needed');
  expect(await signIn('000000')).toBe('401 code');
  expect(await signIn(phone())).toBe('200 ok');
  expect(await signIn(recovery)).toBe('200 ok');
  expect((await acts()).slice(1)).toEqual([
    'second-step-on',
    'sign-in (code-needed)',
    'sign-in (code)',
    'sign-in',
    'sign-in-with-recovery-code',
  ]);
});

it('is told in no log, no audit and no later answer', async () => {
  const recovery = await turnOn();
  await signIn(recovery[0]);
  const told = [...world.logged, JSON.stringify(await world.audited()), await (await sam.get('/second-step')).text()];
  for (const hidden of [secret, ...recovery, phone()]) expect(told.join()).not.toContain(hidden);
});

it('stops whoever guesses codes with the right password, but nobody who has not got it', async () => {
  await turnOn();
  const email = 'sam@example.org';
  for (let n = 0; n < WRONG_CODES; n++) {
    expect(await outcome(await sam.post('/second-step/off', { code: '000000' }))).toBe('401 code');
  }
  expect(await outcome(await sam.post('/second-step/off', { code: phone() }))).toBe('429 too-many');
  expect(await signIn(phone())).toBe('429 too-many');
  const other = await openWorld([], world.clock.now, world.records);
  try {
    for (let n = 0; n < 4; n++) await other.post('/sign-in', { email, password: 'a guess at random', code: '000000' });
    const right = await other.post('/sign-in', { email, password: PASSWORD, code: phone() });
    expect(await outcome(right)).toBe('200 ok');
  } finally {
    await other.close();
  }
});

it('is turned off with a code, and by nothing else that a worker has', async () => {
  await turnOn();
  expect(await outcome(await sam.post('/second-step/start', { password: PASSWORD }))).toBe('409 already-on');
  expect(await outcome(await sam.post('/second-step/confirm', { code: phone() }))).toBe('409 already-on');
  for (const body of [{}, { code: '' }, { code: 123456 }, { code: 'x'.repeat(65) }]) {
    expect(await outcome(await sam.post('/second-step/off', body))).toBe('400 bad-request');
  }
  expect(await outcome(await sam.post('/second-step/off', { code: '000000' }))).toBe('401 code');
  expect(await outcome(await sam.post(`/accounts/${sam.worker.id}/second-step/off`))).toBe('403 role');
  expect(await json(await sam.get('/second-step'))).toEqual({ on: true, password: true });
  expect(await outcome(await sam.post('/second-step/off', { code: phone() }))).toBe('200 ok');
  expect(await signIn()).toBe('200 ok');
});

it('is turned off by an admin for somebody who lost their phone', async () => {
  await turnOn();
  const ada = await world.signIn('Ada', 'admin');
  expect(await outcome(await ada.post('/accounts/nobody/second-step/off'))).toBe('404 unknown');
  expect(await outcome(await ada.post(`/accounts/${sam.worker.id}/second-step/off`))).toBe('200 ok');
  expect(await signIn()).toBe('200 ok');
  const off = (await world.audited()).filter(({ act, refused }) => act === 'second-step-off' && !refused);
  expect(off.at(-1)).toMatchObject({ worker: { name: 'Ada' }, account: sam.worker.id });
  // Their own only with a code.
  expect(await outcome(await ada.post(`/accounts/${ada.worker.id}/second-step/off`))).toBe('403 role');
});

it('takes the password to turn on: whoever finds a desk left open locks nobody out of their account', async () => {
  expect(await outcome(await sam.post('/second-step/start'))).toBe('401 password-needed');
  for (let n = 0; n < WRONG_CODES; n++)
    expect(await outcome(await sam.post('/second-step/start', { password: 'a guess at random' }))).toBe('401 password');
  expect(await outcome(await sam.post('/second-step/start', { password: PASSWORD }))).toBe('429 too-many');
  expect(await signIn()).toBe('200 ok');
});

it('is for accounts with a password', async () => {
  const { id } = await world.accounts.add({ name: 'Kim', email: 'kim@example.org', role: 'worker' });
  expect(id).toBeTruthy();
  const kim = await world.signIn('Kim');
  expect(await outcome(await kim.post('/second-step/start'))).toBe('409 no-password');
});
