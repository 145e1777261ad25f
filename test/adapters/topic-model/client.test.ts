import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTopicModel } from '../../../adapters/topic-model/client';

interface Asked {
  authorization: string | undefined;
  body: { text: string; topics: string[] };
}

/** A model of the operator's own, behind HTTP; `reply` is what it gives. */
async function serving(reply: { status?: number; body: string; headers?: Record<string, string> }) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    asked.push({ authorization: request.headers.authorization, body: JSON.parse(text) });
    response.writeHead(reply.status ?? 200, reply.headers);
    response.end(reply.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((done) => server.close(done));
  return { url: `http://127.0.0.1:${port}/`, asked, close };
}

/** What is told, and a clock that is passed by hand. */
function watching() {
  const told: string[] = [];
  let time = 0;
  // However busy the machine is, only who never answers is too late.
  const watch = { tell: (what: string) => void told.push(what), now: () => time, patience: 60_000 };
  const pass = (ms: number) => {
    time += ms;
  };
  return { told, watch, pass };
}

test('the text and the topics are sent with the key, and the scores of known topics come back', async () => {
  const model = await serving({ body: '{"topics":[{"id":"money","score":0.8},{"id":"gossip","score":1}]}' });
  const ask = createTopicModel({ url: model.url, key: 'secret' }, watching().watch);
  expect(await ask('no money till friday')).toEqual({ money: 0.8 });
  expect(model.asked).toEqual([
    {
      authorization: 'Bearer secret',
      body: { text: 'no money till friday', topics: expect.arrayContaining(['money']) },
    },
  ]);
  await model.close();
});

test.each([
  ['an error', { status: 500, body: 'no' }, 'status 500'],
  ['nonsense', { body: 'no money till friday' }, 'SyntaxError'],
  ['something else', { body: '{"topics":"money"}' }, 'ZodError'],
  ['far too much', { body: `{"topics":[${'1,'.repeat(40_000)}1]}` }, 'too long'],
  ['the way to somewhere else', { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }, 'TypeError'],
])('%s is no answer, and is told without the words', async (_, reply, problem) => {
  const model = await serving(reply);
  const { told, watch } = watching();
  const ask = createTopicModel({ url: model.url, key: null }, watch);
  expect(await ask('no money till friday')).toBeNull();
  expect(told).toEqual([problem]);
  await model.close();
});

test('only topics that nobody knows are no answer, and nothing is wrong', async () => {
  const model = await serving({ body: '{"topics":[{"id":"gossip","score":1}]}' });
  const { told, watch } = watching();
  expect(await createTopicModel({ url: model.url, key: null }, watch)('no money till friday')).toBeNull();
  expect(told).toEqual([]);
  await model.close();
});

test('a model that is away is no answer; it is left alone for a minute, and then asked again', async () => {
  const { told, watch, pass } = watching();
  const ask = createTopicModel({ url: 'http://127.0.0.1:1/', key: null }, watch);
  expect(await ask('hello you there')).toBeNull();
  expect(await ask('hello you there')).toBeNull();
  expect(told).toEqual(['TypeError']);
  pass(61_000);
  expect(await ask('hello you there')).toBeNull();
  expect(told).toEqual(['TypeError', 'TypeError']);
});

test('a model that never answers keeps nobody waiting', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const { told, watch } = watching();
  const { port } = silent.address() as AddressInfo;
  expect(
    await createTopicModel(
      { url: `http://127.0.0.1:${port}/`, key: null },
      { ...watch, patience: 100 },
    )('hello you there'),
  ).toBeNull();
  expect(told).toEqual(['TimeoutError']);
  silent.closeAllConnections();
  await new Promise((done) => silent.close(done));
});
