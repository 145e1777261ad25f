import type { Activity } from './activity.js';
import { language, pause } from './page.js';

const API = '/v3/directline';
const OPEN_MS = 5_000;
const POLL_MS = 2_500;
const TOGETHER_MS = 30;
const KEEP_ALIVE_MS = 20_000;
const LONGEST_WAIT_MS = 15_000;
const RENEW_MS = 20 * 60_000;
/** After this many sockets in a row that never opened, something in between does not let them through. */
const SOCKETS_TRIED = 2;

export interface LineEvents {
  /** New activities. `fromStart`: all of the conversation, so whatever was shown before is to be replaced. */
  received(activities: Activity[], fromStart: boolean): void;
  /** A worker of this name is writing just now. */
  writing(name: string): void;
  connected(): void;
  lost(): void;
  /** What opens this conversation again later, for this tab to keep; null when it no longer does. */
  resume(token: string | null): void;
}

export interface Line {
  /** Hands a message to the server. `again`: it may not have arrived; the same id makes a repeat harmless. */
  post(id: string, text: string): Promise<'sent' | 'refused' | 'again'>;
  /** Tells that the person is writing. It may get lost. */
  typing(): void;
  /** Look now rather than later: the phone woke up or found a network. */
  hurry(): void;
}

/** A Direct Line client: keeps a connection for as long as the page is open, by socket or else by polling. */
export function openLine(resumeToken: string | null, events: LineEvents): Line {
  let resume = resumeToken;
  let token = '';
  let tokenAt = 0;
  let conversation = '';
  let watermark = '0';
  let arrived: Activity[] = [];
  let fromStart = false;
  let unopened = 0;
  let hurry = () => {};

  async function call(method: string, path: string, body?: unknown): Promise<Response> {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (token) headers.Authorization = `Bearer ${token}`;
    const response = await fetch(API + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (response.status === 403 || response.status === 401) {
      token = '';
      // Only connecting anew gets another token, and a socket stays open without one.
      hurry();
    }
    return response;
  }

  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await call(method, path, body);
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  /** A token for the conversation of before, or for a new one when that can no longer be opened. */
  async function authorise(): Promise<void> {
    token = '';
    const response = await call('POST', '/tokens/generate', resume ? { resume } : {});
    if (response.status === 403 && resume) {
      resume = null;
      events.resume(null);
      return authorise();
    }
    if (!response.ok) throw new Error(String(response.status));
    const granted = await response.json();
    if (granted.conversationId !== conversation) watermark = '0';
    ({ token, resume, conversationId: conversation } = granted);
    tokenAt = Date.now();
    events.resume(resume);
  }

  const inTime = (): boolean => Date.now() - tokenAt < RENEW_MS;

  async function connect(): Promise<string> {
    if (!token || !inTime()) await authorise();
    const joined =
      watermark === '0'
        ? await ask<{ streamUrl: string }>('POST', '/conversations', { language })
        : await ask<{ streamUrl: string }>('GET', `/conversations/${conversation}?watermark=${watermark}`);
    return joined.streamUrl;
  }

  /** Activities come one by one; those that come together are shown together. */
  function take(set: { activities: Activity[]; watermark: string }): void {
    // Who is writing has no place among what was said, and moves no watermark.
    for (const { type, from } of set.activities) if (type === 'typing') events.writing(from?.name ?? '');
    const said = set.activities.filter(({ type }) => type !== 'typing');
    if (said.length === 0) return;
    fromStart ||= watermark === '0';
    watermark = set.watermark;
    if (arrived.length === 0) setTimeout(handOver, TOGETHER_MS);
    arrived.push(...said);
  }

  function handOver(): void {
    const [activities, all] = [arrived, fromStart];
    arrived = [];
    fromStart = false;
    events.received(activities, all);
  }

  /** Holds a socket until it closes. */
  function listen(url: string): Promise<void> {
    return new Promise((resolve) => {
      const socket = new WebSocket(url);
      const tooLong = setTimeout(() => socket.close(), OPEN_MS);
      const keepAlive = setInterval(() => {
        if (!inTime()) socket.close();
        else if (socket.readyState === WebSocket.OPEN) socket.send('');
      }, KEEP_ALIVE_MS);
      hurry = () => socket.close();
      unopened += 1;
      socket.onopen = () => {
        clearTimeout(tooLong);
        unopened = 0;
        events.connected();
      };
      // Frames of a socket that is being replaced would come twice.
      socket.onmessage = ({ data }) => data && socket.readyState === WebSocket.OPEN && take(JSON.parse(data));
      socket.onclose = () => {
        clearTimeout(tooLong);
        clearInterval(keepAlive);
        resolve();
      };
    });
  }

  async function poll(): Promise<void> {
    while (inTime()) {
      take(await ask('GET', `/conversations/${conversation}/activities?watermark=${watermark}`));
      events.connected();
      await rest(POLL_MS);
    }
  }

  function rest(ms: number): Promise<void> {
    return Promise.race([
      pause(ms),
      new Promise<void>((resolve) => {
        hurry = resolve;
      }),
    ]);
  }

  async function run(): Promise<never> {
    for (let failures = 0; ; failures += 1) {
      const started = Date.now();
      try {
        const url = await connect();
        await (unopened < SOCKETS_TRIED ? listen(url) : poll());
      } catch {
        events.lost();
      }
      if (Date.now() - started > LONGEST_WAIT_MS) failures = 0;
      await rest(Math.min(LONGEST_WAIT_MS, 500 * 2 ** failures) * (0.5 + Math.random() / 2));
    }
  }

  void run();
  return {
    async post(id, text) {
      if (!token || !conversation) return 'again';
      const activity = { type: 'message', text, channelData: { clientActivityID: id } };
      const response = await call('POST', `/conversations/${conversation}/activities`, activity).catch(() => null);
      if (response?.ok) return 'sent';
      return response?.status === 400 || response?.status === 413 ? 'refused' : 'again';
    },
    typing() {
      if (!token || !conversation) return;
      void call('POST', `/conversations/${conversation}/activities`, { type: 'typing' }).catch(() => null);
    },
    hurry: () => hurry(),
  };
}
