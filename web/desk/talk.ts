import type { DeskEntry } from '../../handoff/types';
import { el, said, scroller } from './dom.js';
import { timeOf, words } from './words.js';

/** The conversation, which only ever grows. */
export function createTalk() {
  const empty = el('p', { class: 'quiet' }, words.person['talk-empty']);
  const lines = el('ol');
  const element = scroller('talk', 'talk-title');
  element.append(
    el('h3', { id: 'talk-title' }, words.person.talk),
    empty,
    el('div', { role: 'log', 'aria-labelledby': 'talk-title' }, lines),
  );
  let last = -1;
  return {
    element,
    show(entries: DeskEntry[]): void {
      const fresh = entries.filter(({ seq }) => seq > last);
      empty.hidden = entries.length > 0;
      if (fresh.length === 0) return;
      last = fresh.at(-1)?.seq ?? last;
      const before = lines.lastElementChild;
      const following = before === null || inSight(before) || fresh.some(({ from }) => from === 'worker');
      lines.append(...fresh.map(spoken));
      if (before === null) element.scrollTop = element.scrollHeight;
      else if (following) lines.lastElementChild?.scrollIntoView({ block: 'nearest' });
    },
  };

  function spoken({ at, from, name, text: line }: DeskEntry): HTMLLIElement {
    const who = {
      person: words.person['from-person'],
      natter: words.person['from-natter'],
      worker: name ?? words.person['from-me'],
      desk: words.person['from-desk'],
    }[from];
    return el('li', { class: `from-${from}` }, el('p', { class: 'who' }, `${who} · ${timeOf(at)}`), said('p', line));
  }
}

/** Somebody who has gone back to read on is left where they are. */
const inSight = (line: Element): boolean => line.getBoundingClientRect().top < window.innerHeight;
