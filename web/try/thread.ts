import { bubbleOf } from './bubble.js';
import { el } from './dom.js';
import type { Line } from './state.js';
import { words } from './words.js';

/** Closer to the end than this counts as reading along. */
const NEAR_PX = 120;

/** A phone's conversation, which changes only where something has changed. */
export function createThread(name: string, empty: HTMLElement) {
  const list = el('ol', {});
  const log = el(
    'div',
    { class: 'thread', role: 'log', tabindex: '0', 'aria-label': `${name}: ${words.phones.log}` },
    empty,
    list,
  );
  let shown = new Map<string, { node: HTMLElement; as: string }>();

  function show(line: Line): void {
    const along = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
    const before = shown;
    shown = new Map();
    for (const bubble of line.bubbles) {
      const as = JSON.stringify([line.via, bubble]);
      const known = before.get(bubble.id);
      shown.set(bubble.id, known?.as === as ? known : { node: bubbleOf(line, bubble), as });
    }
    const nodes = [...shown.values()].map(({ node }) => node);
    if (nodes.length !== list.childElementCount || nodes.some((node, n) => list.children[n] !== node)) place(nodes);
    const more = [...shown.keys()].some((id) => !before.has(id));
    empty.hidden = nodes.length > 0;
    if (more && (along || line.bubbles.at(-1)?.mine)) log.scrollTop = log.scrollHeight;
  }

  /** Moves nothing that stays where it is: a list that is open stays open. */
  function place(nodes: HTMLElement[]): void {
    nodes.forEach((node, n) => {
      const there = list.children[n];
      if (there === node) return;
      if (there && !nodes.includes(there as HTMLElement)) there.replaceWith(node);
      else list.insertBefore(node, there ?? null);
    });
    while (list.childElementCount > nodes.length) list.lastElementChild?.remove();
  }

  return { element: log, show };
}
