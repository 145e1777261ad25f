import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { seeded } from '../seeded';
import { startBotFramework } from './server';

/** Requests as Azure Bot Service signs them: a token for this bot, by a key that it publishes. */

const APP = '11111111-2222-4333-8444-555555555555';
const ISSUER = 'https://api.botframework.com';
const SERVICE = 'https://smba.example/uk/';
const BODY = JSON.stringify({
  type: 'message',
  id: 'm1',
  text: 'my rent is late',
  channelId: 'msteams',
  serviceUrl: SERVICE,
  from: { id: 'user-1' },
  recipient: { id: 'bot-1' },
  conversation: { id: 'c1', conversationType: 'personal' },
});

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let keys: Keys;
let others: Keys;
let microsoft: ReturnType<typeof createServer>;
let world: Awaited<ReturnType<typeof startBotFramework>>;
const printed: unknown[][] = [];

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true });
  others = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'key-1', use: 'sig', endorsements: ['msteams'] };
  microsoft = createServer((req, res) => {
    const jwks_uri = `http://127.0.0.1:${(microsoft.address() as AddressInfo).port}/keys`;
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(req.url === '/keys' ? { keys: [jwk] } : { issuer: ISSUER, jwks_uri }));
  });
  await new Promise<void>((done) => microsoft.listen(0, '127.0.0.1', done));
  for (const print of ['log', 'warn', 'error'] as const)
    jest.spyOn(console, print).mockImplementation((...line) => void printed.push(line));
  world = await start((microsoft.address() as AddressInfo).port);
});

afterAll(async () => {
  jest.restoreAllMocks();
  await world.close();
  await new Promise((done) => microsoft.close(done));
});

beforeEach(() => {
  world.to.arrivals.length = 0;
  world.to.broken = false;
});

const start = (port: number) =>
  startBotFramework({
    appId: APP,
    appPassword: 'a password',
    endpoints: {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: 'https://token.botframework.com/',
      ToBotFromChannelOpenIdMetadataUrl: `http://127.0.0.1:${port}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `http://127.0.0.1:${port}/emulator`,
      CallerId: 'urn:botframework:azure',
    },
  });

interface Token {
  claims?: Record<string, unknown>;
  by?: CryptoKey;
  kid?: string;
  audience?: string;
  issuer?: string;
  expires?: string;
}

function sign({ claims = {}, by = keys.privateKey as CryptoKey, ...rest }: Token = {}): Promise<string> {
  return new SignJWT({ serviceurl: SERVICE, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: rest.kid ?? 'key-1', typ: 'JWT' })
    .setIssuer(rest.issuer ?? ISSUER)
    .setAudience(rest.audience ?? APP)
    .setIssuedAt()
    .setNotBefore('-1m')
    .setExpirationTime(rest.expires ?? '1h')
    .sign(by);
}

const post = (token: string | null, body = BODY) =>
  world.post(body, token === null ? {} : { authorization: `Bearer ${token}` });

test('a request with the right token is taken in', async () => {
  expect((await post(await sign())).status).toBe(200);
  expect(world.to.arrivals.map(({ activity }) => activity.text)).toEqual(['my rent is late']);
  expect(world.to.arrivals[0]?.address?.detail).toMatchObject({ serviceUrl: SERVICE });
});

const wrong: Record<string, () => Promise<string | null>> = {
  'no token': async () => null,
  'no token at all in the header': async () => '',
  'one that is no token': async () => 'let.me.in',
  'one signed by somebody else': () => sign({ by: others.privateKey as CryptoKey }),
  'one with a key nobody published': () => sign({ by: others.privateKey as CryptoKey, kid: 'key-2' }),
  'one for another bot': () => sign({ audience: 'another' }),
  'one from elsewhere': () => sign({ issuer: 'https://evil.example' }),
  'one that has run out': () => sign({ expires: '-1h' }),
  'one for another channel address': () => sign({ claims: { serviceurl: 'https://evil.example/' } }),
  'one that names no address': () => sign({ claims: { serviceurl: undefined } }),
  'one without a signature': async () => {
    const [, payload] = (await sign()).split('.');
    return `${Buffer.from('{"alg":"none","kid":"key-1"}').toString('base64url')}.${payload}.`;
  },
};

test.each(Object.keys(wrong))('%s is refused', async (name) => {
  const answer = await post((await wrong[name]?.()) ?? null);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({
    error: { code: 'Unauthorized', message: 'Send the token that Bot Framework gave this channel.' },
  });
  expect(world.to.arrivals).toEqual([]);
});

test.each([
  ['a channel that its key does not speak for', { channelId: 'telegram' }],
  ['an address that the token does not name', { serviceUrl: 'https://evil.example/' }],
  ['a channel that is checked another way', { channelId: 'AseChannel' }],
])('the right token for %s is refused', async (_what, changes) => {
  const body = JSON.stringify({ ...(JSON.parse(BODY) as object), ...changes });
  expect((await post(await sign(), body)).status).toBe(401);
  expect(world.to.arrivals).toEqual([]);
});

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** One letter another, one missing, one more, or two changed about. */
function mutate(token: string, random: () => number): string {
  // The last letter of a part holds bits that count for nothing, so a change there may be none.
  const at = Math.floor(random() * (token.length - 3));
  const letter = LETTERS[Math.floor(random() * LETTERS.length)] ?? 'x';
  const ways = [
    token.slice(0, at) + letter + token.slice(at + 1),
    token.slice(0, at) + token.slice(at + 1),
    token.slice(0, at) + letter + token.slice(at),
    token.slice(0, at) + token.slice(at + 1, at + 2) + token.slice(at, at + 1) + token.slice(at + 2),
  ];
  return ways[Math.floor(random() * ways.length)] ?? '';
}

test('of 1,000 tokens with something changed, none is accepted', async () => {
  const random = seeded(20261122);
  const token = await sign();
  const bytes = (text: string) => text.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'));
  let tried = 0;
  while (tried < 1000) {
    const changed = mutate(token, random);
    if (bytes(changed).join() === bytes(token).join()) continue;
    tried += 1;
    const answer = await post(changed);
    await answer.arrayBuffer();
    if (answer.status !== 401) throw new Error(`${answer.status} for ${changed}`);
  }
  expect(world.to.arrivals).toEqual([]);
}, 120_000);

test('when the keys cannot be had, the channel is told to try again', async () => {
  const cut = await start(9);
  const answer = await cut.post(BODY, { authorization: `Bearer ${await sign()}` });
  await cut.close();
  expect(answer.status).toBe(503);
});

test('what fails in a turn is told to nobody, and nothing of a request is printed or logged', async () => {
  world.to.broken = true;
  const answer = await post(await sign());
  expect(answer.status).toBe(503);
  expect(await answer.text()).not.toContain('secret');
  const told = JSON.stringify(printed) + world.logged();
  for (const secret of ['rent', 'user-1', 'eyJ', 'evil', 'secret', 'a password']) expect(told).not.toContain(secret);
});
