import type { DeskEntry } from '../../handoff/types';
import { el, said, scroller, setText } from './dom.js';
import { timeOf, words } from './words.js';

/** Nearer than this to the end, in pixels, is at the end. */
const NEAR_END = 48;

/** The conversation, which only ever grows. `box`: where replies are written, below it, or over it on a small screen. */
export function createTalk(box: HTMLElement) {
  const title = el('h3', { id: 'talk-title' });
  const empty = el('p', { class: 'quiet' });
  const lines = el('ol');
  const element = scroller('talk', 'talk-title');
  element.append(title, empty, el('div', { role: 'log', 'aria-labelledby': 'talk-title' }, lines));
  let last = -1;
  let shown: boolean | null = null;
  let atEnd = true;
  element.addEventListener('scroll', () => {
    atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END;
  });
  /** To the end of what was said; on a small screen it is the page that scrolls, as far as the reply box leaves room. */
  function follow(): void {
    element.scrollTop = element.scrollHeight;
    lines.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }
  // The reply box grows and shrinks: what was said last stays in sight for whoever is reading there.
  let was = { width: 0, height: 0 };
  const growing = new ResizeObserver(() => {
    // Somebody else is shown, with the same box.
    if (!element.isConnected) return growing.disconnect();
    const now = { width: window.innerWidth, height: box.offsetHeight };
    // The page itself moves only for what the box now covers, and not because a phone was turned.
    const covers = now.width === was.width && now.height > was.height;
    was = now;
    element.style.setProperty('--reply-box', `${now.height}px`);
    if (atEnd) element.scrollTop = element.scrollHeight;
    if (covers && lines.lastElementChild && inSight(lines.lastElementChild)) follow();
  });
  for (const each of [element, box]) growing.observe(each);
  const states = new Map<number, HTMLElement>();
  return {
    element,
    /** `all`: from when they asked for a person; or else only while this worker was there. */
    show(entries: DeskEntry[], all: boolean): void {
      if (shown !== all) {
        // What they may see is not what it was: nothing of before stays.
        lines.replaceChildren();
        states.clear();
        last = -1;
        shown = all;
      }
      setText(title, words.person[all ? 'talk' : 'talk-peer']);
      setText(empty, words.person[all ? 'talk-empty' : 'talk-peer-empty']);
      const fresh = entries.filter(({ seq }) => seq > last);
      empty.hidden = entries.length > 0;
      for (const entry of entries) showDelivery(entry);
      if (fresh.length === 0) return;
      last = fresh.at(-1)?.seq ?? last;
      const before = lines.lastElementChild;
      const following = before === null || inSight(before) || fresh.some(({ from }) => from === 'worker');
      lines.append(...fresh.map(spoken));
      if (!following) return;
      if (before === null) element.scrollTop = element.scrollHeight;
      else follow();
      // Known before the scrolling is told: the reply box may say "Sent" in between, and take some of the room.
      atEnd = true;
    },
  };

  function showDelivery({ seq, delivery }: DeskEntry): void {
    const state = states.get(seq);
    if (!state || !delivery || state.dataset.delivery === delivery) return;
    state.dataset.delivery = delivery;
    state.textContent = ` · ${words.delivery[delivery]}`;
  }

  function spoken(entry: DeskEntry): HTMLLIElement {
    const { seq, at, from, name, text: line, sent } = entry;
    const who = {
      person: words.person['from-person'],
      natter: words.person['from-natter'],
      worker: name ?? words.person['from-me'],
      desk: [words.person['from-desk'], name].filter(Boolean).join(', '),
    }[from];
    const state = el('span', { class: 'delivery' });
    states.set(seq, state);
    const head = el('p', { class: 'who' }, `${who} · ${timeOf(at)}`, state);
    const item = el('li', { class: `from-${from}` }, head);
    if (sent) item.append(el('p', { class: 'quiet' }, words.sent[sent]));
    if (line || !sent) item.append(said('p', line));
    showDelivery(entry);
    return item;
  }
}

/** Somebody who has gone back to read on is left where they are. */
const inSight = (line: Element): boolean => line.getBoundingClientRect().top < window.innerHeight;
