import { el } from './dom.js';
import { keepFocus } from './keep-focus.js';
import { notice } from './notice.js';

/** Where one person is shown, or a few kind words instead. */
export interface Pane {
  element: HTMLElement;
  /** `onBack` as for `notice`. Drawn once, however often it is said. */
  notice(title: string, text: string, onBack: (() => void) | null): void;
  show(content: HTMLElement): void;
  clear(): void;
  focus(): void;
}

export function createPane(): Pane {
  const element = el('div', { id: 'main', class: 'pane', tabindex: '-1' });
  let noticed: string | null = null;

  function show(...content: HTMLElement[]): void {
    noticed = null;
    keepFocus(element, () => element.replaceChildren(...content), focus);
  }

  /** The title of what is shown; while there is nothing yet, the place where it will be. */
  function focus(): void {
    (element.querySelector('h2') ?? element).focus();
  }

  return {
    element,
    notice(title, text, onBack) {
      const key = `${title}\n${text}`;
      if (noticed === key) return;
      show(notice(title, text, onBack));
      noticed = key;
    },
    show,
    clear: () => show(),
    focus,
  };
}
