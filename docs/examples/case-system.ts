/*
 * A council's own case system as a desk: it hears that somebody asks for a person, opens a case with what they agreed to
 * share, and carries words both ways. It needs nothing but an account (`npm run worker -- add ... --password ...`) and fetch.
 */

export interface Person {
  id: string;
  /** What they agreed to share, in their own words. */
  shared: { question: string | null; text: string }[];
  /** Words about danger, exactly as written. Show these first. */
  flags: { kinds: string[]; text: string }[];
  entries: { seq: number; from: 'person' | 'natter' | 'worker' | 'desk'; text: string }[];
}

interface Row {
  id: string;
  owner: 'waiting' | 'worker';
  /** They booked a later time: do not reach them before. */
  later?: true;
}

export class CaseSystem {
  private cookie = '';

  constructor(
    /** Where Natter is: https://chat.example.org */
    private readonly natter: string,
  ) {}

  async signIn(email: string, password: string): Promise<void> {
    const reply = await this.ask('/sign-in', { email, password });
    this.cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  /** Ends when somebody waits. Events say only that something may have changed: what it is, the list says. */
  async nextWaiting(): Promise<string> {
    const events = await this.events();
    try {
      for (;;) {
        const { waiting } = (await (await this.ask('/waiting')).json()) as { waiting: Row[] };
        const first = waiting.find(({ owner, later }) => owner === 'waiting' && !later);
        if (first) return first.id;
        await events.next();
      }
    } finally {
      await events.return(undefined);
    }
  }

  /** Takes somebody up. Throws `taken` when another worker was quicker: ask for the next. */
  async takeUp(id: string): Promise<Person> {
    await this.ask(`/conversations/${id}/claim`, {});
    return this.person(id);
  }

  async person(id: string): Promise<Person> {
    return (await this.ask(`/conversations/${id}`)).json() as Promise<Person>;
  }

  /** `key` is your own id of this message: sent twice, it is said once. */
  async say(id: string, text: string, key: string): Promise<void> {
    await this.ask(`/conversations/${id}/messages`, { text, id: key });
  }

  /** Ends when they have written something after the entry that was seen last. */
  async nextWords(id: string, after: number): Promise<Person['entries']> {
    const events = await this.events();
    try {
      for (;;) {
        const { entries } = await this.person(id);
        const words = entries.filter(({ seq, from }) => from === 'person' && seq > after);
        if (words.length > 0) return words;
        await events.next();
      }
    } finally {
      await events.return(undefined);
    }
  }

  async end(id: string, outcome: 'connected' | 'declined' | 'elsewhere' | 'unreachable'): Promise<void> {
    await this.ask(`/conversations/${id}/end`, { outcome });
  }

  /** Server-sent events. While this is open, the account counts as present, and nobody it has is put back in the queue. */
  private async events(): Promise<AsyncGenerator<string, void>> {
    const { body } = await this.ask('/events');
    return (async function* () {
      for await (const chunk of body ?? []) yield Buffer.from(chunk as Uint8Array).toString();
    })();
  }

  private async ask(path: string, body?: object): Promise<Response> {
    const reply = await fetch(`${this.natter}/desk/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie: this.cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (reply.ok) return reply;
    const { error } = (await reply.json()) as { error: { code: string; message: string } };
    throw new Error(`${error.code}: ${error.message}`);
  }
}
