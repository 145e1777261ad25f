import type { Outcome } from '../../handoff/types';
import { el, setText } from './dom.js';
import { words } from './words.js';

const OUTCOMES: Outcome[] = ['connected', 'declined', 'elsewhere', 'unreachable'];

/** Asks how a conversation ended. `onDone` says what to show when it could not be finished, or null. */
export function createEnd(onDone: (outcome: Outcome) => Promise<string | null>): {
  element: HTMLDialogElement;
  open(): void;
} {
  const note = el('p', { class: 'note wrong', role: 'alert' });
  const radios = OUTCOMES.map((outcome) => el('input', { type: 'radio', name: 'outcome', value: outcome }));
  const choices = radios.map((radio) => el('label', { class: 'outcome' }, radio, words.end[radio.value as Outcome]));
  const form = el(
    'form',
    { onsubmit: (event) => void submit(event) },
    el('fieldset', {}, el('legend', {}, el('h2', { id: 'end-title' }, words.end.title)), ...choices),
    el('p', { class: 'quiet' }, words.end.note),
    note,
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', onclick: () => element.close() }, words.end.cancel),
      el('button', { type: 'submit', class: 'primary' }, words.end.done),
    ),
  );
  const element = el('dialog', { class: 'end', 'aria-labelledby': 'end-title' }, form);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const chosen = radios.find(({ checked }) => checked);
    if (!chosen) {
      setText(note, words.end.choose);
      radios[0]?.focus();
      return;
    }
    const wrong = await onDone(chosen.value as Outcome);
    if (wrong === null) element.close();
    else setText(note, wrong);
  }

  return {
    element,
    open() {
      form.reset();
      setText(note, '');
      element.showModal();
    },
  };
}
