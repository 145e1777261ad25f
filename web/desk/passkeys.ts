import { api, Refused } from './api.js';
import { doing } from './doing.js';
import { el, setText } from './dom.js';
import { keepFocus } from './keep-focus.js';
import { canPasskey, makePasskey } from './passkey.js';
import { dayOf, fill, words } from './words.js';

const text = words.passkeys;

/** A worker's own passkeys: add one, remove one. `show` asks which there are. */
export function createPasskeys(): { element: HTMLElement; show(): Promise<void> } {
  const note = el('p', { class: 'note', role: 'status' });
  const list = el('ul', { class: 'passkeys', 'aria-labelledby': 'passkeys-title' });
  const name = el('input', { id: 'passkey-name', required: true, maxlength: '60', autocomplete: 'off' });
  const code = el('input', { id: 'passkey-code', autocomplete: 'one-time-code', autocapitalize: 'off' });
  const password = el('input', { id: 'passkey-password', type: 'password', autocomplete: 'current-password' });
  /** Each is shown where it is asked for: a passkey asks for neither later. */
  const asks = {
    password: askFor(password, text.password),
    code: askFor(code, text.code),
  };
  const form = el(
    'form',
    { onsubmit: (event) => void add(event) },
    el('label', { for: 'passkey-name' }, text.name),
    name,
    ...Object.values(asks).map(({ part }) => part),
    el('button', { type: 'submit' }, text.add),
  );
  const title = el('h3', { id: 'passkeys-title', tabindex: '-1' }, text.title);
  const element = el(
    'section',
    { 'aria-labelledby': 'passkeys-title' },
    title,
    el('p', { class: 'quiet' }, canPasskey() ? text.note : text.unable),
    list,
    ...(canPasskey() ? [form] : []),
    note,
  );

  async function load(): Promise<void> {
    const { passkeys } = await api.passkeys();
    const rows = passkeys.map(({ id, name: called, at }) =>
      el(
        'li',
        {},
        el('strong', {}, called),
        el('span', { class: 'quiet' }, fill(text.added, { day: dayOf(at) })),
        el('button', { type: 'button', onclick: () => void remove(id, called) }, fill(text.remove, { name: called })),
      ),
    );
    list.replaceChildren(...(rows.length > 0 ? rows : [el('li', { class: 'quiet' }, text.none)]));
  }

  async function add(event: Event): Promise<void> {
    event.preventDefault();
    const called = name.value;
    await doing(note, async () => {
      const shown = { password: password.value || undefined, code: code.value || undefined };
      const asked = await api.startPasskey(shown).catch(ask);
      await api.addPasskey(called, await makePasskey(asked));
      keepFocus(form, empty, () => name.focus());
      await load();
      setText(note, fill(text.kept, { name: called }));
    });
  }

  function ask(error: unknown): never {
    const what = error instanceof Refused ? error.code.replace('-needed', '') : '';
    if (what === 'password' || what === 'code') asks[what].show();
    throw error;
  }

  function empty(): void {
    form.reset();
    for (const { part } of Object.values(asks)) part.hidden = true;
  }

  async function remove(id: string, called: string): Promise<void> {
    await doing(note, async () => {
      await api.removePasskey(id);
      await load();
      title.focus();
      setText(note, fill(text.removed, { name: called }));
    });
  }

  return {
    element,
    async show() {
      empty();
      list.replaceChildren();
      await doing(note, load);
    },
  };
}

/** A box that is hidden until it is asked for. */
function askFor(box: HTMLInputElement, label: string): { part: HTMLElement; show(): void } {
  const part = el('div', { class: 'part', hidden: true }, el('label', { for: box.id }, label), box);
  return {
    part,
    show() {
      part.hidden = false;
      box.value = '';
      box.focus();
    },
  };
}
