import { el } from './dom.js';
import { words } from './words.js';

/** A few kind words where a person would be shown. `onBack` is for narrow screens, where the list is out of sight. */
export const notice = (title: string, text: string, onBack: (() => void) | null): HTMLElement =>
  el(
    'div',
    { class: 'notice' },
    el('h2', { tabindex: '-1' }, title),
    el('p', {}, text),
    ...(onBack ? [el('button', { type: 'button', class: 'back', onclick: onBack }, words.people.back)] : []),
  );

/** All that is left on the page when the session has ended. */
export const signedOutCard = (): HTMLElement =>
  el(
    'main',
    { class: 'card' },
    el('h1', { tabindex: '-1' }, words['signed-out'].title),
    el('p', {}, words['signed-out'].note),
    el('a', { href: '/desk/sign-in', target: '_blank', rel: 'opener' }, words['signed-out'].link),
  );
