import { Secret, TOTP } from 'otpauth';
import { TRIES_PER_ADDRESS, TRIES_PER_EMAIL, WRONG_CODES } from '../../../adapters/desk/limit';
import { CHALLENGE_LIFE, MOST_PASSKEYS } from '../../../handoff/passkeys';
import { JUST_SIGNED_IN } from '../../../handoff/sessions';
import { UnavailableError } from '../../../store/errors';
import { authenticator, type Device, type Odd, type Question } from './authenticator';
import { json, openWorld, outcome, PASSWORD, type World } from './world';

const ORIGIN = 'https://desk.example.org';
const HOST = 'desk.example.org';
const MINUTE = 60_000;
type Signed = Awaited<ReturnType<World['signIn']>>;

let world: World;
let sam: Signed;
let phone: Device;
beforeEach(async () => {
  world = await openWorld([]);
  sam = await world.signIn('Sam');
  phone = authenticator(ORIGIN, HOST);
});
afterEach(() => world.close());

const begin = async (who = sam, body: object = { password: PASSWORD }) =>
  json<Question>(await who.post('/passkeys/start', body));
const keep = (made: object, who = sam, name = 'Phone') => who.post('/passkeys', { name, made });
/** Sam has a passkey on their phone. */
const added = async (device = phone, who = sam): Promise<string> => {
  const reply = await keep(device.make(await begin(who)), who);
  return (await json<{ passkey: { id: string } }>(reply)).passkey.id;
};
const ask = async (at = world) => json<Question>(await at.post('/sign-in/passkey/start', {}));
const signIn = async (signed: object, at = world) => outcome(await at.post('/sign-in/passkey', { signed }));
const acts = async () =>
  (await world.audited()).map(({ act, worker, account, refused }) =>
    [worker?.name ?? account, act, refused && `(${refused})`].filter(Boolean).join(' '),
  );

