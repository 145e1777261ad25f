import { kept } from './kept.js';

/** What the chat tells the page around its panel: that it is shown; that they leave, or close it; that it has forgotten the talk. */
type Told = 'here' | 'leave' | 'close' | 'forgot';

const isFramed = window.parent !== window;

/** Tells the page around the panel (web/embed), whichever website it is of. False: there is none. */
export function tellAround(what: Told): boolean {
  if (isFramed) window.parent.postMessage(`natter/${what}`, '*');
  return isFramed;
}

/** Where the chat is in a panel on another website: what the keys there mean, and what that website's page says. */
export function watchPanel(): void {
  if (!tellAround('here')) return;
  document.addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Escape' && !isComposing) tellAround('close');
  });
  // They left by that page, which waits until nothing is kept.
  window.addEventListener('message', ({ data, source }) => {
    if (data !== 'natter/forget' || source !== window.parent) return;
    kept.clear();
    tellAround('forgot');
  });
}
