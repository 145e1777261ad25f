import { api } from './api.js';
import { el } from './dom.js';
import { words } from './words.js';

/** A browser window on the real chat page. */
export function browserWindow(): HTMLElement {
  const frame = el('iframe', { src: '/', title: words.browser.frame });
  const left = el('div', { class: 'left', hidden: true }, el('p', {}, words.browser.left));
  const back = () => {
    left.hidden = true;
    frame.src = '/';
  };
  left.append(el('button', { type: 'button', onclick: back }, words.browser.back));
  // "Leave this page" goes somewhere ordinary, which is not for showing here.
  frame.addEventListener('load', () => {
    left.hidden = frame.contentDocument !== null;
  });
  return panel('browser', words.browser, [frame, left]);
}

/** The real desk, with somebody signed in. */
export function deskWindow(): HTMLElement {
  const frame = el('iframe', { title: words.desk.frame });
  const open = el('a', { href: '/desk', target: '_blank', class: 'own' }, words.desk.open);
  void api.ticket().then((ticket) => {
    frame.src = `/desk/sign-in#${ticket}`;
  });
  return panel('desk', words.desk, [frame], open);
}

function panel(id: string, told: { title: string; address: string }, inside: Node[], under?: Node): HTMLElement {
  const title = el('h2', { id: `title-${id}` }, told.title);
  const bar = el(
    'div',
    { class: 'bar', 'aria-hidden': 'true' },
    el('i'),
    el('i'),
    el('i'),
    el('span', {}, told.address),
  );
  return el(
    'section',
    { class: `window ${id}`, 'aria-labelledby': title.id },
    el('div', { class: 'label' }, title),
    el('div', { class: 'glass' }, bar, el('div', { class: 'pane' }, ...inside)),
    el('div', { class: 'under' }, ...(under ? [under] : [])),
  );
}
