import type { SavedReply } from '../../handoff/types';
import { el, setText } from './dom.js';
import { insert } from './insert.js';
import { fill, words } from './words.js';

const text = words.saved;
/** What opens the list when it is the first thing typed. */
const KEY = '/';

/**
 * The list of saved replies: opened by its button, or by a / in an empty reply box. What is picked comes into the box, to be
 * changed and sent like anything else.
 */
export function createSavedReplies(box: HTMLTextAreaElement, load: () => Promise<SavedReply[]>) {
  let all: SavedReply[] = [];
  let shown: SavedReply[] = [];
  let at = 0;

  const find = el('input', {
    ...{ type: 'text', id: 'saved-find', role: 'combobox', autocomplete: 'off', spellcheck: 'false' },
    ...{ 'aria-controls': 'saved-list', 'aria-expanded': 'true', 'aria-autocomplete': 'list' },
    'aria-describedby': 'saved-hint',
  });
  const list = el('ul', { id: 'saved-list', role: 'listbox', 'aria-label': text.title });
  const note = el('p', { class: 'quiet', role: 'status' });
  const panel = el(
    'div',
    { class: 'saved', hidden: true },
    el('label', { for: 'saved-find' }, text.find),
    find,
    el('p', { id: 'saved-hint', class: 'quiet' }, text.hint),
    note,
    list,
  );
  const button = el('button', { type: 'button', 'aria-expanded': 'false', onclick: toggle }, text.open);

  box.addEventListener('beforeinput', (event) => {
    if (box.value !== '' || event.data !== KEY || event.isComposing) return;
    event.preventDefault();
    void open();
  });
  find.addEventListener('input', () => show(0));
  find.addEventListener('keydown', onKey);
  // Clicking picks, and must not take the focus out of the list first: that closes it.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  panel.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget !== button && !panel.contains(relatedTarget as Node | null)) close();
  });

  function toggle(): void {
    if (panel.hidden) void open();
    else leave();
  }

  async function open(): Promise<void> {
    find.value = '';
    panel.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    find.focus();
    if (all.length === 0) all = await load().catch(() => []);
    show(0);
  }

  function close(): void {
    panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  }

  function leave(): void {
    box.focus();
    close();
  }

  function show(first: number): void {
    const wanted = find.value.toLowerCase().split(/\s+/);
    shown = all.filter((reply) => wanted.every((word) => `${reply.title}\n${reply.text}`.toLowerCase().includes(word)));
    list.replaceChildren(...shown.map(option));
    list.hidden = shown.length === 0;
    setText(
      note,
      shown.length === 0 ? text.none : shown.length === 1 ? text.one : fill(text.many, { n: shown.length }),
    );
    move(first);
  }

  function option(reply: SavedReply, index: number): HTMLLIElement {
    return el(
      'li',
      { id: `saved-${index}`, role: 'option', 'aria-selected': 'false', onclick: () => pick(reply) },
      el('strong', {}, reply.title),
      ' ',
      el('span', { class: 'quiet' }, reply.text.split('\n')[0] ?? ''),
    );
  }

  /** Past either end it goes on at the other. */
  function move(to: number): void {
    list.children[at]?.setAttribute('aria-selected', 'false');
    at = shown.length > 0 ? (to + shown.length) % shown.length : 0;
    const option = list.children[at];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    find.setAttribute('aria-activedescendant', option?.id ?? '');
  }

  function onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: shown.length - 1, PageUp: 0 };
    const to = moves[event.key];
    const reply = shown[at];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter') {
      if (reply) pick(reply);
    } else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  }

  function pick(reply: SavedReply): void {
    leave();
    insert(box, { from: box.selectionStart, to: box.selectionEnd, text: reply.text.trim() });
  }

  return { panel, button, close };
}
