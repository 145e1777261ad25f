import type { Worker } from '../../handoff/types';
import { createAccounts } from './accounts.js';
import { adminApi } from './admin-api.js';
import { createAudit } from './audit.js';
import { el } from './dom.js';
import { words } from './words.js';

/** What leads and admins find at the top of the page. `show` says who is there: it is not for everybody. */
export function createAdmin(): {
  top: HTMLElement;
  dialogs: HTMLDialogElement[];
  show(me: Worker): void;
  close(): void;
} {
  const accounts = createAccounts();
  const audit = createAudit();
  const ended = el('a', { href: adminApi.endedTable, download: true }, words.top.ended);
  const accountsButton = el('button', { type: 'button', onclick: accounts.open }, words.top.accounts);
  const auditButton = el('button', { type: 'button', onclick: audit.open }, words.top.audit);
  const top = el('span', { class: 'admin', hidden: true }, ended, accountsButton, auditButton);

  return {
    top,
    dialogs: [accounts.element, audit.element],
    show(me) {
      top.hidden = me.role !== 'lead' && me.role !== 'admin';
      for (const button of [accountsButton, auditButton]) button.hidden = me.role !== 'admin';
      accounts.as(me);
    },
    /** Somebody else may come to this screen. */
    close() {
      accounts.close();
      audit.close();
    },
  };
}
