import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createBackground, type Found, NOTHING, type Work } from '../../../tools/preview/background';
import { startWork } from '../../../tools/preview/working';
import { newFolder, ROOT } from './world';

jest.setTimeout(180_000);

/** Work whose parts the test tells. */
function rehearsed() {
  const begun: { tell: (found: Found) => void; end: (why: string) => void; stopped: boolean }[] = [];
  let told = 0;
  const background = createBackground({
    quietMs: 5,
    told: () => {
      told += 1;
    },
    start(tell): Work {
      let end: (why: string) => void = () => undefined;
      const ended = new Promise<string>((done) => {
        end = done;
      });
      const one = { tell, end, stopped: false };
      begun.push(one);
      return { ended, stop: () => void Object.assign(one, { stopped: true }) };
    },
  });
  return { background, begun, told: () => told };
}

const sound = { faults: [], warnings: [] };
const soon = () => new Promise((done) => setTimeout(done, 30));

test('work begins once for the same files, and what it finds is known from then on', async () => {
  const { background, begun, told } = rehearsed();
  expect(background.of('a')).toEqual(NOTHING);
  background.of('a');
  await soon();
  expect(begun).toHaveLength(1);
  begun[0]?.tell({ checked: sound });
  expect(background.of('a')).toEqual({ ...NOTHING, checked: sound });
  begun[0]?.end('it broke');
  await soon();
  expect(background.of('a')).toEqual({ checked: sound, reached: null, over: 'it broke' });
  expect(told()).toBe(2);
});

test('when files change, work is stopped and begun anew when they rest, and what the old work tells counts no more', async () => {
  const { background, begun } = rehearsed();
  background.of('a');
  await soon();
  begun[0]?.tell({ checked: sound });
  expect(background.of('b')).toEqual(NOTHING);
  background.of('c');
  await soon();
  expect(begun.map(({ stopped }) => stopped)).toEqual([true, false]);
  begun[0]?.tell({ checked: sound });
  begun[0]?.end('');
  await soon();
  expect(background.of('c')).toEqual(NOTHING);
  background.close();
  expect(begun[1]?.stopped).toBe(true);
});

describe('on small content', () => {
  const folder = newFolder();
  afterAll(folder.remove);
  const { dir, conversations } = folder;
  const where = { dir, conversations, place: 'example', language: 'en' };

  test('a thread checks it and plays its conversation tests', async () => {
    const found: Found = {};
    const work = startWork({ ...where, today: '2026-11-26' }, (part) => Object.assign(found, part));
    expect(await work.ended).toBe('');
    expect(found.checked).toEqual(sound);
    expect(found.reached?.choices.reached).toContain('money#start: Bills');
    expect(found.reached?.steps.reached).toContain('money#bills');
  });

  test('what goes wrong there is told', async () => {
    const work = startWork({ ...where, conversations: '/nowhere', today: '2026-11-26' }, () => undefined);
    expect(await work.ended).toMatch(/ENOENT/);
  });

  test('npm run preview prints its address and answers there', async () => {
    const args = ['-r', 'ts-node/register', 'tools/preview.ts', '--content', dir, '--port', '0'];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: ROOT });
    const printed = await new Promise<string>((done) => child.stdout.once('data', (data) => done(String(data))));
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0] ?? '';
    expect(await (await fetch(url)).text()).toContain('money.md');
    child.kill();
  });

  test.each([
    [['--place', 'atlantis'], 'There is no place "atlantis". There is: example'],
    [['--language', 'xx'], 'There is no language "xx". There is: en'],
    [['--port', 'four'], '"four" is no port. Give a number from 0 to 65535.'],
  ])('%p is told', async (args, message) => {
    const all = ['-r', 'ts-node/register', join('tools', 'preview.ts'), '--content', dir, ...args];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...all], { cwd: ROOT });
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    const status = await new Promise((done) => child.on('close', done));
    expect([status, errors.trim()]).toEqual([2, message]);
  });
});