describe('adding one', () => {
  it('asks for a passkey that knows whose it is and checks that it is them, for this place alone', async () => {
    expect(await begin()).toMatchObject({
      rp: { id: HOST },
      user: { id: Buffer.from(sam.worker.id).toString('base64url'), displayName: 'Sam' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
      excludeCredentials: [],
    });
  });

  it('keeps it under the name it was given, asks for no second one on that device, and tells the audit', async () => {
    const id = await added();
    const passkeys = await json(await sam.get('/passkeys'));
    expect(passkeys).toEqual({ passkeys: [{ id, name: 'Phone', at: world.clock.now }] });
    expect(await begin()).toMatchObject({ excludeCredentials: [{ id: phone.id }] });
    expect((await acts()).slice(1)).toEqual(['Sam start-passkey', 'Sam add-passkey', 'Sam start-passkey']);
  });

  it.each<[string, Odd]>([
    ['an answer to a challenge that was never given', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
    ['another website', { origin: 'https://desk.example.org.evil.example' }],
    ['the same place without its lock', { origin: 'http://desk.example.org' }],
    ['another host', { host: 'example.org' }],
    ['a device that did not check whose finger it was', { verified: false }],
    ['a device that says who made it', { format: 'tpm', statement: new Map([['ver', '2.0']]) }],
    [
      'certificates with addresses to look up',
      { format: 'packed', statement: new Map([['x5c', [new Uint8Array(9)]]]) },
    ],
  ])('takes nothing from %s', async (_, odd) => {
    expect(await outcome(await keep(phone.make(await begin(), odd)))).toBe('401 passkey');
    expect(await json(await sam.get('/passkeys'))).toEqual({ passkeys: [] });
    expect((await acts()).at(-1)).toBe('Sam add-passkey (passkey)');
  });

  it('takes an answer once, soon, and from whom it was asked', async () => {
    const asked = await begin();
    const kim = await world.signIn('Kim');
    expect(await outcome(await keep(authenticator(ORIGIN, HOST).make(asked), kim))).toBe('401 passkey');
    expect(await outcome(await keep(phone.make(asked)))).toBe('401 passkey');
    const twice = phone.make(await begin());
    expect(await outcome(await keep(twice))).toBe('200 ok');
    expect(await outcome(await keep(twice))).toBe('401 passkey');
    const late = authenticator(ORIGIN, HOST).make(await begin());
    world.clock.now += CHALLENGE_LIFE;
    expect(await outcome(await keep(late))).toBe('401 passkey');
    expect(await outcome(await keep(authenticator(ORIGIN, HOST).make(await ask())))).toBe('401 passkey');
  });

  it('gives nobody the passkey that somebody else has, and lets nobody change anything of it', async () => {
    await added();
    const kim = await world.signIn('Kim');
    expect(await outcome(await keep(phone.make(await begin(kim), { counter: 1000 }), kim))).toBe('401 passkey');
    phone.make({ challenge: '', user: { id: Buffer.from(sam.worker.id).toString('base64url') } });
    expect(await signIn(phone.sign(await ask()))).toBe('200 ok');
  });

  it('has an end', async () => {
    for (let n = 0; n < MOST_PASSKEYS; n++) await added(authenticator(ORIGIN, HOST));
    expect(await outcome(await sam.post('/passkeys/start', { password: PASSWORD }))).toBe('409 too-many-passkeys');
  });

  it.each([{}, { name: ' ' }, { name: 'x'.repeat(61) }, { made: 'no' }, { made: { id: '+' } }])(
    'refuses %j',
    async (body) => {
      const made = phone.make(await begin());
      expect(await outcome(await sam.post('/passkeys', { made, ...body }))).toBe('400 bad-request');
    },
  );

  it('takes the password where there is one: a desk left open is not enough', async () => {
    expect(await outcome(await sam.post('/passkeys/start', {}))).toBe('401 password-needed');
    expect(await outcome(await sam.post('/passkeys/start', { code: '000000' }))).toBe('401 password-needed');
    for (const password of ['', 'x'.repeat(1001), 1])
      expect(await outcome(await sam.post('/passkeys/start', { password }))).toBe('400 bad-request');
    for (let n = 0; n < WRONG_CODES; n++)
      expect(await outcome(await sam.post('/passkeys/start', { password: `guess ${n}` }))).toBe('401 password');
    expect(await outcome(await sam.post('/passkeys/start', { password: PASSWORD }))).toBe('429 too-many');
    expect((await acts()).at(-1)).toBe('Sam start-passkey (too-many)');
    expect([...world.logged, JSON.stringify(await world.audited())].join()).not.toMatch(/guess|four random/);
    // Whoever guesses at an open desk keeps nobody from signing in.
    const right = await world.post('/sign-in', { email: 'sam@example.org', password: PASSWORD });
    expect(await outcome(right)).toBe('200 ok');
  });

  it('asks whoever has neither password nor code to have just signed in', async () => {
    await world.accounts.add({ name: 'Kim', email: 'kim@example.org', role: 'worker' });
    const kim = await world.signIn('Kim');
    expect(await outcome(await kim.post('/passkeys/start', { password: PASSWORD }))).toBe('200 ok');
    world.clock.now += JUST_SIGNED_IN - 1;
    await kim.get('/me');
    expect(await outcome(await kim.post('/passkeys/start'))).toBe('200 ok');
    world.clock.now += 1;
    expect(await outcome(await kim.post('/passkeys/start'))).toBe('401 sign-in-again');
    expect((await acts()).slice(-2)).toEqual(['Kim start-passkey', 'Kim start-passkey (sign-in-again)']);
    expect(await outcome(await (await world.signIn('Kim')).post('/passkeys/start'))).toBe('200 ok');
    expect(await outcome(await kim.post('/passkeys/start'))).toBe('401 sign-in-again');
  });

  it('takes a code as well where a second step is on: a passkey asks for none later', async () => {
    const { secret } = await json<{ secret: string }>(await sam.post('/second-step/start', { password: PASSWORD }));
    const app = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now });
    await sam.post('/second-step/confirm', { code: app() });
    world.clock.now += MINUTE;
    // A code alone is not enough: whoever is at an open desk may hold the phone that lay beside it.
    expect(await outcome(await sam.post('/passkeys/start', { code: app() }))).toBe('401 password-needed');
    expect(await outcome(await sam.post('/passkeys/start', { password: PASSWORD }))).toBe('401 code-needed');
    for (let n = 1; n < WRONG_CODES; n++)
      expect(await outcome(await sam.post('/passkeys/start', { password: PASSWORD, code: '000000' }))).toBe('401 code');
    const asked = await begin(sam, { password: PASSWORD, code: app() });
    expect(await outcome(await keep(phone.make(asked)))).toBe('200 ok');
    expect(await signIn(phone.sign(await ask()))).toBe('200 ok');
    expect(await outcome(await sam.post('/passkeys/start', { password: PASSWORD, code: '000000' }))).toBe('401 code');
    expect(await outcome(await sam.post('/passkeys/start', { password: PASSWORD, code: app() }))).toBe('429 too-many');
  });
});

