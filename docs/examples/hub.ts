import type { CaseSystem, Person } from './case-system';

/*
 * Another agent hub in front of Natter: its own page talks with people, Natter answers, and when Natter says
 * `handoff.initiate` one of the hub's agents takes over. It speaks Direct Line, as any Bot Framework client does; what the agent
 * reads and writes goes through the desk's API, because an event holds nothing anybody said.
 */

interface Activity {
  type: string;
  name?: string;
  text?: string;
  from?: { id?: string; name?: string };
  value?: { urgent?: boolean; state?: string };
}

export class Hub {
  private token = '';
  private watermark = '';
  /** The same at the desk. */
  conversation = '';

  constructor(
    /** Where Natter is: https://chat.example.org */
    private readonly natter: string,
    /** An account of its own for each of the hub's agents: see docs/desk-api.md. */
    private readonly agent: CaseSystem,
  ) {}

  /** Somebody opens the hub's page. Nothing is asked of them. */
  async open(): Promise<void> {
    const { token } = (await this.ask('/tokens/generate', {})) as { token: string };
    this.token = token;
    const started = (await this.ask('/conversations', {})) as { conversationId: string; token: string };
    this.conversation = started.conversationId;
    this.token = started.token;
  }

  /** What they write goes to Natter whoever answers them: an agent of the hub reads it at the desk. */
  async say(text: string): Promise<void> {
    await this.ask(`/conversations/${this.conversation}/activities`, { type: 'message', from: { id: 'user' }, text });
  }

  /** What came since it was last asked. An event is no message: it is not shown to anybody. */
  async news(): Promise<Activity[]> {
    const { activities, watermark } = (await this.ask(
      `/conversations/${this.conversation}/activities?watermark=${this.watermark}`,
    )) as { activities: Activity[]; watermark: string };
    this.watermark = watermark;
    return activities;
  }

  /** Somebody asked for a person and said yes to what is passed on, or was put back in the queue. */
  static asksForAPerson(news: Activity[]): { urgent: boolean } | null {
    const event = news.find(({ type, name }) => type === 'event' && name === 'handoff.initiate');
    return event ? { urgent: event.value?.urgent === true } : null;
  }

  /** `accepted`, `completed` or `failed`: the last that was said, or null. */
  static state(news: Activity[]): string | null {
    return news.findLast(({ type, name }) => type === 'event' && name === 'handoff.status')?.value?.state ?? null;
  }

  /** The agent takes over, and has what was agreed. Throws `taken` when somebody at Natter's own desk was quicker. */
  takeOver(): Promise<Person> {
    return this.agent.takeUp(this.conversation);
  }

  private async ask(path: string, body?: object): Promise<unknown> {
    const reply = await fetch(`${this.natter}/v3/directline${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...(this.token && { authorization: `Bearer ${this.token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`Natter answered ${reply.status}`);
    return reply.json();
  }
}
