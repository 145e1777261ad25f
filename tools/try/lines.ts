import type { NotWords } from '../../handoff/types';
import type { Bubble, Line, Troubles, Via } from '../../web/try/state';
import type { StandIn } from '../stand-ins/types';
import { OURS, type StandIns } from './stand-ins';

/** Ofcom's numbers for stories and tests; the first few are Natter's own here. */
const FIRST_NUMBER = 900_100;
const LAST_NUMBER = 900_999;

const VIAS: Pick<Line, 'via' | 'phone' | 'to'>[] = [
  { via: 'twilio', phone: 'sms', to: OURS.twilio },
  { via: 'notify', phone: 'sms', to: OURS.notify },
  { via: 'meta', phone: 'whatsapp', to: OURS.whatsapp },
  { via: 'twilio-whatsapp', phone: 'whatsapp', to: OURS.whatsapp },
];

/** The phones on the page: what their people wrote, beside what the stand-ins say has reached them. */
export function createLines({ running }: StandIns, now: () => number, random: () => number) {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const unwatch = [...running.values()].map((standIn) => standIn.watch(changed));
  // Natter knows the numbers of an earlier day; these people are new to it.
  let numbers = FIRST_NUMBER + Math.floor(random() * (LAST_NUMBER - FIRST_NUMBER));
  let ids = 0;
  const lines = VIAS.flatMap((each) => {
    const standIn = running.get(each.via === 'twilio-whatsapp' ? 'twilio' : each.via);
    return standIn ? [{ ...each, standIn, number: nextNumber(), mine: [] as Bubble[] }] : [];
  });

  function nextNumber(): string {
    numbers = numbers === LAST_NUMBER ? FIRST_NUMBER : numbers + 1;
    return `+447700${numbers}`;
  }

  function find(via: Via) {
    const line = lines.find((each) => each.via === via);
    if (!line) throw new Error('There is no such phone here.');
    return line;
  }

  /** As the provider names them. */
  const person = ({ via, number }: { via: Via; number: string }) =>
    via === 'twilio-whatsapp' ? `whatsapp:${number}` : number;

  /** Puts it on the screen at once, and marks it when Natter has answered. */
  async function post(via: Via, said: Pick<Bubble, 'text' | 'kind'>, send: () => Promise<number>): Promise<void> {
    const bubble: Bubble = {
      ...said,
      id: `mine-${++ids}`,
      mine: true,
      choices: [],
      segments: null,
      state: 'sending',
      at: now(),
    };
    find(via).mine.push(bubble);
    changed();
    const status = await send().catch(() => 0);
    bubble.state = status >= 200 && status < 300 ? 'delivered' : 'failed';
    changed();
  }

  return {
    state: () => ({ lines: lines.map((line) => shown(line, person(line))) }),
    watch(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (via: Via, text: string) =>
      post(via, { text, kind: 'text' }, () => find(via).standIn.write(person(find(via)), text)),
    tap(via: Via, message: string, choice: string): Promise<void> {
      const { standIn } = find(via);
      const label = standIn.reached.find(({ id }) => id === message)?.choices.find(({ id }) => id === choice)?.label;
      if (label === undefined) throw new Error('There is no such choice here.');
      return post(via, { text: label, kind: 'text' }, () => standIn.tap(person(find(via)), message, choice));
    },
    attach: (via: Via, sent: NotWords) =>
      post(via, { text: sent, kind: 'thing' }, () => find(via).standIn.attach(person(find(via)), sent)),
    /** The person looks at what has come. Text messages cannot tell. */
    async read(via: Via): Promise<void> {
      const { standIn, phone } = find(via);
      if (phone === 'sms') return;
      const unread = reachedBy(standIn, person(find(via))).filter(({ state }) => state === 'delivered');
      for (const { id } of unread) await standIn.report(id, 'read');
    },
    trouble(via: Via, troubles: Partial<Troubles>): void {
      Object.assign(find(via).standIn.faults, troubles);
      changed();
    },
    /** Another phone, and so another person. */
    fresh(via: Via): void {
      Object.assign(find(via), { number: nextNumber(), mine: [] });
      changed();
    },
    close(): void {
      for (const stop of unwatch) stop();
    },
  };
}

export type Lines = ReturnType<typeof createLines>;

const reachedBy = ({ reached }: StandIn, person: string) => reached.filter(({ to }) => to === person);

interface Kept extends Pick<Line, 'via' | 'phone' | 'to' | 'number'> {
  standIn: StandIn;
  mine: Bubble[];
}

function shown({ via, phone, to, number, standIn, mine }: Kept, person: string): Line {
  const theirs = reachedBy(standIn, person).map(({ to: _to, ...message }): Bubble => ({ ...message, mine: false }));
  const last = theirs.at(-1)?.at ?? 0;
  // An answer to it is the sign that it was read.
  const own = mine.map((bubble): Bubble => {
    const answered = phone === 'whatsapp' && bubble.state === 'delivered' && bubble.at <= last;
    return answered ? { ...bubble, state: 'read' } : bubble;
  });
  const bubbles = [...own, ...theirs].sort((a, b) => a.at - b.at);
  return { via, phone, to, number, bubbles, troubles: { ...standIn.faults } };
}
