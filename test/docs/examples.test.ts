import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CaseSystem } from '../../docs/examples/case-system';
import { Hub } from '../../docs/examples/hub';
import { arrive, say, transcript, type Visitor } from '../../tools/faults/direct-line';
import { type ServerProcess, startServer } from '../../tools/faults/process';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');
const PASSWORD = 'four random words here';
let dir: string;
let natter: ServerProcess;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'natter-case-'));
  natter = await startServer({ DATA_DIR: dir });
  const account = ['--name', 'Case', '--email', 'case@example.org', '--role', 'worker', '--password', PASSWORD];
  execFileSync('npx', ['ts-node', 'tools/worker.ts', 'add', ...account], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dir },
  });
});
afterAll(async () => {
  await natter.stop();
  rmSync(dir, { recursive: true, force: true });
});

let said = 0;
async function says(person: Visitor, text: string): Promise<void> {
  said += 1;
  expect(await say(natter.url, person, text, `said-${said}`)).toBe(true);
}
const heard = async (person: Visitor) =>
  (await transcript(natter.url, person)).map(({ text }) => text ?? '').join('\n');

test('another system as a desk: somebody is taken up, answered, heard and said goodbye to', async () => {
  const desk = new CaseSystem(natter.url);
  await expect(desk.signIn('case@example.org', 'something else, and wrong')).rejects.toThrow(/^sign-in/);
  await desk.signIn('case@example.org', PASSWORD);

  // It listens before anybody asks.
  const waiting = desk.nextWaiting();
  const person = await arrive(natter.url);
  for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip'])
    await says(person, text);
  const taken = await desk.takeUp(await waiting);
  expect(taken.shared.map(({ text }) => text)).toContain('my bills are piling up');
  expect(await heard(person)).toContain('Case is a person');

  await desk.say(taken.id, 'Hello, I have read that.', 'case-1');
  await desk.say(taken.id, 'Hello, I have read that.', 'case-1');
  expect((await heard(person)).split('Hello, I have read that.')).toHaveLength(2);

  const words = desk.nextWords(taken.id, taken.entries.at(-1)?.seq ?? 0);
  await says(person, 'thank you for coming');
  expect((await words).map(({ text }) => text)).toEqual(['thank you for coming']);

  await desk.end(taken.id, 'connected');
  await expect(desk.person(taken.id)).rejects.toThrow(/^unknown/);
});

test('another hub over the Bot Framework: it hears that somebody asks for a person, and its agent takes over', async () => {
  const agent = new CaseSystem(natter.url);
  await agent.signIn('case@example.org', PASSWORD);
  const hub = new Hub(natter.url, agent);
  await hub.open();
  await hub.say('my bills are piling up');
  expect(Hub.asksForAPerson(await hub.news())).toBeNull();
  await expect(hub.takeOver()).rejects.toThrow(/^gone/);

  for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await hub.say(text);
  const asked = await hub.news();
  expect(Hub.asksForAPerson(asked)).toEqual({ urgent: false });
  // What is passed on is at the desk, and in no event.
  const event = asked.find(({ name }) => name === 'handoff.initiate');
  expect(JSON.stringify(event)).not.toContain('bills');
  const person = await hub.takeOver();
  expect(person.shared.map(({ text }) => text)).toContain('my bills are piling up');
  const accepted = await hub.news();
  expect(Hub.state(accepted)).toBe('accepted');
  expect(accepted.map(({ text }) => text).join(' ')).toContain('Case is a person');

  await agent.say(person.id, 'Hello, I have read that.', 'hub-1');
  expect((await hub.news()).map(({ text }) => text)).toContain('Hello, I have read that.');
  await agent.end(person.id, 'connected');
  expect(Hub.state(await hub.news())).toBe('completed');
});
