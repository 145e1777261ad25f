import type { DeskView } from '../../handoff/types';
import { el, setText } from './dom.js';
import { words } from './words.js';

/** Those who write say so this often. */
const EVERY_MS = 3_000;
/** Nothing more was heard of it for so long: they have stopped. */
const SHOWN_MS = 5_000;
/** A hint may come a little later than the message it was about. */
const LATE_MS = 1_000;

/** Calls at once for each id, and then no more often than people have to hear of it. */
export function nowAndThen(tell: (id: string) => void): (id: string) => void {
  const last = new Map<string, number>();
  return (id) => {
    if (performance.now() - (last.get(id) ?? Number.NEGATIVE_INFINITY) < EVERY_MS) return;
    last.set(id, performance.now());
    tell(id);
  };
}

export interface Writing {
  element: HTMLElement;
  /** They are writing just now. */
  hint(): void;
  /** Whoever is open, with what they have written so far. */
  of(view: DeskView): void;
}

/** Says that the person is writing, until their message is there or they have stopped. It is said once while it lasts. */
export function createWriting(): Writing {
  const element = el('p', { class: 'writing', role: 'status' });
  let open = '';
  let seen = 0;
  let wroteAt = Number.NEGATIVE_INFINITY;
  let timer = 0;

  function hide(): void {
    window.clearTimeout(timer);
    setText(element, '');
  }

  return {
    element,
    hint() {
      if (performance.now() - wroteAt < LATE_MS) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(hide, SHOWN_MS);
      setText(element, words.person.writing);
    },
    of({ id, entries }) {
      const last = entries.filter(({ from }) => from === 'person').at(-1)?.seq ?? 0;
      if (id !== open) wroteAt = Number.NEGATIVE_INFINITY;
      else if (last > seen) wroteAt = performance.now();
      if (id !== open || last > seen) hide();
      open = id;
      seen = last;
    },
  };
}
