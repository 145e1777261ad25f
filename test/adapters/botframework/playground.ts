import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLIENT = join(__dirname, '../../../node_modules/@microsoft/m365agentsplayground/cli.js');
const WAIT_MS = 45_000;

export interface Shown {
  text: string;
  buttons: string[];
}

/**
 * Microsoft's agents playground, without its window: its own server plays the channel towards the bot, and this speaks to
 * it as its page does, over the same addresses and the same socket.
 */
export async function openPlayground(bot: string, channelId: string) {
  const folder = mkdtempSync(join(tmpdir(), 'natter-playground-'));
  const child = spawn(
    process.execPath,
    [CLIENT, 'start', '-e', bot, '-c', channelId, '-p', String(await freePort()), '--disable-telemetry'],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, TEAMSAPPTESTER_BROWSER: 'none' },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const url = `http://localhost:${await portOf(child)}`;
  const shown: Shown[] = [];
  const socket = new WebSocket(`${url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  socket.onmessage = ({ data }) => shown.push(...messagesIn(String(data)));
  await new Promise((done) => {
    socket.onopen = done;
  });
  const events: string[] = [];
  const log = new WebSocket(`${url.replace('http', 'ws')}/_ws/log/stream`);
  log.onmessage = ({ data }) => events.push(...eventsIn(String(data)));
  const { config } = await json<Settings>(await fetch(`${url}/_internal/v1/config`));
  const chat = config.personalChat.id;

  const post = async (path: string, body: unknown): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };

  return {
    shown,
    /** The events that the bot sent, by name, as its log shows them. */
    events,
    /** They open the chat for the first time. */
    open: () => post(`/_debug/conversation/${chat}/installation`, { directLineConversationId: chat }),
    write: (text: string) =>
      post(`/_conversation/v1/conversations/${chat}/messages`, {
        from: { id: config.currentUser.id },
        text,
        textFormat: 'plain',
        directLineConversationId: chat,
      }),
    /** An event from the channel itself. */
    event: (name: string, value: unknown) =>
      post('/_internal/v1/customActivities', {
        type: 'event',
        name,
        value,
        channelId,
        serviceUrl: `${url}/_connector`,
        conversation: { id: chat },
        from: { id: config.currentUser.id },
        recipient: { id: config.bot.id },
      }),
    /** Waits until something like this is on the screen, from this place on. */
    async sees(like: RegExp, from = 0): Promise<Shown> {
      for (const end = Date.now() + WAIT_MS; Date.now() < end; ) {
        const found = shown.slice(from).find(({ text }) => like.test(text));
        if (found) return found;
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error(`${like} never came. On the screen: ${JSON.stringify(shown.slice(from))}`);
    },
    async close() {
      socket.close();
      log.close();
      const gone = once(child, 'exit');
      child.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Settings {
  config: { bot: { id: string }; personalChat: { id: string }; currentUser: { id: string } };
}

const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;

/** Its page is told of each message by an action. Only what the bot said is of interest. */
function messagesIn(data: string): Shown[] {
  const { action, message } = JSON.parse(data) as {
    action: string;
    message?: { text?: string; from?: { id: string }; suggestedActions?: { actions: { value: string }[] } };
  };
  if (action !== 'createMessage' || !message || message.from?.id.startsWith('user')) return [];
  return [{ text: message.text ?? '', buttons: (message.suggestedActions?.actions ?? []).map(({ value }) => value) }];
}

function eventsIn(data: string): string[] {
  const { log } = JSON.parse(data) as {
    log?: { from?: string; request?: { body?: { type: string; name: string; value?: { state?: string } } } };
  };
  const body = log?.request?.body;
  if (log?.from !== 'User Application' || body?.type !== 'event') return [];
  return [[body.name, body.value?.state].filter(Boolean).join(' ')];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function portOf(child: ChildProcess): Promise<number> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += chunk;
    const port = /Listening on (\d+)/.exec(said)?.[1];
    if (port) {
      child.stdout?.resume();
      return Number(port);
    }
  }
  throw new Error(`The playground did not start: ${said}`);
}
