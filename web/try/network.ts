import { api } from './api.js';
import { closesOutside, el, setText } from './dom.js';
import type { Line, Troubles, Via } from './state.js';
import { words } from './words.js';

const LATE_MS = 3_000;

interface Switch {
  label: string;
  /** What it sets when it is switched on; off is the opposite, or none. */
  on: Partial<Troubles>;
  off: Partial<Troubles>;
  is(troubles: Troubles): boolean;
}

const { troubles: told } = words;

const SWITCHES: Switch[] = [
  { label: told.delay, on: { delayMs: LATE_MS }, off: { delayMs: 0 }, is: ({ delayMs }) => delayMs > 0 },
  { label: told.duplicate, on: { duplicate: true }, off: { duplicate: false }, is: ({ duplicate }) => duplicate },
  { label: told.reorder, on: { reorder: true }, off: { reorder: false }, is: ({ reorder }) => reorder },
  { label: told['too-many'], on: { tooMany: 2 }, off: { tooMany: 0 }, is: ({ tooMany }) => tooMany > 0 },
  { label: told.lost, on: { lostAnswers: 1 }, off: { lostAnswers: 0 }, is: ({ lostAnswers }) => lostAnswers > 0 },
  { label: told.undelivered, on: { undelivered: true }, off: { undelivered: false }, is: (now) => now.undelivered },
];
const WINDOW: Switch = {
  label: told.window,
  on: { windowClosed: true },
  off: { windowClosed: false },
  is: ({ windowClosed }) => windowClosed,
};

/** What the network under a phone may get wrong, to be switched on and off. */
export function createNetwork(phone: Line['phone']) {
  let via: Via | null = null;
  const state = el('b', {});
  const boxes = [...SWITCHES, ...(phone === 'whatsapp' ? [WINDOW] : [])].map((one) => {
    const set = () => via && void api.trouble(via, box.checked ? one.on : one.off);
    const box = el('input', { type: 'checkbox', onchange: () => void set() });
    return { one, box, row: el('label', {}, box, el('span', {}, one.label)) };
  });
  const element = el(
    'details',
    { class: 'network' },
    el('summary', {}, `${told.title}: `, state),
    el('div', {}, ...boxes.map(({ row }) => row)),
  );
  closesOutside(element);
  return {
    element,
    show(line: Line): void {
      via = line.via;
      for (const { one, box } of boxes) box.checked = one.is(line.troubles);
      const trouble = boxes.some(({ box }) => box.checked);
      setText(state, trouble ? told.some : told.calm);
      element.classList.toggle('is-trouble', trouble);
    },
  };
}
