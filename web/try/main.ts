import { listen } from './api.js';
import { el, setText } from './dom.js';
import { browserWindow, deskWindow } from './frames.js';
import { createPhone } from './phone.js';
import { words } from './words.js';

const sms = createPhone('sms');
const whatsapp = createPhone('whatsapp');
const lost = el('p', { class: 'lost', role: 'status' });

document.body.append(
  el(
    'header',
    {},
    el('div', { class: 'hello' }, el('h1', {}, words.heading), el('p', {}, words.intro)),
    el(
      'section',
      { class: 'first', 'aria-labelledby': 'first' },
      el('h2', { id: 'first' }, words.first.title),
      el('ol', {}, ...words.first.steps.map((step) => el('li', {}, step))),
    ),
  ),
  lost,
  el('main', {}, sms.element, whatsapp.element, browserWindow(), deskWindow()),
);

listen(
  (state) => {
    sms.show(state);
    whatsapp.show(state);
  },
  (gone) => setText(lost, gone ? words.lost : ''),
);
sms.focus();
