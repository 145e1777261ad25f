import { canNotify, chime, mayNotify, notifyWaiting } from './alert.js';
import { el, setText } from './dom.js';
import { words } from './words.js';

/** Kept in this browser, for whoever works at it. */
const KEY = 'natter-desk';
/** What makes a noise or shows outside the page is off until somebody wants it. */
const DEFAULTS = { counts: true, title: true, sound: false, notice: false };
type Comfort = keyof typeof DEFAULTS;
const COMFORTS = Object.keys(DEFAULTS) as Comfort[];

export interface Comforts {
  element: HTMLElement;
  on(comfort: Comfort): boolean;
  /** Somebody new waits. */
  newPerson(): void;
}

/** What each worker can switch: how many wait, and how they hear of somebody new. `onChange` after any of it. */
export function createComforts(onChange: () => void): Comforts {
  const chosen = { ...DEFAULTS, ...kept() };
  const note = el('p', { class: 'quiet', role: 'status' });
  const boxes = COMFORTS.filter((comfort) => comfort !== 'notice' || canNotify()).map(box);
  const element = el('details', { class: 'comforts' }, el('summary', {}, words.comforts.open), ...boxes, note);

  function box(comfort: Comfort): HTMLElement {
    const input = el('input', {
      type: 'checkbox',
      checked: chosen[comfort],
      onchange: () => void choose(comfort, input),
    });
    return el('label', {}, input, words.comforts[comfort]);
  }

  async function choose(comfort: Comfort, input: HTMLInputElement): Promise<void> {
    if (comfort === 'notice' && input.checked) input.checked = await mayNotify();
    setText(note, comfort === 'notice' && Notification.permission === 'denied' ? words.comforts.refused : '');
    chosen[comfort] = input.checked;
    if (comfort === 'sound' && input.checked) chime();
    keep(chosen);
    onChange();
  }

  return {
    element,
    on: (comfort) => chosen[comfort],
    newPerson() {
      if (chosen.sound) chime();
      if (chosen.notice) notifyWaiting();
    },
  };
}

/** Whatever is kept there, by us or by anybody else, only a yes or a no counts. */
function kept(): Partial<Record<Comfort, boolean>> {
  try {
    const all = JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {};
    return Object.fromEntries(COMFORTS.flatMap((each) => (typeof all[each] === 'boolean' ? [[each, all[each]]] : [])));
  } catch {
    return {};
  }
}

function keep(chosen: Record<Comfort, boolean>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // A browser that keeps nothing: it holds until the page is closed.
  }
}
