import { kept } from './kept.js';
import { element, exitUrl, words } from './page.js';
import { tellAround } from './panel.js';

const PRESSES = 3;
const WITHIN_MS = 5_000;
const UNHEARD_MS = 500;

/** "Leave this page": hides everything at once, forgets what this tab kept, and goes somewhere ordinary. */
export function watchForLeaving(): void {
  let presses: number[] = [];
  element('leave').addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener('keydown', ({ key, repeat }) => {
    if (repeat) return;
    // Shift for a capital letter is not a press of its own.
    presses = key === 'Shift' ? [...presses.filter((at) => at > Date.now() - WITHIN_MS), Date.now()] : [];
    const left = PRESSES - presses.length;
    const more = left === 1 ? words.leaveOnceMore : words.leaveMore.replace('{count}', String(left));
    element('shifts').textContent = presses.length > 0 ? more : '';
    if (left <= 0) leave();
  });
  // The page in another language takes the place of this one, or "back" would lead here from where they left to.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a'))
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      location.replace(link.href);
    });
  // A browser may bring the hidden page back; it must not show again what was left.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

function leave(): void {
  kept.clear();
  document.title = words.place;
  document.body.textContent = '';
  document.documentElement.classList.add('left');
  if (!tellAround('leave')) return location.replace(exitUrl);
  // In a panel on another website it is that whole page that goes. Should nobody listen there, at least the panel does.
  setTimeout(() => location.replace(exitUrl), UNHEARD_MS);
}
