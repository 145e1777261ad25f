import type { Who } from '../../handoff/company';
import type { Role } from '../../handoff/types';
import type { NewAccount } from './admin-api.js';
import { doing } from './doing.js';
import { el } from './dom.js';
import { roleChoice, teamBoxes } from './team-boxes.js';
import { words } from './words.js';

const text = words.accounts;

/** Adds somebody. What is typed stays when it is refused. */
export function createNewAccount(add: (wanted: NewAccount) => Promise<void>) {
  let choice = teamBoxes([], []);
  const name = el('input', { id: 'new-name', required: true, maxlength: '60', autocomplete: 'off' });
  const email = el('input', { id: 'new-email', type: 'email', required: true, maxlength: '254', autocomplete: 'off' });
  const role = roleChoice('new-role', 'worker');
  const where = el('div', {}, choice.element);
  const note = el('p', { class: 'note', role: 'alert' });
  const form = el(
    'form',
    { onsubmit: (event) => void submit(event) },
    ...[el('label', { for: 'new-name' }, text.name), name],
    ...[el('label', { for: 'new-email' }, text.email), email],
    ...[el('label', { for: 'new-role' }, text.role), role],
    where,
    note,
    el('button', { type: 'submit', class: 'primary' }, text['add-it']),
  );
  const element = el('details', { class: 'new-account' }, el('summary', {}, text.add), form);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const wanted = { name: name.value, email: email.value, role: role.value as Role, teams: choice.chosen() };
    const added = await doing(note, () => add(wanted).then(() => true));
    if (added) clear();
  }

  function clear(): void {
    form.reset();
    note.textContent = '';
    element.open = false;
  }

  return {
    element,
    clear,
    teams(teams: Who[]): void {
      choice = teamBoxes(teams, choice.chosen());
      where.replaceChildren(choice.element);
    },
  };
}
