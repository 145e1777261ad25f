import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { arrive, type Visitor } from '../tools/faults/direct-line';
import { type ServerProcess, startServer } from '../tools/faults/process';
import { type DeskClient, deskAt, eventually, lines, signIn, waitingPerson } from './processes/natters';
import { smallDisk } from './small-disk';

const disk = smallDisk(4);
if (!disk && process.env.CI === 'true') throw new Error('A small disk cannot be mounted: run as root, or allow sudo.');
/** Elsewhere the store alone is tested against a full disk (test/store/sqlite.test.ts). */
const onSmallDisk = disk ? describe : describe.skip;

onSmallDisk('the disk is full, on SQLite', () => {
  let server: ServerProcess;
  let desk: DeskClient;
  let waiting: Visitor;
  let visitor: Visitor;
  /** What was acknowledged, in order. */
  const acknowledged: string[] = [];
  /** The first message that was not. */
  let refused: { text: string; status: number; retryAfter: string | null; body: string };

  const post = async (text: string) => {
    const reply = await fetch(`${server.url}/v3/directline/conversations/${visitor.conversation}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${visitor.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text, channelData: { clientActivityID: text.replaceAll(' ', '-') } }),
    });
    return { text, status: reply.status, retryAfter: reply.headers.get('retry-after'), body: await reply.text() };
  };
  const ready = async () => (await fetch(`${server.url}/health/ready`)).status;
  const words = async () => {
    const all = await lines(server.url, visitor);
    const whole = all.every(({ from }, n) => from !== 'person' || all[n + 1]?.from === 'natter');
    expect({ whole }).toEqual({ whole: true });
    return all.flatMap(({ from, text }) => (from === 'person' ? [text] : []));
  };

  beforeAll(async () => {
    server = await startServer({ DATA_DIR: disk?.folder ?? '' });
    desk = deskAt(server.url, await signIn(server));
    waiting = await waitingPerson(server.url);
    visitor = await arrive(server.url);
    for (const text of ['one', 'two', 'three']) acknowledged.push((await post(text)).text);
    disk?.fill();
    // There is still room inside the files.
    for (let n = 0; ; n += 1) {
      const reply = await post(`message ${n}`);
      if (reply.status !== 200) {
        refused = reply;
        break;
      }
      acknowledged.push(reply.text);
    }
  }, 300_000);
  afterAll(async () => {
    await server?.kill();
    disk?.remove();
  });

  test('a message that cannot be kept is answered with 503, and when to send it again', () => {
    expect(refused).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^[1-9]\d*$/) });
    expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'Unavailable' } });
  });

  test('it is not there, nor half there, and what was acknowledged before is', async () => {
    expect(await words()).toEqual(acknowledged);
  });

  test('the page without JavaScript says so too, and keeps the words', async () => {
    const body = new URLSearchParams({ text: 'these words stay', message: 'a'.repeat(24) });
    const reply = await fetch(`${server.url}/`, { method: 'POST', body });
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^[1-9]\d*$/)]);
    expect(await reply.text()).toContain('these words stay</textarea>');
  });

  test('a worker is told that nothing can be saved, and nobody is claimed', async () => {
    const claim = await desk.post(`/conversations/${waiting.conversation}/claim`, {});
    expect(claim).toMatchObject({
      status: 503,
      retryAfter: expect.any(String),
      body: { error: { code: 'unavailable' } },
    });
    expect(await desk.get('/waiting')).toMatchObject({ waiting: [{ owner: 'waiting' }] });
  });

  test('it says that it is not ready, lives on, and is ready again by itself when there is space', async () => {
    await eventually(async () => (await ready()) === 503, 'it says that it is ready');
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    disk?.free();
    await eventually(async () => (await ready()) === 200, 'it is not ready again');
  });

  test('then the same message, sent again as it was, is kept once and answered; so is everything else', async () => {
    for (const _ of ['once', 'and again']) expect((await post(refused.text)).status).toBe(200);
    expect(await words()).toEqual([...acknowledged, refused.text]);
    expect((await desk.post(`/conversations/${waiting.conversation}/claim`, {})).status).toBe(200);
    expect(await server.stop()).toBe(0);
    const db = new DatabaseSync(join(disk?.folder ?? '', 'natter.db'), { readOnly: true });
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    db.close();
  });
});
