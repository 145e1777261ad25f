import type { EndedTalk } from '../../handoff/types';
import { el, setText } from './dom.js';
import { channelName, fill, timeOf, words } from './words.js';

const text = words['ended-today'];

export interface EndedList {
  element: HTMLElement;
  /** Looks again, where it is open. */
  look(): void;
  /** Somebody else may look next. */
  forget(): void;
}

/** What this worker ended lately, to go on with. It is asked for while it is open, and `read` gives null when that failed. */
export function createEnded(
  me: () => string | undefined,
  read: () => Promise<{ ended: EndedTalk[] } | null>,
  onReopen: (id: string) => void,
): EndedList {
  const none = el('p', { class: 'quiet' }, text.none);
  const list = el('ul', {});
  const summary = el('summary', {}, text.open);
  const element = el(
    'details',
    { class: 'ended', ontoggle: () => void look() },
    summary,
    el('p', { class: 'quiet' }, text.note),
    none,
    list,
  );
  none.hidden = true;

  async function look(): Promise<void> {
    if (!element.open) return;
    const found = await read();
    if (found) show(found.ended);
  }

  function show(ended: EndedTalk[]): void {
    const drawn = JSON.stringify(ended);
    if (list.dataset.drawn === drawn) return;
    const had = list.contains(document.activeElement);
    list.dataset.drawn = drawn;
    list.replaceChildren(...ended.map(row));
    none.hidden = ended.length > 0;
    // Whoever worked here by keyboard is not to begin at the top of the page.
    if (had) summary.focus();
  }

  function row({ id, channel, at, outcome, worker }: EndedTalk): HTMLLIElement {
    const line = el('p', { id: `ended-${id}`, class: 'when' });
    setText(line, fill(text.line, { time: timeOf(at), channel: channelName(channel) }));
    const by = worker.id === me() ? '' : fill(text.by, { name: worker.name });
    const how = [words.end[outcome], by].filter(Boolean).join(' · ');
    const reopen = el(
      'button',
      { type: 'button', 'aria-describedby': `ended-${id}`, onclick: () => onReopen(id) },
      text.reopen,
    );
    return el('li', {}, line, el('p', { class: 'how' }, how), reopen);
  }

  return {
    element,
    look: () => void look(),
    forget() {
      element.open = false;
      delete list.dataset.drawn;
      list.replaceChildren();
    },
  };
}
