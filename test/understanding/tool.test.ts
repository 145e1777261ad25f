import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
/** The tool as it is run, given these bytes. */
function understand(input: string | Buffer, ...args: string[]) {
  const command = ['--disable-warning=ExperimentalWarning', '-r', 'ts-node/register', 'tools/understand.ts', ...args];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return {
    lines: stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
    stderr,
    status,
  };
}

test('reads plain lines and JSON lines, in order, and goes on after a bad one', () => {
  const { lines, status, stderr } = understand(
    ['im skint', '{"text":"my nan has collapsed"}', '{"text":', '{"words":"secret"}', '', 'ok\u2028ok\r', 'im 14'].join(
      '\n',
    ),
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(lines).toHaveLength(7);
  expect(lines[0].topics[0].id).toBe('money');
  expect(lines[1]).toMatchObject({ safety: { tier: 'now', kinds: ['medical'] }, about: 'relative', language: 'en' });
  expect(lines[2]).toEqual({ error: expect.any(String) });
  expect(lines[3]).toEqual({ error: expect.not.stringContaining('secret') });
  expect(lines[4]).toEqual({
    topics: [],
    safety: { tier: 'none', kinds: [] },
    about: 'unknown',
    young: null,
    language: 'en',
  });
  expect(lines[6].young).toBe(true);
}, 60_000);

test('many lines all come out before it exits', () => {
  const { lines, status } = understand('i feel low today\n'.repeat(3000));
  expect([lines.length, status]).toEqual([3000, 0]);
}, 60_000);

test('bytes that are no text give an answer and no crash', () => {
  const { lines, status } = understand(Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a, 0x68, 0x69, 0x0a]));
  expect([lines.length, status]).toEqual([2, 0]);
}, 60_000);

test('--as choice and --as time', () => {
  const choice = understand(
    '{"options":["Yes","No"],"reply":"nah"}\n{"options":["Yes","No"],"reply":"hm"}\nnah\n',
    '--as',
    'choice',
  );
  expect(choice.lines).toEqual([{ choice: 1 }, { choice: null }, { error: expect.any(String) }]);
  const time = understand(
    '{"text":"half three","now":"2026-06-17T10:00"}\n{"text":"no","now":"2026-06-17T10:00"}\n{"text":"now","now":"today"}\n',
    '--as',
    'time',
  );
  expect(time.lines).toEqual([{ from: '2026-06-17T15:30', to: null }, null, { error: expect.any(String) }]);
}, 60_000);

test('says how it is used when it is asked for something else', () => {
  const { status, stderr } = understand('', '--as', 'poem');
  expect(status).toBe(1);
  expect(stderr).toContain('--as choice|time');
}, 60_000);
