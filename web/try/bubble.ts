import { api } from './api.js';
import { el } from './dom.js';
import type { Bubble, Line } from './state.js';
import { fill, timeOf, words } from './words.js';

/** One message on the screen, with what can be tapped. */
export function bubbleOf({ via, phone }: Line, bubble: Bubble): HTMLLIElement {
  const { mine, kind, choices } = bubble;
  const tap = (choice: string) => () => void api.tap(via, bubble.id, choice);
  const buttons = choices.map(({ id, label }) => el('button', { type: 'button', onclick: tap(id) }, label));
  const children: Node[] = [
    el('div', { class: 'said' }, el('p', { dir: 'auto' }, wordsOf(bubble)), facts(bubble, phone === 'whatsapp')),
  ];
  if (buttons.length > 0 && kind === 'list') children.push(options(buttons));
  else if (buttons.length > 0) children.push(el('div', { class: 'taps' }, ...buttons));
  return el('li', { class: `${mine ? 'mine' : 'theirs'} ${kind} is-${bubble.state}` }, ...children);
}

const wordsOf = ({ kind, text }: Bubble): string =>
  kind === 'thing' ? ((words.things as Record<string, string>)[text] ?? text) : text;

/** Opens over the conversation, as WhatsApp's lists do. */
function options(buttons: HTMLButtonElement[]): HTMLElement {
  const list = el('details', { class: 'options' }, el('summary', {}, words.options.open), ...buttons);
  for (const button of buttons) button.addEventListener('click', () => list.removeAttribute('open'));
  return list;
}

/** What it cost, when it was, and what became of it. */
function facts({ mine, segments, state, at }: Bubble, ticks: boolean): HTMLElement {
  const line = el('p', { class: 'facts' });
  if (segments !== null) line.append(el('span', { class: 'cost' }, costOf(segments)));
  line.append(el('time', { datetime: new Date(at).toISOString() }, timeOf(at)));
  const told = mine && state === 'failed' ? words.states['failed-mine'] : words.states[state];
  if (ticks && state !== 'failed') line.append(el('span', { class: 'ticks' }), el('span', { class: 'unseen' }, told));
  else if (!mine || state !== 'delivered') line.append(el('span', { class: 'told' }, told));
  return line;
}

const costOf = (segments: number): string =>
  segments === 1 ? words.cost.one : fill(words.cost.many, { count: segments });
