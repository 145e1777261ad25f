import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Posted, Sent } from '../../../adapters/contract';
import { openWhatsApp } from '../../../adapters/whatsapp';
import { account, settings, silent, startWhatsApp, words } from './world';

const posted = (text: string, more: Partial<Posted> = {}): Posted => ({
  row: 'c1|4',
  conversation: 'c1',
  address: { provider: 'meta', person: '447700900001', ours: account.phoneNumberId },
  activity: { type: 'message', text },
  attempts: 0,
  ...more,
});

interface Asked {
  path: string;
  authorization: string;
  body: Record<string, unknown>;
}

/** An API that says what it is told to, and keeps what it was asked. */
async function answering(status: number, body: unknown, work: (apiUrl: string, asked: Asked[]) => Promise<void>) {
  const asked: Asked[] = [];
  const server = createServer(async (req, res) => {
    const chunks = await req.toArray();
    const given = Buffer.concat(chunks).toString();
    asked.push({ path: req.url ?? '', authorization: req.headers.authorization ?? '', body: JSON.parse(given) });
    res.writeHead(status, { 'Content-Type': 'application/json', Location: 'http://127.0.0.1:9/' });
    res.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v26.0`, asked);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
const carrier = (apiUrl: string) => openWhatsApp({ ...settings, apiUrl }, { log: silent }, words).carrier;
const taken = { messaging_product: 'whatsapp', contacts: [], messages: [{ id: 'wamid.1' }] };

test('a message is posted as the Cloud API wants it', async () => {
  await answering(200, taken, async (apiUrl, asked) => {
    const sent = await carrier(apiUrl).send(posted('Hello.'));
    expect(sent).toEqual({ ok: true, providerId: 'wamid.1' });
    expect(asked).toEqual([
      {
        path: `/v26.0/${account.phoneNumberId}/messages`,
        authorization: 'Bearer a-token-of-meta',
        body: {
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          to: '447700900001',
          biz_opaque_callback_data: 'c1|4',
          type: 'text',
          text: { body: 'Hello.', preview_url: false },
        },
      },
    ]);
  });
});

test('whoever has not told their number is reached by their user id', async () => {
  await answering(200, taken, async (apiUrl, asked) => {
    const address = { provider: 'meta', person: 'GB.13491208655302741918', ours: account.phoneNumberId };
    await carrier(apiUrl).send(posted('Hello.', { address }));
    expect(asked[0]?.body).toMatchObject({ recipient: 'GB.13491208655302741918' });
    expect(asked[0]?.body).not.toHaveProperty('to');
  });
});

test('the knock is the template, without a word of what it is about', async () => {
  await answering(200, taken, async (apiUrl, asked) => {
    await carrier(apiUrl).knock?.(posted('', { activity: { type: 'event', name: 'natter/knock' } }));
    expect(asked[0]?.body).toMatchObject({
      type: 'template',
      template: { name: 'natter_reply', language: { code: 'en_GB' } },
      biz_opaque_callback_data: 'c1|4',
    });
  });
});

const no = (code: string, retry: boolean, pauseMs?: number) =>
  ({ ok: false, retry, code, ...(pauseMs !== undefined && { pauseMs }) }) as Sent;

test.each([
  [190, 401, no('settings', true)],
  [4, 400, no('rate', true)],
  [80007, 400, no('rate', true)],
  [130429, 429, no('rate', true)],
  [131026, 400, no('unreachable', false)],
  [131047, 400, no('window-closed', false)],
  [131000, 500, no('passing', true)],
  [131016, 500, no('passing', true)],
  [131008, 400, no('refused', false)],
  [131009, 400, no('refused', false)],
  [132000, 400, no('template', false)],
  [132001, 404, no('template', false)],
  [132012, 400, no('template', false)],
  [132015, 400, no('template', false)],
  [131062, 400, no('bad-address', false)],
  [999999, 400, no('refused', false)],
  [999999, 500, no('passing', true)],
])('error %i of the API', async (code, status, expected) => {
  const error = { message: 'in words that may change', type: 'OAuthException', code, fbtrace_id: 'x' };
  await answering(status, { error }, async (apiUrl) => {
    expect(await carrier(apiUrl).send(posted('Hello.'))).toEqual(expected);
  });
});

test.each([
  [0, 1_000],
  [1, 4_000],
  [3, 64_000],
  [9, 1_024_000],
])('one person at a time: after %i tries it waits %i ms', async (attempts, pauseMs) => {
  await answering(400, { error: { code: 131056 } }, async (apiUrl) => {
    expect(await carrier(apiUrl).send(posted('Hello.', { attempts }))).toEqual(no('rate', true, pauseMs));
  });
});

test.each([
  [502, '<html>Bad gateway</html>', no('passing', true)],
  [429, '', no('rate', true)],
  [403, '{}', no('settings', true)],
  [400, 'null', no('refused', false)],
])('an answer %i without a code', async (status, body, expected) => {
  await answering(status, body, async (apiUrl) => {
    expect(await carrier(apiUrl).send(posted('Hello.'))).toEqual(expected);
  });
});

test('a redirect is not followed: it would take the token along', async () => {
  await answering(307, taken, async (apiUrl, asked) => {
    await expect(carrier(apiUrl).send(posted('Hello.'))).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });
});

test('no answer at all is thrown, and so tried again', async () => {
  await expect(carrier('http://127.0.0.1:9').send(posted('Hello.'))).rejects.toThrow();
});

describe('ticks and dots', () => {
  test('are shown for what was taken in, once', async () => {
    const world = await startWhatsApp();
    await world.meta.write('+447700900001', 'hello', 'wamid.A');
    await world.meta.write('+447700900001', 'hello', 'wamid.A');
    for (let tries = 0; world.meta.signs === 0 && tries < 500; tries += 1)
      await new Promise((done) => setTimeout(done, 10));
    expect(world.meta.signs).toBe(1);
    await world.close();
  });

  test('nobody minds when they fail', async () => {
    const world = await startWhatsApp();
    await world.meta.close();
    world.meta.natter(world.url);
    expect((await world.post(JSON.stringify(hook))).status).toBe(200);
    expect(world.to.arrivals).toHaveLength(1);
    await world.close();
  });
});

const hook = {
  object: 'whatsapp_business_account',
  entry: [
    {
      changes: [
        {
          field: 'messages',
          value: {
            metadata: { phone_number_id: account.phoneNumberId },
            messages: [{ from: '447700900001', id: 'wamid.B', type: 'text', text: { body: 'hello' } }],
          },
        },
      ],
    },
  ],
};
