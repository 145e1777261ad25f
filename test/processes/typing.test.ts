import { DirectLine } from 'botframework-directlinejs';
import { keyOf, PING, recordsKey } from '../../store/redis/keys';
import { say, transcript, type Visitor } from '../../tools/faults/direct-line';
import { pause } from '../store/contract/given';
import { type Company, deskAt, eventually, startCompany, waitingPerson, workers } from './natters';

Object.assign(globalThis, { XMLHttpRequest: require('xhr2') });
jest.setTimeout(300_000);

/** Longer than what comes sooner is dropped. */
const BETWEEN_MS = 2_100;
/** Longer than a poll is told that somebody was writing. */
const POLLED_MS = 3_100;

/** Two whole Natters on one Redis: the person is at the first, the workers are at the second. */
let company: Company;
let [first, second] = ['', ''];
let visitor: Visitor;
let kim: ReturnType<typeof deskAt>;
let sam: ReturnType<typeof deskAt>;
const clients: DirectLine[] = [];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  company = await startCompany(2);
  [first = '', second = ''] = company.servers.map(({ url }) => url);
  visitor = await waitingPerson(first);
  [kim, sam] = (await workers(company, ['Kim', 'Sam'])).map(({ cookie }) => deskAt(second, cookie)) as [
    typeof kim,
    typeof sam,
  ];
});
afterAll(async () => {
  for (const client of clients) client.end();
  jest.restoreAllMocks();
  await company?.stop();
});

/** The unmodified client of the protocol, at the first process. `writing`: of whom it passes on that they are. */
async function connect(webSocket: boolean) {
  const { conversation: conversationId, token } = visitor;
  const client = new DirectLine({
    domain: `${first}/v3/directline`,
    ...{ conversationId, token, webSocket, pollingInterval: 500, watermark: '0' },
  });
  clients.push(client);
  const writing: string[] = [];
  const heard: string[] = [];
  client.activity$.subscribe(
    ({ type, from, ...rest }) => {
      if (type === 'typing') writing.push(`${from.id} ${from.name}`);
      if (type === 'message') heard.push((rest as { text?: string }).text ?? '');
    },
    () => undefined,
  );
  await eventually(async () => heard.length > 0, 'The client hears nothing.');
  const types = () =>
    new Promise<string>((done, failed) =>
      client.postActivity({ type: 'typing', from: { id: 'me' } }).subscribe(done, failed),
    );
  return { writing, types };
}

/** Everything that Redis has of them and of the audit, and the names of all other keys. */
async function kept() {
  const { command } = company.redis;
  const names = ((await command('KEYS', 'natter:*')) as string[]).filter((key) => key !== PING).sort();
  const theirs = names.filter((key) =>
    [keyOf(visitor.conversation), recordsKey('audit')].some((of) => key.startsWith(of)),
  );
  const dumps = await Promise.all(theirs.map(async (key) => [key, String(await command('DUMP', key))]));
  return { names, dumps };
}

const typing = () => `/conversations/${visitor.conversation}/typing`;
const hints = (seen: string[]) => seen.join('').split('event: typing\n').length - 1;

test('a person who writes at one process is seen at another, by the worker who has them and nobody else', async () => {
  const [kims, sams] = [await kim.events(), await sam.events()];
  const { types } = await connect(true);
  await types();
  await pause(BETWEEN_MS);
  expect(hints(kims.seen)).toBe(0);
  expect((await kim.post(`/conversations/${visitor.conversation}/claim`, {})).status).toBe(200);
  await types();
  await eventually(async () => hints(kims.seen) === 1, 'The worker is not told that they are writing.');
  expect(kims.seen.join('')).toContain(`event: typing\ndata: {"id":"${visitor.conversation}"}\n\n`);
  expect(hints(sams.seen)).toBe(0);
});

test.each([
  ['socket', true],
  ['polling', false],
])(
  'a worker who writes at one process is seen at another, by %s, by the client that everybody uses',
  async (_, socket) => {
    // Whoever polls is told of what was before for so long.
    await pause(POLLED_MS);
    const { writing } = await connect(socket);
    expect((await sam.post(typing(), {})).status).toBe(409);
    await pause(BETWEEN_MS);
    expect(writing).toEqual([]);
    expect(await kim.post(typing(), {})).toMatchObject({ status: 200, body: { ok: true } });
    await eventually(async () => writing.length > 0, 'The client is not told that the worker is writing.');
    expect(new Set(writing)).toEqual(new Set(['worker Kim']));
  },
);

test('nothing of it is anywhere: not in Redis, not in the transcript, not in the audit', async () => {
  const { writing, types } = await connect(true);
  const kims = await kim.events();
  // Whatever else is still on its way is done by then.
  await pause(POLLED_MS);
  const before = await kept();
  expect(before.dumps.some(([key]) => key?.startsWith(recordsKey('audit')))).toBe(true);
  expect(before.dumps.length).toBeGreaterThan(3);
  const said = await transcript(first, visitor);
  for (let times = 1; times <= 3; times += 1) {
    await pause(BETWEEN_MS);
    await types();
    await kim.post(typing(), {});
    await eventually(async () => hints(kims.seen) === times && writing.length === times, 'A hint is missing.');
  }
  expect(await kept()).toEqual(before);
  await pause(POLLED_MS);
  expect(await transcript(second, visitor)).toEqual(said);
});

test('a hundred hints at once are one, and the next message goes through all the same', async () => {
  const { types } = await connect(true);
  const kims = await kim.events();
  await pause(BETWEEN_MS);
  await Promise.all(Array.from({ length: 100 }, types));
  expect(await say(first, visitor, 'here it is', 'after-hints')).toBe(true);
  await eventually(async () => kims.seen.join('').includes('event: changed'), 'The message does not arrive.');
  expect(hints(kims.seen)).toBe(1);
});
