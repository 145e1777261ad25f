import { openBots, withDrafts, worker } from './world';

const MONEY = { id: 'money-and-home', name: 'Money and Home Team' };
const FAMILIES = { id: 'families', name: 'Families Team' };
const YOUNG = { id: 'young-people', name: "Young People's Team" };
const inTeam = (name: string, ...teams: string[]) => ({ ...worker(name), teams });

async function asksAbout(bots: ReturnType<typeof openBots>, id: string, ...said: string[]) {
  for (const text of said) await bots.says(id, text);
  await bots.says(id, 'person');
  const told = (await bots.answer(id)).join('\n');
  for (const text of ['Yes, ask a worker', 'skip', 'skip', 'skip']) await bots.says(id, text);
  return told;
}

test('somebody who talked about money waits for the team that knows about it, and was told so before they said yes', async () => {
  const bots = openBots();
  expect(await asksAbout(bots, 'someone', 'my bills are piling up')).toContain('in the Money and Home Team');
  expect(await bots.desk.list()).toMatchObject([{ id: 'someone', team: MONEY }]);
  expect(await bots.desk.view('someone')).toMatchObject({ team: MONEY });
});

test('somebody who said nothing yet, or of whom two teams would each know half, waits for the first', async () => {
  const bots = openBots();
  expect(await asksAbout(bots, 'quiet')).toContain('in the Families Team');
  await asksAbout(bots, 'both', 'my bills are piling up', 'Feelings');
  expect(await bots.desk.list()).toMatchObject([{ team: FAMILIES }, { team: FAMILIES }]);
});

test('a child waits for those who talk with children', async () => {
  const bots = openBots();
  const told = await asksAbout(bots, 'child', "I'm 13 and I feel sad all the time");
  expect(told).toContain("in the Young People's Team");
  expect(await bots.desk.list()).toMatchObject([{ team: YOUNG }]);
});

test('it is the same team in another language that Natter talks', async () => {
  const bots = openBots(undefined, undefined, undefined, undefined, withDrafts);
  for (const text of ['Cymraeg', 'my bills are piling up']) await bots.says('someone', text);
  await bots.says('someone', 'person');
  expect((await bots.answer('someone')).join('\n')).toContain('Money and Home Team');
});

test('what they talk about later moves them when they ask again', async () => {
  const bots = openBots();
  await asksAbout(bots, 'someone', 'my bills are piling up');
  await bots.desk.claim('someone', worker('Sam'));
  await bots.desk.end('someone', worker('Sam'), 'connected');
  await asksAbout(bots, 'someone', 'Grief');
  expect(await bots.desk.list()).toMatchObject([{ team: FAMILIES }]);
});

describe('whoever looks', () => {
  async function twoWait() {
    const bots = openBots();
    const sam = inTeam('Sam', 'money-and-home');
    const kim = inTeam('Kim', 'families');
    bots.workers.push(sam, kim);
    await asksAbout(bots, 'first', 'Grief');
    bots.clock.now += 1000;
    await asksAbout(bots, 'second', 'my bills are piling up');
    for (const { id } of bots.workers) await bots.presence.renew(id);
    return { ...bots, sam, kim };
  }

  test('is shown everybody, and who waits for a team of theirs', async () => {
    const { desk, sam, kim } = await twoWait();
    expect(await desk.list(sam)).toMatchObject([
      { id: 'first', yourTeam: false },
      { id: 'second', yourTeam: true },
    ]);
    expect(await desk.list(kim)).toMatchObject([
      { id: 'first', yourTeam: true },
      { id: 'second', yourTeam: false },
    ]);
  });

  test('takes up whomever they like', async () => {
    const { desk, sam } = await twoWait();
    expect(await desk.claim('first', sam)).toEqual({ ok: true });
  });

  test('has nobody marked for others when they are in no team', async () => {
    const { desk } = await twoWait();
    for (const person of await desk.list(worker('Lee'))) expect(person).not.toHaveProperty('yourTeam');
  });

  test('is for everybody whose team has gone', async () => {
    const { desk, presence, sam, kim } = await twoWait();
    await presence.end(kim.id);
    expect(await desk.list(sam)).toMatchObject([{ yourTeam: true }, { yourTeam: true }]);
  });

  test('is for everybody who spoke of danger', async () => {
    const { desk, says, sam } = await twoWait();
    await says('first', 'I want to end my life');
    expect(await desk.list(sam)).toMatchObject([{ id: 'first', urgent: true, yourTeam: true }, { id: 'second' }]);
  });
});