describe('signing in with one', () => {
  let asked: Question;
  beforeEach(async () => {
    await added();
    asked = await ask();
  });

  it('needs neither an address nor a password, and says in the audit what it was', async () => {
    expect(asked).toMatchObject({ rpId: HOST, userVerification: 'required' });
    expect(asked).not.toHaveProperty('allowCredentials');
    const reply = await world.post('/sign-in/passkey', { signed: phone.sign(asked) });
    expect(await reply.json()).toMatchObject({ worker: { name: 'Sam' } });
    const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await world.call('/api/me', { headers: { cookie } })).status).toBe(200);
    expect((await acts()).at(-1)).toBe('Sam sign-in-with-passkey');
  });

  it('works for an account without a password', async () => {
    await world.accounts.add({ name: 'Kim', email: 'kim@example.org', role: 'worker' });
    const laptop = authenticator(ORIGIN, HOST);
    await added(laptop, await world.signIn('Kim'));
    expect(await signIn(laptop.sign(asked))).toBe('200 ok');
  });

  it.each<[string, Odd]>([
    ['a challenge that was never given', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
    ['an answer given to another website', { origin: 'https://evil.example' }],
    ['a passkey of another host', { host: 'evil.example' }],
    ['a device that did not check whose finger it was', { verified: false }],
    ['a counter that goes back, as a copied device has it', { counter: 1 }],
    ['a passkey that says it is somebody else’s', { userHandle: Buffer.from('kim').toString('base64url') }],
    ['a passkey that nobody has', { id: 'nobody' }],
  ])('is refused with %s', async (_, odd) => {
    const reply = await world.post('/sign-in/passkey', { signed: phone.sign(asked, odd) });
    expect(reply.headers.get('set-cookie')).toBeNull();
    expect(await outcome(reply)).toBe('401 passkey');
    const { id } = sam.worker;
    expect((await acts()).at(-1)).toBe(`${odd.id ? '' : `${id} `}sign-in (passkey)`);
  });

  it('is refused with a signature of another device, by an account’s own passkey or anybody else’s', async () => {
    const kim = await world.signIn('Kim');
    const laptop = authenticator(ORIGIN, HOST);
    await added(laptop, kim);
    const handle = Buffer.from(sam.worker.id).toString('base64url');
    expect(await signIn(laptop.sign(asked, { id: phone.id, userHandle: handle }))).toBe('401 passkey');
    expect(await signIn(laptop.sign(await ask(), { userHandle: handle }))).toBe('401 passkey');
    const reply = await world.post('/sign-in/passkey', { signed: laptop.sign(await ask()) });
    expect(await reply.json()).toMatchObject({ worker: { name: 'Kim' } });
  });

  it('takes an answer once, also of many at once, and in whichever process', async () => {
    const other = await openWorld([], world.clock.now, world.records);
    try {
      const signed = phone.sign(asked);
      const all = await Promise.all([world, other, world, other].map((at) => signIn(signed, at)));
      expect(all.sort()).toEqual(['200 ok', ...Array(3).fill('401 passkey')]);
      expect(await signIn(signed, other)).toBe('401 passkey');
      expect(await signIn(phone.sign(await ask(other)))).toBe('200 ok');
    } finally {
      await other.close();
    }
  });

  it('uses a challenge up with the first answer, whatever was wrong with that', async () => {
    expect(await signIn(phone.sign(asked, { verified: false }))).toBe('401 passkey');
    expect(await signIn(phone.sign(asked))).toBe('401 passkey');
  });

  it('takes no late answer, and none to what was asked when adding one', async () => {
    const adding = await begin();
    expect(await signIn(phone.sign(adding))).toBe('401 passkey');
    world.clock.now += CHALLENGE_LIFE;
    expect(await signIn(phone.sign(asked))).toBe('401 passkey');
  });

  it('is over when the passkey is removed, also while it is used', async () => {
    const { passkeys } = await json<{ passkeys: { id: string }[] }>(await sam.get('/passkeys'));
    const [{ id } = { id: '' }] = passkeys;
    const { put } = world.records;
    let crossed = false;
    world.records.put = async (kind, ...row) => {
      if (kind === 'passkey-used' && !crossed) {
        crossed = true;
        expect(await outcome(await sam.post(`/passkeys/${id}/remove`))).toBe('200 ok');
      }
      return put(kind, ...row);
    };
    await signIn(phone.sign(asked));
    expect(crossed).toBe(true);
    expect(await json(await sam.get('/passkeys'))).toEqual({ passkeys: [] });
    expect(await signIn(phone.sign(await ask()))).toBe('401 passkey');
    expect(await acts()).toContain('Sam remove-passkey');
  });

  it('is over when the account is without access or removed, and comes back with the access', async () => {
    const ada = await world.signIn('Ada', 'admin');
    await ada.post(`/accounts/${sam.worker.id}/take-away`);
    expect(await signIn(phone.sign(asked))).toBe('401 passkey');
    expect((await acts()).at(-1)).toBe(`${sam.worker.id} sign-in (passkey)`);
    await ada.post(`/accounts/${sam.worker.id}/put-back`);
    expect(await signIn(phone.sign(await ask()))).toBe('200 ok');
    await world.accounts.remove('sam@example.org');
    await world.addWorker('Sam');
    expect(await signIn(phone.sign(await ask()))).toBe('401 passkey');
    expect(world.records.dump()).not.toContain(phone.id);
  });

  it('is slowed down like a password, for each passkey and each address', async () => {
    for (let n = 0; n < TRIES_PER_EMAIL; n++)
      expect(await signIn(phone.sign(asked, { id: 'guess' }))).toBe('401 passkey');
    expect(await signIn(phone.sign(asked, { id: 'guess' }))).toBe('429 too-many');
    expect(await signIn(phone.sign(await ask()))).toBe('200 ok');
    const starts = await Promise.all(
      Array.from({ length: TRIES_PER_ADDRESS }, () => world.post('/sign-in/passkey/start', {})),
    );
    expect(
      (await Promise.all(starts.map(outcome))).filter((answer) => answer === '429 too-many').length,
    ).toBeGreaterThan(0);
    expect(await signIn(phone.sign(asked))).toBe('429 too-many');
  });

  it('says that the store is away, and not that the passkey is wrong', async () => {
    world.records.take = () => Promise.reject(new UnavailableError(new Error('away')));
    expect(await signIn(phone.sign(asked))).toBe('503 unavailable');
  });

  it('signs nobody in without an entry in the audit', async () => {
    world.records.add = () => Promise.reject(new UnavailableError(new Error('disk full')));
    const reply = await world.post('/sign-in/passkey', { signed: phone.sign(asked) });
    expect(reply.headers.get('set-cookie')).toBeNull();
    expect(await outcome(reply)).toBe('503 unavailable');
  });

  it('tells neither log nor audit what was asked or shown', async () => {
    const signed = phone.sign(asked);
    await signIn(signed);
    await signIn(signed);
    await signIn(phone.sign(asked, { origin: 'https://evil.example' }));
    const told = [...world.logged, JSON.stringify(await world.audited())].join();
    expect(told).toContain(sam.worker.id);
    for (const hidden of [asked.challenge, phone.id, signed.response.signature, 'evil.example', 'sam@example.org'])
      expect(told).not.toContain(hidden);
  });
});

