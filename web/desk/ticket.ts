import { el } from './dom.js';
import { fill, words } from './words.js';

/** A one-time sign-in link, shown this once. It goes when the page goes on to anything else. */
export function createTicket() {
  const label = el('label', { for: 'ticket' });
  const box = el('input', { id: 'ticket', type: 'text', readonly: true, autocomplete: 'off', spellcheck: 'false' });
  const element = el('div', { class: 'ticket', hidden: true }, label, box);

  return {
    element,
    show(name: string, ticket: string): void {
      label.textContent = fill(words.accounts['link-note'], { name });
      // After the #, it is sent to no server.
      box.value = `${location.origin}/desk/sign-in#${ticket}`;
      element.hidden = false;
      box.focus();
      box.select();
    },
    hide(): void {
      element.hidden = true;
      label.textContent = box.value = '';
    },
  };
}
