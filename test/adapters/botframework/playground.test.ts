import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type App, createApp } from '../../../app';
import { readConfig } from '../../../config';
import { TUESDAY_10AM } from '../../bots/world';
import { openPlayground } from './playground';

/** The whole of Natter, talked to with Microsoft's own client. */

let folder: string;
let app: App;
let origin: string;
const logged: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'natter-botframework-'));
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder });
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const started = Date.now();
  app = await createApp(config, log, () => TUESDAY_10AM + Date.now() - started);
  await new Promise<void>((done) => app.server.listen(0, '127.0.0.1', done));
  await app.start();
  origin = `http://127.0.0.1:${app.server.address().port}`;
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A worker at the desk, by its API. */
async function signIn() {
  const email = 'sam@example.org';
  const worker = (await app.accounts.find(email)) ?? (await app.accounts.add({ name: 'Sam', email, role: 'worker' }));
  const post = async (path: string, body: unknown, cookie = '') => {
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`${origin}/desk/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const answer = await post('/sign-in/link', { ticket: await app.accounts.issueTicket(worker.id) });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    post: (path: string, body: unknown = {}) => post(path, body, cookie),
    async waiting(): Promise<string> {
      const list = (await (await fetch(`${origin}/desk/api/waiting`, { headers: { cookie } })).json()) as {
        waiting: { id: string; owner: string }[];
      };
      return list.waiting.find(({ owner }) => owner === 'waiting')?.id ?? '';
    },
  };
}

test.each(['emulator', 'msteams'])(
  'a conversation in the playground, as %s',
  async (channelId) => {
    const playground = await openPlayground(`${origin}/api/messages`, channelId);
    /** They write, and this comes back. */
    const says = async (text: string, like: RegExp) => {
      const from = playground.shown.length;
      await playground.write(text);
      return playground.sees(like, from);
    };
    try {
      await playground.open();
      const menu = await playground.sees(/What is on your mind/);
      // Teams has room for six buttons; the menu is longer.
      if (channelId === 'msteams') expect([menu.buttons, menu.text]).toEqual([[], expect.stringContaining('1. Money')]);
      else expect(menu.buttons).toContain('Money worries');

      const money = await says('1', /What is closest/);
      if (channelId === 'emulator') expect(money.buttons).toContain('Bills are piling up');
      const ask = await says('person', /Shall I pass this on/);
      expect(ask.buttons).toEqual(['Yes, ask a worker', 'What would happen?', 'Not now']);
      await says('Yes, ask a worker', /must not know|do not want to know/i);
      await says('skip', /call you/i);
      await says('Jo', /rather talk with/i);
      await says('skip', /stop waiting/);

      const sam = await signIn();
      const id = await sam.waiting();
      await sam.post(`/conversations/${id}/claim`);
      await playground.sees(/Sam is here/);
      await sam.post(`/conversations/${id}/messages`, { text: 'Hello Jo, I am *Sam*.', id: `hello-${channelId}` });
      await playground.sees(/^Hello Jo, I am \*Sam\*\.$/);
      await playground.write('thank you for coming');
      await playground.event('handoff.status', { state: 'accepted' });
      await sam.post(`/conversations/${id}/end`, { outcome: 'connected' });
      await playground.sees(/Sam has ended this chat|The chat with Sam is over/);

      const answers = playground.shown.map(({ text }) => text);
      expect(answers.filter((text) => text === 'Hello Jo, I am *Sam*.')).toHaveLength(1);
      expect(playground.events).toEqual(['handoff.initiate', 'handoff.status accepted', 'handoff.status completed']);
      expect(logged.join('')).not.toMatch(/thank you|Jo|user-id/);
    } finally {
      await playground.close();
    }
  },
  180_000,
);
