import { buildLibrary } from '../../dialogs/library';
import { blankState, step } from '../../dialogs/step';
import type { Event, Library, Message, State } from '../../dialogs/types';
import type { Reading } from '../../understanding/types';

const NOW = Date.parse('2026-06-16T09:00:00Z');

export const silentReading: Reading = {
  topics: [],
  safety: { tier: 'none', kinds: [] },
  about: 'unknown',
  young: null,
  language: 'en',
};

const PHRASES = `
# Acknowledge
Thank you for telling me.
# Kept
I have kept that.

---

Kept as well.
# Astray
A person may help more.
# Not understood
Could you say it another way?
# Which topic
Which is closest?
# Something else
Something else
# Several topics
Which matters most?
# Also said
You also said this.
# Welcome own words
Tell me more, or pick.
# Where were we
This is where we were.
# Skipped
That is fine.
# Content changed
These words changed.
# Something wrong
That was our fault.
# Help list empty
There is no list yet.
# No outcode
The first half is enough.
`;

const FLOWS: Record<string, string> = {
  start: '# Hello\nHello.\n\nWhat is on your mind?\n\n- [Money](money.md)\n- [A person](person)\n',
  menu: '# Menu\nPick one.\n\n- [Money](money.md)\n- [A person](person)\n',
  person: '# Person\nShall I?\n\n- [Yes](#yes)\n- [Not now](carry-on)\n\n# Yes\n::handoff\n',
};

/** A library of the given flows (without front matter) beside a few plain ones that every library needs. */
export function libraryOf(flows: Record<string, string>, topics: Record<string, string> = {}): Library {
  const files = Object.entries({ ...FLOWS, ...flows }).map(([name, text]) => {
    const topic = topics[name] ? `topic: ${topics[name]}\n` : '';
    return { path: `${name}.md`, text: `---\ntitle: ${name}\n${topic}---\n\n${text}` };
  });
  const { library, faults } = buildLibrary('en', {
    flows: files,
    phrases: [{ path: 'phrases.md', text: PHRASES }],
    values: { place: 'Hazelford' },
  });
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return library;
}

/** Somebody talking with the engine: between any two turns the state is written out and read back. */
export class Talk {
  private written = JSON.stringify(blankState());
  events: Event[] = [];

  constructor(private library: Library) {}

  open(): this {
    return this.turn(null);
  }

  /** Says something. By itself it is no choice and no command; pass what understanding would have made of it. */
  says(
    text: string,
    heard: { choice?: number; command?: string; outcode?: string; reading?: Partial<Reading> } = {},
  ): this {
    return this.turn({
      text,
      reading: { ...silentReading, ...heard.reading },
      reply: {
        choice: heard.choice ?? null,
        command: heard.command ?? null,
        ...(heard.outcode !== undefined && { outcode: heard.outcode }),
      },
    });
  }

  /** Picks what was offered under this label. */
  picks(label: string): this {
    const choice = this.state.offered.findIndex((each) => each.label === label);
    if (choice < 0) throw new Error(`"${label}" is not on offer: ${this.labels.join(', ')}`);
    return this.says(label, { choice });
  }

  /** The help that was listed had these names, as the bot tells the engine. */
  shown(...names: string[]): this {
    const { help, ...state } = this.state;
    this.written = JSON.stringify({ ...state, help: help && { ...help, names } });
    return this;
  }

  /** The content is published anew under the conversation. */
  republish(library: Library): this {
    this.library = library;
    return this;
  }

  get state(): State {
    return JSON.parse(this.written) as State;
  }

  get said(): string[] {
    return this.events.flatMap((event) => (event.type === 'say' || event.type === 'ask' ? [event.text] : []));
  }

  get labels(): string[] {
    return this.events.flatMap((event) => (event.type === 'offer' ? event.labels : []));
  }

  types(): string[] {
    return this.events.map(({ type }) => type);
  }

  private turn(message: Message | null): this {
    const { state, events } = step(this.library, this.state, message, NOW);
    this.written = JSON.stringify(state);
    this.events = events;
    return this;
  }
}
