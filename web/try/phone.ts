import { api } from './api.js';
import { createCompose } from './compose.js';
import { el, setText } from './dom.js';
import { createNetwork } from './network.js';
import type { Line, Phone, State, Via } from './state.js';
import { createThread } from './thread.js';
import { fill, spoken, words } from './words.js';

/** A phone, which one or another provider carries the messages of. */
export function createPhone(kind: Phone) {
  const name = words.phones[kind];
  let via: Via | null = null;
  let latest: State | null = null;

  const write = (text: string) => via && void api.write(via, text);
  const openers = words.openers.map((text) => el('button', { type: 'button', onclick: () => void write(text) }, text));
  const empty = el('div', { class: 'empty' }, el('p', {}, words.phones.empty), ...openers);
  const thread = createThread(name, empty);
  const network = createNetwork(kind);
  const compose = createCompose(
    kind,
    (text) => void write(text),
    (thing) => void (via && api.attach(via, thing)),
  );
  const pick = el('select', {
    id: `via-${kind}`,
    onchange: () => {
      via = pick.value as Via;
      if (latest) show(latest);
    },
  });
  const to = el('p', { class: 'number' });
  const cost = el('p', { class: 'spent' });
  const fresh = el('button', { type: 'button', class: 'fresh', onclick: () => void (via && api.fresh(via)) });
  const title = el('h2', { id: `title-${kind}` }, name);
  const element = el(
    'section',
    { class: `phone ${kind}`, 'aria-labelledby': title.id },
    el('div', { class: 'label' }, title, el('label', { for: pick.id }, words.phones.via), pick),
    el(
      'div',
      { class: 'device' },
      el(
        'div',
        { class: 'screen' },
        el('div', { class: 'top' }, el('span', { class: 'face' }), el('div', {}, el('b', {}, 'Natter'), to), cost),
        thread.element,
        compose.element,
      ),
    ),
    el('div', { class: 'under' }, network.element, fresh),
  );

  function show(state: State): void {
    latest = state;
    const lines = state.lines.filter(({ phone }) => phone === kind);
    if (pick.childElementCount === 0)
      pick.append(...lines.map((line) => el('option', { value: line.via }, words.via[line.via])));
    const line = lines.find((each) => each.via === via) ?? lines[0];
    element.classList.toggle('is-real', !line);
    if (!line) return void setText(to, words.phones.real);
    via = line.via;
    setText(to, spoken(line.to));
    setText(fresh, words.phones.fresh);
    fresh.title = spoken(line.number);
    setText(cost, spent(line));
    thread.show(line);
    network.show(line);
    look(line);
  }

  /** A phone that lies open is read. */
  function look({ phone, bubbles, via: carrier }: Line): void {
    const unread = bubbles.some(({ mine, state }) => !mine && state === 'delivered');
    if (phone === 'whatsapp' && unread && document.visibilityState === 'visible') void api.read(carrier);
  }

  return { element, show, focus: compose.focus };
}

function spent({ phone, bubbles }: Line): string {
  if (phone === 'whatsapp') return '';
  const count = bubbles.reduce((sum, { segments }) => sum + (segments ?? 0), 0);
  return count === 0 ? words.cost.none : fill(words.cost.whole, { count });
}
