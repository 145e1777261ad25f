import { el, setText } from './dom.js';
import { createPasskeys } from './passkeys.js';
import { createSecondStep } from './second-step.js';
import { words } from './words.js';

const text = words.account;

/** A worker's own account. `onEverywhere` says what to show when they could not be signed out, or null. */
export function createAccount(onEverywhere: () => Promise<string | null>): {
  element: HTMLDialogElement;
  open(): void;
} {
  const secondStep = createSecondStep();
  const passkeys = createPasskeys();
  const note = el('p', { class: 'note wrong', role: 'alert' });
  const element = el(
    'dialog',
    { class: 'account', 'aria-labelledby': 'account-title' },
    el('h2', { id: 'account-title' }, text.title),
    el('p', { class: 'quiet' }, text['everywhere-note']),
    el('button', { type: 'button', onclick: () => void everywhere() }, text.everywhere),
    note,
    passkeys.element,
    secondStep.element,
    el('div', { class: 'buttons' }, el('button', { type: 'button', onclick: () => element.close() }, text.close)),
  );

  async function everywhere(): Promise<void> {
    setText(note, (await onEverywhere()) ?? '');
  }

  return {
    element,
    open() {
      setText(note, '');
      void passkeys.show();
      void secondStep.show();
      element.showModal();
    },
  };
}
