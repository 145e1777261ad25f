import type { Who } from '../../handoff/company';
import type {
  Agreed,
  DeskView,
  EndedTalk,
  Outcome,
  Pause,
  PauseFor,
  SavedReply,
  Waiting,
  Worker,
} from '../../handoff/types';
import type { AskFor } from './ask.js';
import type { Question } from './passkey.js';
import { words } from './words.js';

const BASE = '/desk/api';
/** A look that nothing has come of by then is tried again. What is done is waited for: nobody could tell if it was. */
const LOOK_MS = 10_000;

/** What the desk answered instead of doing it. `code` is `offline` when nothing answered at all. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Asks the desk's API: a GET, or with a body a POST. @throws Refused */
export async function call<T>(path: string, body?: unknown): Promise<T> {
  const options: RequestInit =
    body === undefined
      ? { signal: AbortSignal.timeout(LOOK_MS) }
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(BASE + path, options).catch(() => null);
  if (!response) throw new Refused('offline', words.live.lost);
  const reply = await response.json().catch(() => null);
  if (!response.ok) {
    throw new Refused(reply?.error?.code ?? 'broken', reply?.error?.message ?? words.errors.broken);
  }
  return reply as T;
}

const person = (id: string): string => `/conversations/${encodeURIComponent(id)}`;

/** The desk's API, as /desk/api/openapi.json describes it. Each call throws `Refused`. */
export const api = {
  signIn: (email: string, password: string, code?: string) =>
    call<{ worker: Worker }>('/sign-in', { email, password, code }),
  signInWithLink: (ticket: string) => call<{ worker: Worker }>('/sign-in/link', { ticket }),
  askForPasskey: () => call<Question>('/sign-in/passkey/start', {}),
  signInWithPasskey: (signed: object) => call<{ worker: Worker }>('/sign-in/passkey', { signed }),
  signOut: () => call('/sign-out', {}),
  signOutEverywhere: () => call('/sign-out/everywhere', {}),
  secondStep: () => call<{ on: boolean; password: boolean }>('/second-step'),
  startSecondStep: (password: string) => call<{ secret: string; link: string }>('/second-step/start', { password }),
  confirmSecondStep: (code: string) => call<{ recovery: string[] }>('/second-step/confirm', { code }),
  stopSecondStep: (code: string) => call('/second-step/off', { code }),
  passkeys: () => call<{ passkeys: { id: string; name: string; at: number }[] }>('/passkeys'),
  startPasskey: (shown: { password: string | undefined; code: string | undefined }) =>
    call<Question>('/passkeys/start', shown),
  addPasskey: (name: string, made: object) => call('/passkeys', { name, made }),
  removePasskey: (id: string) => call(`/passkeys/${encodeURIComponent(id)}/remove`, {}),
  me: () => call<{ worker: Worker }>('/me'),
  waiting: () => call<{ waiting: Waiting[] }>('/waiting'),
  view: (id: string) => call<DeskView>(person(id)),
  savedReplies: () => call<{ replies: SavedReply[] }>('/saved-replies'),
  claim: (id: string) => call(`${person(id)}/claim`, {}),
  say: (id: string, text: string, messageId: string) => call(`${person(id)}/messages`, { text, id: messageId }),
  typing: (id: string) => call(`${person(id)}/typing`, {}),
  note: (id: string, text: string, messageId: string) => call(`${person(id)}/notes`, { text, id: messageId }),
  colleagues: () => call<{ workers: Who[]; teams: Who[] }>('/colleagues'),
  ask: (id: string, ask: AskFor) => call(`${person(id)}/ask`, ask),
  takeBack: (id: string) => call(`${person(id)}/take-back`, {}),
  join: (id: string) => call(`${person(id)}/join`, {}),
  askToRead: (id: string) => call(`${person(id)}/ask-to-read`, {}),
  leave: (id: string) => call(`${person(id)}/leave`, {}),
  handBack: (id: string) => call(`${person(id)}/hand-back`, {}),
  release: (id: string) => call(`${person(id)}/release`, {}),
  end: (id: string, outcome: Outcome, agreed: Agreed) => call(`${person(id)}/end`, { outcome, ...agreed }),
  pauses: () => call<{ pauses: Pause[] }>('/pauses'),
  pause: (id: string, wanted: PauseFor) => call(`${person(id)}/pause`, { for: wanted }),
  back: (id: string) => call(`${person(id)}/back`, {}),
  ended: () => call<{ ended: EndedTalk[] }>('/reopenable'),
  reopen: (id: string) => call(`${person(id)}/reopen`, {}),
  events: `${BASE}/events`,
};
