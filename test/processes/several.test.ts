import { createClient } from 'redis';
import type { DeskView } from '../../handoff/types';
import { turnKey } from '../../store/redis/keys';
import { arrive, say } from '../../tools/faults/direct-line';
import { count, pause } from '../store/contract/given';
import {
  type Company,
  deskAt,
  eventually,
  lines,
  listen,
  newcomer,
  signIn,
  startCompany,
  waitingPerson,
  workers,
} from './natters';

jest.setTimeout(900_000);

/** Three whole Natters, a, b and c, each in a process of its own, and one Redis. Any of them can take any request. */
let company: Company;
let [a, b, c] = ['', '', ''];
beforeAll(async () => {
  company = await startCompany(3);
  [a = '', b = '', c = ''] = company.servers.map(({ url }) => url);
});
afterAll(() => company?.stop());

const wordsOf = (all: { from: string; text: string }[]) =>
  all.flatMap(({ from, text }) => (from === 'person' ? [text] : []));

test('two messages of somebody new, 5 ms apart, to two processes: one conversation, both of them, in order', async () => {
  const watcher = createClient({ url: company.redis.url });
  await watcher.connect();
  for (const n of count(20)) {
    const visitor = await newcomer(a);
    const first = say(a, visitor, `first ${n}`, 'first');
    await pause(5);
    // Should the first still be on its way, on a busy machine, then it would be the second.
    await eventually(
      async () => (await watcher.exists(turnKey(visitor.conversation))) === 1,
      'the first does not arrive',
    );
    const second = say(b, visitor, `second ${n}`, 'second');
    expect(await Promise.all([first, second])).toEqual([true, true]);
    await eventually(async () => wordsOf(await lines(c, visitor)).length === 2, 'both are not there');
    expect(wordsOf(await lines(c, visitor))).toEqual([`first ${n}`, `second ${n}`]);
  }
  watcher.destroy();
});

test('50 messages at once to one conversation, by two processes: 50 in the transcript, each once, each answered', async () => {
  const visitor = await arrive(a);
  const said = count(50).map((n) => `words ${n}`);
  const taken = await Promise.all(said.map((text, n) => say(n % 2 ? a : b, visitor, text, `at-once-${n}`)));
  expect(taken).toEqual(said.map(() => true));
  await eventually(async () => wordsOf(await lines(c, visitor)).length >= 50, 'some are missing');
  // Handed in again, as after an acknowledgement that got lost: nothing happens.
  await Promise.all(said.map((text, n) => say(n % 2 ? b : a, visitor, text, `at-once-${n}`)));

  const all = await lines(c, visitor);
  expect(wordsOf(all).sort()).toEqual([...said].sort());
  const unanswered = all.filter(({ from }, n) => from === 'person' && all[n + 1]?.from !== 'natter');
  expect(unanswered).toEqual([]);
});

test('20 workers at two processes claim one person at once: one has them, the others are told that they are taken', async () => {
  const { conversation } = await waitingPerson(a);
  const all = await workers(
    company,
    count(20).map((n) => `Worker ${n}`),
  );
  const claims = await Promise.all(
    all.map(({ cookie }, n) => deskAt(n % 2 ? a : b, cookie).post(`/conversations/${conversation}/claim`, {})),
  );
  expect(claims.filter(({ status }) => status === 200)).toHaveLength(1);
  const refused = claims.filter(({ status }) => status !== 200);
  expect(refused.map(({ status, body }) => [status, (body as { error: { code: string } }).error.code])).toEqual(
    Array(19).fill([409, 'taken']),
  );
  const winner = all[claims.findIndex(({ status }) => status === 200)];
  const { worker } = await deskAt(c, winner?.cookie ?? '').get<DeskView>(`/conversations/${conversation}`);
  expect(worker?.name).toBe(winner?.name);
});

test('a person listens at one process, writes to another, and is answered by a worker at a third: each sees everything', async () => {
  const visitor = await waitingPerson(b);
  const { heard } = await listen(a, visitor);
  const desk = deskAt(c, await signIn(company.servers[2] as (typeof company.servers)[0]));
  const { seen: woken } = await desk.events();
  const one = `/conversations/${visitor.conversation}`;
  const view = async () => (await desk.get<DeskView>(one)).entries.map(({ text }) => text);

  expect((await desk.post(`${one}/claim`, {})).status).toBe(200);
  expect((await desk.post(`${one}/messages`, { text: 'Hello Jo, I have read that.' })).status).toBe(200);
  await eventually(async () => heard.includes('Hello Jo, I have read that.'), 'the person does not hear the worker');

  woken.length = 0;
  expect(await say(b, visitor, 'thank you, can you ring them', 'thanks')).toBe(true);
  await eventually(async () => woken.some((event) => event.includes(visitor.conversation)), 'the desk is not woken');
  await eventually(async () => (await view()).includes('thank you, can you ring them'), 'the worker does not see it');
  await eventually(
    async () => heard.includes('thank you, can you ring them'),
    'the person does not see their own words',
  );

  const everything = (await lines(b, visitor)).map(({ text }) => text);
  expect(heard).toEqual(everything);
  expect(everything).toEqual(expect.arrayContaining(await view()));
});
