import type { DeskView, Waiting } from '../../handoff/types';
import { pause } from '../../test/store/contract/given';
import type { Answer } from './model';

const PATIENCE_MS = 30_000;
const AGAIN_MS = 200;

/** The desk's API at one process, as one worker. */
export interface DeskClient {
  /** `ok`, or the code of the refusal; null when there was no answer, or one that says nothing of what was done. */
  post(path: string, body?: object): Promise<Answer | null>;
  /** Null when the store says that it is too busy; a page asks again. */
  waiting(): Promise<Waiting[] | null>;
  view(id: string): Promise<DeskView | null>;
  /** Fetches something for what it costs, without reading it: a page reads it on a machine of its own. */
  weigh(path: string): Promise<void>;
  /** Opens the wake-ups. Ends when they are heard; returns how to stop. */
  listen(changed: (id: string | null) => void): Promise<() => void>;
}

export function deskAt(url: string, cookie: string): DeskClient {
  const api = (path: string) => `${url}/desk/api${path}`;
  const get = async <T>(path: string) => {
    const reply = await fetch(api(path), { headers: { cookie }, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (reply.status === 503) return null;
    if (!reply.ok) throw new Error(`GET ${path.replace(/[^/]{20,}/, '{id}')}: ${reply.status}`);
    return (await reply.json()) as T;
  };
  return {
    async post(path, body = {}) {
      const headers = { 'content-type': 'application/json', cookie };
      const asked = { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE_MS) };
      const reply = await fetch(api(path), asked).catch(() => null);
      const told = (await reply?.json().catch(() => null)) as { error?: { code: string } } | null | undefined;
      if (!reply || !told || reply.status >= 500) return null;
      return told.error?.code ?? 'ok';
    },
    waiting: async () => (await get<{ waiting: Waiting[] }>('/waiting'))?.waiting ?? null,
    view: (id) => get<DeskView>(`/conversations/${id}`),
    async weigh(path) {
      await (await fetch(api(path), { headers: { cookie }, signal: AbortSignal.timeout(PATIENCE_MS) })).arrayBuffer();
    },
    async listen(changed) {
      const stop = new AbortController();
      const reply = await fetch(api('/events'), { headers: { cookie }, signal: stop.signal });
      if (!reply.ok || !reply.body) throw new Error(`The wake-ups do not open: ${reply.status}`);
      // One that is stopped ends with an error, which is no news.
      void follow(reply.body, changed).catch(() => undefined);
      return () => stop.abort();
    },
  };
}

async function follow(body: AsyncIterable<Uint8Array>, changed: (id: string | null) => void): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^event: changed\ndata: (.*)$/m.exec(block)?.[1];
      if (data) changed((JSON.parse(data) as { id: string | null }).id);
    }
  }
}

/** The same again until it is answered, for what may be repeated. */
export async function insist<T>(ask: () => Promise<T | null>): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(AGAIN_MS)) {
    const answer = await ask();
    if (answer !== null) return answer;
  }
  throw new Error('Natter gave no answer for a minute.');
}
