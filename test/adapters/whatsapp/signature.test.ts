import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutated, seeded } from '../seeded';
import { settings, startWhatsApp } from './world';

const BODY = readFileSync(join(__dirname, 'payloads', 'text.json'));
const BLOCK = 64;

/** HMAC-SHA256 as RFC 2104 writes it, so that not the same code makes and checks it. */
function hmac(secret: string, bytes: Buffer): string {
  const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const key = Buffer.alloc(BLOCK);
  Buffer.from(secret).copy(key);
  const padded = (pad: number) => key.map((byte) => byte ^ pad) as Buffer;
  return sha(padded(0x5c), sha(padded(0x36), bytes)).toString('hex');
}
const signature = (bytes: Buffer, secret = settings.appSecret) => `sha256=${hmac(secret, bytes)}`;

let world: Awaited<ReturnType<typeof startWhatsApp>>;
beforeAll(async () => {
  world = await startWhatsApp();
});
afterAll(() => world.close());
beforeEach(() => {
  world.to.arrivals.length = 0;
});

async function post(body: Buffer, header: string | null, type = 'application/json'): Promise<number> {
  const headers = { 'Content-Type': type, ...(header === null ? {} : { 'X-Hub-Signature-256': header }) };
  const answer = await fetch(`${world.url}/channels/whatsapp`, { method: 'POST', headers, body: new Uint8Array(body) });
  await answer.arrayBuffer();
  return answer.status;
}

test('a signature made by other code is known', async () => {
  expect(await post(BODY, signature(BODY))).toBe(200);
  expect(world.to.arrivals).toHaveLength(1);
});

test('it is made over the bytes as they came: other spaces, and signs as escapes, are other bytes', async () => {
  for (const body of [
    '{ "entry" : [ ] }',
    '{"entry":[],"note":"é \\u00e9 \u{1F44D} \\ud83d\\udc4d"}',
    '{"entry":[]}\n',
  ])
    expect(await post(Buffer.from(body), signature(Buffer.from(body)))).toBe(200);
  expect(await post(Buffer.from('{"entry": []}'), signature(Buffer.from('{"entry":[]}')))).toBe(403);
});

test.each([
  ['none', null],
  ['empty', ''],
  ['of another secret', signature(BODY, 'another-secret')],
  ['of another body', signature(Buffer.from('{}'))],
  ['without its kind', hmac(settings.appSecret, BODY)],
  ['of an older kind', `sha1=${hmac(settings.appSecret, BODY).slice(0, 40)}`],
  ['too short', signature(BODY).slice(0, -2)],
  ['too long', `${signature(BODY)}00`],
  ['not hex', `sha256=${'z'.repeat(64)}`],
  ['twice', `${signature(BODY)}, ${signature(BODY)}`],
])('a signature that is %s is refused with 403, and logged without the body', async (_, header) => {
  expect(await post(BODY, header)).toBe(403);
  expect(world.to.arrivals).toEqual([]);
  expect(world.logged()).toContain('/channels/whatsapp');
  expect(world.logged()).not.toMatch(/rent|447700900001|sha256/);
});

test('1,000 mutated requests: none is accepted', async () => {
  const random = seeded(20261122);
  const right = Buffer.from(hmac(settings.appSecret, BODY), 'hex');
  const statuses = new Map<number, number>();
  for (let n = 0; n < 1000; n += 1) {
    const ofBody = random() < 0.5;
    const body = ofBody ? mutated(BODY, random) : BODY;
    const mark = ofBody ? right : mutated(right, random);
    const status = await post(body, `sha256=${mark.toString('hex')}`);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  // 400: it could not even be parsed.
  expect([...statuses.keys()].filter((status) => status !== 403 && status !== 400)).toEqual([]);
  expect(statuses.get(403)).toBeGreaterThan(400);
  expect(world.to.arrivals).toEqual([]);
});

test('from another content type, from too much and from nothing at all nobody is heard', async () => {
  expect(await post(BODY, signature(BODY), 'text/plain')).toBe(403);
  expect(await post(Buffer.alloc(0), signature(BODY))).toBe(403);
  expect(await post(Buffer.alloc(0), signature(Buffer.alloc(0)))).toBe(200);
  const big = Buffer.from(JSON.stringify({ entry: 'x'.repeat(2_000_000) }));
  expect(await post(big, signature(big))).toBe(413);
  expect(world.to.arrivals).toEqual([]);
});

describe('the question whether the webhook is ours', () => {
  const ask = async (query: string) => {
    const answer = await fetch(`${world.url}/channels/whatsapp?${query}`);
    return [answer.status, answer.headers.get('content-type'), await answer.text()];
  };
  const token = `hub.verify_token=${settings.verifyToken}`;

  test('is answered with the challenge as it is', async () => {
    expect(await ask(`hub.mode=subscribe&${token}&hub.challenge=1158201444`)).toEqual([
      200,
      'text/plain',
      '1158201444',
    ]);
  });

  test.each([
    `hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1`,
    `hub.mode=subscribe&hub.challenge=1`,
    `hub.mode=unsubscribe&${token}&hub.challenge=1`,
    `${token}&hub.challenge=1`,
    '',
  ])('is refused for %s', async (query) => {
    expect((await ask(query))[0]).toBe(403);
  });
});
