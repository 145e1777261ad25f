import { type Activity, authorOf, type Choice } from './activity.js';
import type { Unsent } from './outbox.js';
import { element, refill, words } from './page.js';
import { partsOf } from './text.js';

const scroll = element('scroll');
const log = element('log');
const choices = element('choices');
const status = element('status');

/** Bubbles of messages whose echo has not come back yet. */
const unsent = new Map<string, HTMLLIElement>();

/** Takes everything out of the log but what is still being sent. */
export function clearLog(): void {
  refill(log, unsent.values());
}

/** Adds what was said, in order. `follow`: scrolls to where the new part begins. */
export function addMessages(activities: Activity[], follow: boolean): void {
  const [first] = activities.map(place);
  if (first && follow) show(first);
}

/** Shows a conversation that goes on at its end, and one that has only begun at its beginning. */
export function showAll(): void {
  if (log.querySelector('.person')) log.lastElementChild?.scrollIntoView({ block: 'end', behavior: 'instant' });
  else scroll.scrollTop = 0;
}

/** Puts a message after all that came before; one of our own may be there already, not yet known to be sent. */
function place(activity: Activity): HTMLElement {
  const own = activity.channelData?.clientActivityID ?? '';
  const waiting = unsent.get(own);
  unsent.delete(own);
  waiting?.querySelector('small')?.remove();
  const bubble = waiting ?? bubbleOf(activity);
  const next = unsent.values().next().value ?? null;
  if (!waiting || waiting.nextSibling !== next) log.insertBefore(bubble, next);
  return bubble;
}

/** Shows a message at once, before the server has it. */
export function addUnsent({ id, text }: Unsent): void {
  const bubble = bubbleOf({ text, from: { role: 'user' } });
  bubble.append(make('small', words.sending));
  unsent.set(id, bubble);
  log.append(bubble);
  show(bubble);
}

export function markWaiting(id: string): void {
  const note = unsent.get(id)?.querySelector('small');
  if (note) note.textContent = words.notSent;
}

export function drop(id: string): void {
  unsent.get(id)?.remove();
  unsent.delete(id);
}

/** The choices as buttons, in place of those before. */
export function showChoices(offered: Choice[], pick: (choice: Choice) => void): void {
  const held = choices.contains(document.activeElement);
  refill(
    choices,
    offered.map((choice) => {
      const button = make('button', choice.title);
      button.type = 'button';
      button.onclick = () => pick(choice);
      return button;
    }),
  );
  // The button that had the focus is gone: stay near it, without opening a phone's keyboard.
  if (held) scroll.focus({ preventScroll: true });
}

export function showStatus(text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

/** Says who is on the other side. */
export function showWith(worker: boolean): void {
  element('with').textContent = worker ? words.statusPerson : words.statusNatter;
}

function bubbleOf(activity: Activity): HTMLLIElement {
  const author = authorOf(activity);
  const name = { person: words.you, natter: words.natter, worker: words.worker }[author];
  const bubble = document.createElement('li');
  bubble.className = author;
  const text = make('p', '');
  text.className = 'said';
  const parts = author === 'person' ? [{ text: activity.text ?? '' }] : partsOf(activity.text ?? '');
  text.append(...parts.map(({ text, href }) => (href ? link(text, href) : text)));
  bubble.append(make('b', name.replace('{name}', activity.from?.name ?? '')), text);
  return bubble;
}

function link(text: string, href: string): HTMLAnchorElement {
  const anchor = make('a', text);
  anchor.href = href;
  if (href.startsWith('tel:')) return anchor;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
  const note = make('span', ` (${words.newTab})`);
  note.className = 'unseen';
  anchor.append(note);
  return anchor;
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Scrolls down, but no further than where the new part begins. The focus stays where it is. */
function show(bubble: HTMLElement): void {
  requestAnimationFrame(() => bubble.scrollIntoView({ block: 'start' }));
}
