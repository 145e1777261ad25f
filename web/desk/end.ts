import type { Agreed, Outcome } from '../../handoff/types';
import { el, setText } from './dom.js';
import { words } from './words.js';

const OUTCOMES: Outcome[] = ['connected', 'declined', 'elsewhere', 'unreachable'];

/** The longest line the desk takes. */
const LINE_MAX = '200';

/** How it ended, or that Natter goes on with them. */
export type Ending = Outcome | 'hand-back';

/** Asks how a conversation ended. `onDone` says what to show when it could not be finished, or null. */
export function createEnd(onDone: (ending: Ending, agreed: Agreed) => Promise<string | null>): {
  element: HTMLDialogElement;
  open(): void;
} {
  const note = el('p', { class: 'note wrong', role: 'alert' });
  const radios = OUTCOMES.map((outcome) => el('input', { type: 'radio', name: 'outcome', value: outcome }));
  const choices = radios.map((radio) => el('label', { class: 'outcome' }, radio, words.end[radio.value as Outcome]));
  const withWhom = el('input', { type: 'text', maxlength: LINE_MAX, autocomplete: 'off' });
  const promised = el('input', { type: 'text', maxlength: LINE_MAX, autocomplete: 'off' });
  const agreed = el(
    'div',
    { class: 'agreed' },
    el('label', {}, words.end.with, withWhom),
    el('label', {}, words.end.promised, promised),
  );
  const form = el(
    'form',
    { onsubmit: (event) => void submit(event) },
    el('fieldset', {}, el('legend', {}, el('h2', { id: 'end-title' }, words.end.title)), ...choices),
    agreed,
    el('p', { class: 'quiet' }, words.end.note),
    note,
    el(
      'div',
      { class: 'hand-back' },
      el('button', { type: 'button', onclick: () => void done('hand-back') }, words.end['hand-back']),
      el('p', { class: 'quiet' }, words.end['hand-back-note']),
    ),
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', onclick: () => element.close() }, words.end.cancel),
      el('button', { type: 'submit', class: 'primary' }, words.end.done),
    ),
  );
  const element = el('dialog', { class: 'end', 'aria-labelledby': 'end-title' }, form);

  form.addEventListener('change', () => {
    agreed.hidden = radios[0]?.checked !== true;
  });

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const chosen = radios.find(({ checked }) => checked);
    if (!chosen) {
      setText(note, words.end.choose);
      radios[0]?.focus();
      return;
    }
    await done(chosen.value as Outcome);
  }

  async function done(ending: Ending): Promise<void> {
    const lines = ending === 'connected' ? { with: withWhom.value, promised: promised.value } : {};
    const wrong = await onDone(ending, lines);
    if (wrong === null) element.close();
    else setText(note, wrong);
  }

  return {
    element,
    open() {
      form.reset();
      agreed.hidden = true;
      setText(note, '');
      element.showModal();
    },
  };
}
