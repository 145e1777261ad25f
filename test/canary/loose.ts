import { transcript, type Visitor } from '../../tools/faults/direct-line';
import type { ServerProcess } from '../../tools/faults/process';
import { eventually } from '../processes/natters';

const json = { 'content-type': 'application/json' };
/** More than one body may have. */
const TOO_LARGE = 1_600_000;
/** More than one message may have. */
const TOO_LONG = 100_001;

/** Secrets let loose in a running Natter, to see whether one turns up where it must not. */
export class Loose {
  readonly secrets: string[] = [];
  /** Every reply that was an error, head and body. */
  readonly refusals: string[] = [];

  constructor(private readonly server: ServerProcess) {}

  /** A new secret under its own name, as it may stand in a message, a header or an address. */
  secret(name: string): string {
    const secret = `canary${name}${Math.random().toString(36).slice(2, 12)}`;
    this.secrets.push(secret);
    return secret;
  }

  /** The secrets that stand in a text. */
  foundIn(text: string): string[] {
    return this.secrets.filter((secret) => text.includes(secret));
  }

  /** Sends a request; an error's reply is kept to be searched. */
  async send(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
    const reply = await fetch(`${this.server.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const text = await reply.text();
    if (!reply.ok) this.refusals.push(JSON.stringify([...reply.headers]) + text);
    return { status: reply.status, text, cookie: reply.headers.get('set-cookie')?.split(';')[0] ?? '' };
  }

  says({ conversation, token }: Visitor, text: string, headers: Record<string, string> = {}) {
    const activity = { type: 'message', text, from: { id: 'person', name: this.secret('Name') } };
    const path = `/v3/directline/conversations/${conversation}/activities`;
    return this.send('POST', path, { ...json, authorization: `Bearer ${token}`, ...headers }, JSON.stringify(activity));
  }

  untilSeen(visitor: Visitor, words: RegExp): Promise<void> {
    const seen = async () => (await transcript(this.server.url, visitor)).some(({ text }) => words.test(text ?? ''));
    return eventually(seen, `${words} was not said.`);
  }

  /** Words, an answer, a struck line, a worker and their reply. Returns the worker's cookie. */
  async talk(visitor: Visitor): Promise<string> {
    const spoken = this.secret('Words');
    await this.says(visitor, `I am behind with the rent ${spoken}`, {
      'user-agent': this.secret('Agent'),
      'x-note': this.secret('Header'),
    });
    for (const text of [
      'person',
      'Yes, ask a worker',
      `not ${this.secret('Answer')}`,
      this.secret('Called'),
      this.secret('Wish'),
    ])
      await this.says(visitor, text);
    await this.untilSeen(visitor, new RegExp(spoken));

    const ticket = this.server.signIn?.split('#')[1] ?? '';
    const { cookie } = await this.send('POST', '/desk/api/sign-in/link', json, JSON.stringify({ ticket }));
    const act = (what: string, body: object) => this.atTheDesk(cookie, visitor, what, body);
    expect((await act('claim', {})).status).toBe(200);
    const reply = this.secret('Reply');
    expect((await act('messages', { text: reply })).status).toBe(200);
    await this.untilSeen(visitor, new RegExp(reply));
    await this.says(visitor, this.secret('ToWorker'));
    return cookie;
  }

  atTheDesk(cookie: string, { conversation }: Visitor, what: string, body: object) {
    const path = `/desk/api/conversations/${conversation}/${what}`;
    return this.send('POST', path, { ...json, cookie }, JSON.stringify(body));
  }

  /** What goes wrong at the edges: typos, broken bodies, wrong addresses, too much of it. */
  async stumble(visitor: Visitor): Promise<void> {
    const { conversation, token } = visitor;
    const activities = `/v3/directline/conversations/${conversation}/activities`;
    const bearer = { authorization: `Bearer ${token}` };
    const post = (path: string, headers: Record<string, string>, body: string) =>
      this.send('POST', path, { ...json, ...headers }, body);
    await post(activities, { authorization: `Bearer ${token}${this.secret('Typo')}` }, '{}');
    await post(activities, { authorization: this.secret('Scheme') }, '{}');
    await post(activities, bearer, `{"text": "${this.secret('Broken')}`);
    await post(activities, { ...bearer, 'content-type': `text/${this.secret('type')}` }, this.secret('Plain'));
    await post(activities, { ...bearer, 'content-encoding': this.secret('coding') }, '{}');
    await this.says(visitor, this.secret('TooLong').repeat(Math.ceil(TOO_LONG / 20)));
    await post(activities, bearer, JSON.stringify({ type: this.secret('TooLarge'), text: 'x'.repeat(TOO_LARGE) }));
    await this.send('GET', `/${this.secret('Path')}?q=${this.secret('Query')}`, {
      cookie: `a=${this.secret('Cookie')}`,
    });
    await this.send('GET', `/v3/directline/conversations/${this.secret('Id')}/activities`, bearer);
    await post('/v3/directline/tokens/generate', { origin: `https://${this.secret('origin')}.example` }, '{}');
    await post('/v3/directline/tokens/generate', {}, JSON.stringify({ resume: this.secret('Resume') }));
    const login = { email: `${this.secret('email')}@example.org`, password: this.secret('Password') };
    await post('/desk/api/sign-in', {}, JSON.stringify(login));
    await post('/desk/api/sign-in', {}, JSON.stringify({ email: this.secret('NoPassword') }));
    await post('/desk/api/sign-in/link', {}, JSON.stringify({ ticket: this.secret('Ticket') }));
    await this.send('GET', '/desk/api/waiting', { cookie: `__Host-natter-desk=${this.secret('Session')}` });
    await this.send('DELETE', `/?${this.secret('Method')}`);
  }
}

/** Which of these texts stand in which of these files. */
export function inFiles(files: { name: string; bytes: Buffer }[], texts: string[]): string[] {
  return files.flatMap(({ name, bytes }) =>
    texts
      .filter((text) => bytes.includes(text) || bytes.includes(text, 0, 'utf16le'))
      .map((text) => `${name}: ${text}`),
  );
}

/** A sealed text may be cut up where it is kept, so any piece of it counts. */
export const piecesOf = (texts: string[]): string[] => texts.flatMap((text) => text.match(/.{24}/g) ?? []);