describe('removing', () => {
  it('is for one’s own', async () => {
    const id = await added();
    const kim = await world.signIn('Kim');
    expect(await outcome(await kim.post(`/passkeys/${id}/remove`))).toBe('404 unknown');
    expect(await json(await kim.get('/passkeys'))).toEqual({ passkeys: [] });
    expect(await signIn(phone.sign(await ask()))).toBe('200 ok');
  });

  it('is done by an admin for somebody who lost the device, and for nobody else', async () => {
    await added();
    await added(authenticator(ORIGIN, HOST));
    const [ada, kim] = [await world.signIn('Ada', 'admin'), await world.signIn('Kim')];
    await added(authenticator(ORIGIN, HOST), kim);
    const counts = async () => {
      const { accounts } = await json<{ accounts: { passkeys: number }[] }>(await ada.get('/accounts'));
      return accounts.map(({ passkeys }) => passkeys);
    };
    expect(await counts()).toEqual([0, 1, 2]);
    expect(await outcome(await ada.post(`/accounts/${sam.worker.id}/passkeys/remove`))).toBe('200 ok');
    expect(await counts()).toEqual([0, 1, 0]);
    expect((await acts()).at(-1)).toBe('Ada remove-passkey');
    expect(await outcome(await ada.post('/accounts/nobody/passkeys/remove'))).toBe('404 unknown');
    expect(await outcome(await world.post('/sign-in', { email: 'sam@example.org', password: PASSWORD }))).toBe(
      '200 ok',
    );
  });
});

describe('where no public address is set', () => {
  it('is for the host that was asked, and no other website can make it another', async () => {
    await world.close();
    world = await openWorld([], Date.now(), world.records, null);
    const { origin } = world;
    const headers = { cookie: (await world.signIn('Sam')).cookie, origin };
    const own = authenticator(origin, 'localhost');
    const asked = await json<Question>(await world.post('/passkeys/start', { password: PASSWORD }, headers));
    expect(asked).toMatchObject({ rp: { id: 'localhost' } });
    expect(await outcome(await world.post('/passkeys', { name: 'Phone', made: own.make(asked) }, headers))).toBe(
      '200 ok',
    );
    const next = await json<Question>(await world.post('/sign-in/passkey/start', {}, { origin }));
    const evil = own.sign(next, { origin: 'http://evil.example', host: 'evil.example' });
    const from = await world.post('/sign-in/passkey', { signed: evil }, { origin: 'http://evil.example' });
    expect(await outcome(from)).toBe('403 origin');
    expect(await outcome(await world.post('/sign-in/passkey', { signed: evil }, { origin }))).toBe('401 passkey');
    const right = own.sign(await json<Question>(await world.post('/sign-in/passkey/start', {}, { origin })));
    expect(await outcome(await world.post('/sign-in/passkey', { signed: right }, { origin }))).toBe('200 ok');
  });
});
