import { setText } from './dom.js';
import { words } from './words.js';

/** A short break in the line is not worth alarming anybody. */
const PATIENCE_MS = 1_500;

/** Says in the banner when we are cut off: `stream` is the wake-ups, `answers` is everything we ask. */
export function createLine(banner: HTMLElement, onBack: () => void): (part: 'stream' | 'answers', up: boolean) => void {
  const state = { stream: true, answers: true };
  let alarm = 0;
  return (part, up) => {
    const was = state.stream && state.answers;
    state[part] = up;
    const now = state.stream && state.answers;
    if (was === now) return;
    window.clearTimeout(alarm);
    if (!now) {
      alarm = window.setTimeout(() => setText(banner, words.live.lost), PATIENCE_MS);
    } else if (banner.textContent === words.live.lost) {
      setText(banner, '');
      onBack();
    }
  };
}
