import type { Pause, PauseFor } from '../../handoff/types';
import { el, setText } from './dom.js';
import { fill, timeOrDay, words } from './words.js';

const text = words.pause;

export interface Away {
  element: HTMLDialogElement;
  open(pauses: Pause[]): void;
}

/** Asks for how long the worker steps away. `onDone` says what to show when they could not, or null. */
export function createAway(onDone: (wanted: PauseFor) => Promise<string | null>): Away {
  const note = el('p', { class: 'note wrong', role: 'alert' });
  const choices = el('div', {});
  const form = el(
    'form',
    { onsubmit: (event) => void submit(event) },
    el('fieldset', {}, el('legend', {}, el('h2', { id: 'away-title' }, text.title)), choices),
    el('p', { class: 'quiet' }, text.note),
    note,
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', onclick: () => element.close() }, text.cancel),
      el('button', { type: 'submit', class: 'primary' }, text.done),
    ),
  );
  const element = el('dialog', { class: 'away', 'aria-labelledby': 'away-title' }, form);
  let radios: HTMLInputElement[] = [];

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const chosen = radios.find(({ checked }) => checked);
    if (!chosen) {
      setText(note, text.choose);
      radios[0]?.focus();
      return;
    }
    const wrong = await onDone(chosen.value as PauseFor);
    if (wrong === null) element.close();
    else setText(note, wrong);
  }

  return {
    element,
    open(pauses) {
      setText(note, '');
      radios = pauses.map((pause) => el('input', { type: 'radio', name: 'pause', value: pause.for }));
      const label = ({ for: wanted, until }: Pause) => fill(text[wanted], { time: timeOrDay(until) });
      choices.replaceChildren(
        ...pauses.map((pause, index) => el('label', { class: 'outcome' }, radios[index] ?? '', label(pause))),
      );
      element.showModal();
      radios[0]?.focus();
    },
  };
}
