import { closesOutside, el } from './dom.js';
import { words } from './words.js';

const THINGS = ['photo', 'voice', 'location', 'sticker'] as const;

/** Where somebody writes on their phone, and sends things that are not words. */
export function createCompose(phone: string, send: (text: string) => void, attach: (thing: string) => void) {
  const box = el('textarea', {
    id: `write-${phone}`,
    rows: '1',
    autocomplete: 'off',
    placeholder: words.phones.placeholder,
  });
  const menu = el(
    'details',
    { class: 'things' },
    el('summary', {}, el('span', { class: 'unseen' }, words.phones.attach)),
    el(
      'div',
      {},
      ...THINGS.map((thing) =>
        el(
          'button',
          {
            type: 'button',
            onclick: () => {
              menu.open = false;
              attach(thing);
            },
          },
          words.things[thing],
        ),
      ),
    ),
  );
  const submit = (event: Event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text) return;
    box.value = '';
    send(text);
  };
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  });
  const form = el(
    'form',
    { class: 'compose', onsubmit: submit },
    menu,
    el('label', { class: 'unseen', for: box.id }, words.phones.message),
    box,
    el('button', { type: 'submit', class: 'send' }, el('span', { class: 'unseen' }, words.phones.send)),
  );
  closesOutside(menu);
  return { element: form, focus: () => box.focus() };
}
