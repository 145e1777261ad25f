import type { DeskView, Waiting } from '../../handoff/types';
import { say } from '../../tools/faults/direct-line';
import { type Company, deskAt, eventually, lines, listen, startCompany, waitingPerson, workers } from './natters';

jest.setTimeout(600_000);

/** Two whole Natters on one Redis: the worker's page is at the one that is killed, the person's at the other. */
let company: Company;
beforeAll(async () => {
  company = await startCompany(2, 'test/processes/hurried.ts');
});
afterAll(() => company?.stop());

test('the process a worker is on is killed in mid-conversation: another picks the person up, with nothing lost', async () => {
  const [doomed, other] = company.servers;
  if (!doomed || !other) throw new Error('Two were asked for.');
  const [sam, kim] = await workers(company, ['Sam', 'Kim']);
  const hers = deskAt(other.url, kim?.cookie ?? '');
  const his = deskAt(doomed.url, sam?.cookie ?? '');
  const longest = await waitingPerson(other.url);
  const jo = await waitingPerson(other.url);
  const { heard } = await listen(other.url, jo);
  const one = `/conversations/${jo.conversation}`;
  // As their page does: again, with the same id, until it is acknowledged.
  const writes = (text: string, id: string) => eventually(() => say(other.url, jo, text, id), `not heard: ${text}`);
  const row = async () =>
    (await hers.get<{ waiting: Waiting[] }>('/waiting')).waiting.find(({ id }) => id === jo.conversation);

  const stream = await his.events();
  expect((await his.post(`${one}/claim`, {})).status).toBe(200);
  expect((await his.post(`${one}/messages`, { text: 'Hello Jo, I have read that.' })).status).toBe(200);
  await writes('they come at four', 'before');
  // His page alone keeps him there, for longer than somebody would be waited for who is gone.
  await new Promise((done) => {
    setTimeout(done, 15_000);
  });
  expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Sam' } });

  await doomed.kill();
  expect(await stream.ended).toBe('broken');
  await writes('are you there sam', 'meanwhile');
  await eventually(async () => (await row())?.owner === 'waiting', 'nobody misses the worker');
  expect(await row()).toMatchObject({ leftBy: 'Sam', worker: null });
  await eventually(
    async () => heard.some((text) => text.includes('Sam is not connected any more')),
    'the person is not told',
  );
  await writes('ok, I am waiting', 'after');

  const { waiting } = await hers.get<{ waiting: Waiting[] }>('/waiting');
  expect(waiting.map(({ id }) => id)).toEqual([jo.conversation, longest.conversation]);
  expect((await hers.post(`${one}/claim`, {})).status).toBe(200);
  const view = await hers.get<DeskView>(one);
  const said = ['Hello Jo, I have read that.', 'they come at four', 'are you there sam', 'ok, I am waiting'];
  expect(view.entries.map(({ text }) => text).filter((text) => said.includes(text))).toEqual(said);
  expect(view.shared.map(({ text }) => text)).toContain('I am behind with the rent');

  // He comes back at the process that lives, too late.
  const late = await deskAt(other.url, sam?.cookie ?? '').post(`${one}/messages`, { text: 'sorry, I was cut off' });
  expect([late.status, (late.body as { error: { code: string } }).error.code]).toEqual([409, 'not-yours']);
  expect((await hers.post(`${one}/messages`, { text: 'Hello Jo, Kim here.' })).status).toBe(200);
  await eventually(async () => heard.includes('Hello Jo, Kim here.'), 'the person does not hear the next worker');
  const everything = (await lines(other.url, jo)).map(({ text }) => text);
  expect(everything.filter((text) => text.includes('Sam is not connected'))).toHaveLength(1);
  expect(everything).not.toContain('sorry, I was cut off');
  expect(everything.filter((text) => said.includes(text))).toEqual(said);
  expect(heard).toEqual(everything);
});
