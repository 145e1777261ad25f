import type { DeskView } from '../../handoff/types';
import { el, setText } from './dom.js';
import { fill, timeOrDay, words } from './words.js';

const text = words.pause;

/** What can be done about stepping away from whoever is open. */
export interface PausedActs {
  onAway(): void;
  onHere(): void;
}

/** Whether the worker has stepped away from them, with the one thing to do about it. */
export function createPaused(
  me: string,
  { onAway, onHere }: PausedActs,
): { element: HTMLElement; show(view: DeskView): void; tick(): void } {
  const state = el('p', {});
  const button = el('button', { type: 'button', onclick: () => (shown?.pausedUntil ? onHere() : onAway()) });
  const element = el('div', { class: 'paused' }, state, button);
  let shown: DeskView | null = null;

  /** The time passes while nothing else changes. */
  function tick(): void {
    const until = shown?.pausedUntil;
    const over = until !== undefined && Date.now() >= until;
    setText(state, until === undefined ? '' : fill(over ? text.over : text.yours, { time: timeOrDay(until) }));
    state.hidden = until === undefined;
    setText(button, until === undefined ? text.open : text.back);
    button.classList.toggle('primary', until !== undefined);
    element.classList.toggle('over', over);
  }

  return {
    element,
    tick,
    show(view) {
      shown = view;
      // With a second one there, they can be left to that one.
      element.hidden = view.worker?.id !== me || (view.beside !== null && !view.pausedUntil);
      tick();
    },
  };
}
