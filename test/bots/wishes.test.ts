import { openBots, worker } from './world';

async function wishes(text: string, ...before: string[]) {
  const bots = openBots();
  for (const said of [...before, 'person', 'Yes, ask a worker', 'skip', 'skip']) await bots.says('someone', said);
  const asked = await bots.answer('someone');
  await bots.says('someone', text);
  return { ...bots, asked };
}
const top = async ({ desk }: Pick<ReturnType<typeof openBots>, 'desk'>) => (await desk.view('someone'))?.shared[0];

test('they are asked once, told why, and promised nothing', async () => {
  const { asked } = await wishes('skip');
  expect(asked.filter((text) => text.includes('?'))).toHaveLength(1);
  expect(asked.join('\n')).toMatch(/rather talk with, or rather not.*I ask so that we can try, but I cannot promise/);
});

test('what they wish stands first in what a worker reads, in their own words', async () => {
  const bots = await wishes('a woman if possible', 'my bills are piling up');
  expect(await top(bots)).toMatchObject({ text: 'a woman if possible', wish: true });
  expect((await bots.desk.view('someone'))?.shared).toHaveLength(2);
});

test('a team they name moves them, and so does one they would rather not', async () => {
  const asked = await wishes('someone from money please');
  expect(await asked.desk.list()).toMatchObject([{ team: { id: 'money-and-home' } }]);
  const avoided = await wishes('not the Money and Home Team', 'my bills are piling up');
  expect(await avoided.desk.list()).toMatchObject([{ team: { id: 'families' } }]);
});

test('skipped, nothing is wished and nothing is kept', async () => {
  const { desk } = await wishes('skip', 'my bills are piling up');
  expect(await desk.list()).toMatchObject([{ team: { id: 'money-and-home' } }]);
  expect((await desk.view('someone'))?.shared.some(({ wish }) => wish)).toBe(false);
});

test('somebody who has been through it comes first for whoever would rather talk with one', async () => {
  const { desk, workers, presence, says } = await wishes("someone who's been through it");
  // Whether they may read it too.
  await says('someone', 'no');
  const ali = { ...worker('Ali'), role: 'peer' as const };
  workers.push(ali, worker('Sam'));
  await presence.renew('ali');
  expect(await desk.list(ali)).toMatchObject([{ ratherPeer: true, yourTeam: true }]);
  expect(await desk.list(worker('Sam'))).toMatchObject([{ yourTeam: false }]);
  await presence.end('ali');
  expect(await desk.list(worker('Sam'))).toMatchObject([{ yourTeam: true }]);
});

test('struck since, it is neither shown nor gone by', async () => {
  const { desk, says } = await wishes('someone from money');
  for (const said of ['stop waiting', 'person', 'leave out 1', 'Yes, ask a worker']) await says('someone', said);
  expect(await desk.list()).toMatchObject([{ team: { id: 'families' } }]);
  expect((await desk.view('someone'))?.shared).toEqual([]);
});

test('danger in its place is heard as danger, and is no wish', async () => {
  const { desk, says } = await wishes('I want to end my life');
  await says('someone', 'person');
  await says('someone', 'Yes, ask a worker');
  expect((await desk.list())[0]).toMatchObject({ urgent: true });
  expect((await desk.view('someone'))?.shared.some(({ wish }) => wish)).toBe(false);
});
