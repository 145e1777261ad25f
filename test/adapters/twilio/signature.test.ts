import { createHmac } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio';
import { seeded } from '../seeded';
import { PUBLIC_URL, pathOf, settings, startServer, type Values } from './server';

const SEED = 20261122;
const MUTATIONS = 1_000;

const form: Values = {
  AccountSid: settings.accountSid,
  MessageSid: 'SM00000000000000000000000000000001',
  From: '+447700900123',
  To: '+447700900000',
  Body: "It's £20 & nobody can help?",
  NumMedia: '0',
};
const status: Values = { MessageSid: 'SM1', MessageStatus: 'delivered', From: '+447700900000', To: '+447700900123' };
const ROW = 'row=abc%7C12';

const sign = (path: string, values: Values, token = settings.authToken) =>
  getExpectedTwilioSignature(token, PUBLIC_URL + path, values);
const encoded = (values: Values) => new URLSearchParams(values).toString();

let natter: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  natter = await startServer();
});
afterAll(() => natter.close());

test("a signature made by hand, as Twilio's documents say, is taken", async () => {
  const path = pathOf({ route: 'messages' });
  const text = Object.keys(form)
    .sort()
    .reduce((whole, name) => whole + name + form[name], PUBLIC_URL + path);
  const signature = createHmac('sha1', settings.authToken).update(text, 'utf8').digest('base64');
  const { status } = await natter.post(path, encoded({ ...form, MessageSid: 'SMbyhand' }), {
    'X-Twilio-Signature': signature,
  });
  expect(status).toBe(403);
  expect((await natter.post(path, encoded(form), { 'X-Twilio-Signature': signature })).status).toBe(200);
});

test.each<[string, Values]>([
  ['none', {}],
  ['an empty one', { 'X-Twilio-Signature': '' }],
  ['one with another token', { 'X-Twilio-Signature': sign(pathOf({ route: 'messages' }), form, 'another') }],
  [
    'one for the address as the request has it',
    {
      'X-Twilio-Signature': getExpectedTwilioSignature(
        settings.authToken,
        `http://127.0.0.1${pathOf({ route: 'messages' })}`,
        form,
      ),
      'X-Forwarded-Host': '127.0.0.1',
      'X-Forwarded-Proto': 'http',
    },
  ],
  [
    'one for http',
    {
      'X-Twilio-Signature': getExpectedTwilioSignature(
        settings.authToken,
        `${PUBLIC_URL.replace('https', 'http')}${pathOf({ route: 'messages' })}`,
        form,
      ),
    },
  ],
])('a request with no right signature is refused, and its words are in no log: %s', async (_what, headers) => {
  const before = natter.to.arrivals.length;
  const answer = await natter.post(pathOf({ route: 'messages' }), encoded(form), headers);
  expect(answer.status).toBe(403);
  expect(JSON.parse(answer.text)).toEqual({ error: { code: 'Signature', message: expect.any(String) } });
  expect(natter.to.arrivals).toHaveLength(before);
  expect(natter.logged()).toContain('without a right signature');
  expect(natter.logged()).not.toMatch(/nobody|447700900123/);
});

test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])(
  'a body that is no form is refused: %s',
  async (type) => {
    const answer = await natter.post(pathOf({ route: 'messages' }), encoded(form), {
      'Content-Type': type,
      'X-Twilio-Signature': sign(pathOf({ route: 'messages' }), form),
    });
    expect([400, 403]).toContain(answer.status);
  },
);

test('a value that comes twice is only taken when Twilio signed both', async () => {
  const path = pathOf({ route: 'messages' });
  const headers = { 'X-Twilio-Signature': sign(path, form) };
  const body = encoded(form);
  for (const more of ['From=%2B447700900999', '__proto__=1', 'From=%2B447700900123&Body=other']) {
    expect((await natter.post(path, `${more}&${body}`, headers)).status).toBe(403);
    expect((await natter.post(path, `${body}&${more}`, headers)).status).toBe(403);
  }
});

test(`none of ${MUTATIONS} changed requests is accepted (seed ${SEED})`, async () => {
  const random = seeded(SEED);
  const before = natter.to.arrivals.length + natter.to.deliveries.length;
  const accepted: string[] = [];
  for (let n = 0; n < MUTATIONS; n += 1) {
    const request =
      random() < 0.5 ? { route: 'messages', values: form } : { route: 'status', query: ROW, values: status };
    const changed = mutate(request, random);
    const answer = await natter.post(changed.path, changed.body, { 'X-Twilio-Signature': changed.signature });
    if (answer.status === 200) accepted.push(`${changed.path} ${changed.body}`);
    expect([403, 404, 405, 400, 413]).toContain(answer.status);
  }
  expect(accepted).toEqual([]);
  expect(natter.to.arrivals.length + natter.to.deliveries.length).toBe(before);
});

/** A signed request with one thing changed after it was signed. */
function mutate(
  { route, query, values }: { route: string; query?: string; values: Values },
  random: () => number,
): { path: string; body: string; signature: string } {
  const path = pathOf({ route, query });
  const signature = sign(path, values);
  const names = Object.keys(values);
  const name = pick(names, random);
  const value = values[name] ?? '';
  switch (pick(['value', 'name', 'less', 'more', 'signature', 'query', 'swap'], random)) {
    case 'value':
      return { path, body: encoded({ ...values, [name]: altered(value, random) }), signature };
    case 'name': {
      const { [name]: _gone, ...rest } = values;
      return { path, body: encoded({ ...rest, [altered(name, random)]: value }), signature };
    }
    case 'less': {
      const { [name]: _gone, ...rest } = values;
      return { path, body: encoded(rest), signature };
    }
    case 'more':
      return { path, body: encoded({ ...values, [`Extra${Math.floor(random() * 1e6)}`]: '1' }), signature };
    case 'signature':
      return { path, body: encoded(values), signature: altered(signature, random) };
    case 'query':
      return {
        path: pathOf({ route, query: `${query ?? 'row=x'}${Math.floor(random() * 1e6)}` }),
        body: encoded(values),
        signature,
      };
    default: {
      const other = pick(
        names.filter((each) => values[each] !== value),
        random,
      );
      return { path, body: encoded({ ...values, [name]: values[other] ?? '', [other]: value }), signature };
    }
  }
}

/** The text with one printable sign put in, taken out or exchanged; never the same. */
function altered(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const sign = String.fromCharCode(33 + Math.floor(random() * 90));
  const changed = pick(
    [
      text.slice(0, at) + sign + text.slice(at),
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + sign + text.slice(at + 1),
    ],
    random,
  );
  return changed === text ? `${text}${sign}` : changed;
}

const pick = <T>(list: T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;
