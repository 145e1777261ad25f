import type { Worker } from '../../handoff/types';
import { accountRow } from './account-row.js';
import { adminApi } from './admin-api.js';
import { doing } from './doing.js';
import { el, setText } from './dom.js';
import { createNewAccount } from './new-account.js';
import { createTicket } from './ticket.js';
import { words } from './words.js';

const text = words.accounts;

/** Who has an account, for admins: add somebody, change them, give them a link, take their access away. */
export function createAccounts() {
  let me = '';
  const ticket = createTicket();
  const note = el('p', { class: 'note', role: 'status' });
  const rows = el('ul', { class: 'accounts', 'aria-labelledby': 'accounts-title' });
  const adding = createNewAccount(async (wanted) => {
    const { worker, ticket: made } = await adminApi.add(wanted);
    await load();
    ticket.show(worker.name, made);
  });
  const element = el(
    'dialog',
    { class: 'wide', 'aria-labelledby': 'accounts-title' },
    el('h2', { id: 'accounts-title', tabindex: '-1' }, text.title),
    el('p', { class: 'quiet' }, text.note),
    adding.element,
    ticket.element,
    note,
    rows,
    el('div', { class: 'buttons' }, el('button', { type: 'button', onclick: close }, text.close)),
  );
  element.addEventListener('close', forget);

  async function load(): Promise<void> {
    const { accounts, teams } = await adminApi.accounts();
    adding.teams(teams);
    rows.replaceChildren(...accounts.map((one) => accountRow(one, teams, one.id === me, act, () => void link(one))));
  }

  /** Does it to somebody, shows what has become of them, and stays with them. */
  async function act(id: string, work: () => Promise<string>): Promise<void> {
    ticket.hide();
    await doing(note, async () => {
      const done = await work();
      await load();
      rows.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] h3`)?.focus();
      setText(note, done);
    });
  }

  async function link({ id, name }: Worker): Promise<void> {
    const made = await doing(note, () => adminApi.link(id));
    if (made) ticket.show(name, made.ticket);
  }

  function close(): void {
    element.close();
    forget();
  }

  function forget(): void {
    ticket.hide();
    adding.clear();
    setText(note, '');
    rows.replaceChildren();
  }

  return {
    element,
    as: (worker: Worker) => {
      me = worker.id;
    },
    open() {
      element.showModal();
      void doing(note, load);
    },
    close,
  };
}
