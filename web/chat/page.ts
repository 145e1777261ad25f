import type { PageWords } from '../../adapters/web/words.js';

/** What the server put into the page. */
const { words, language, exitUrl } = JSON.parse(element('page').textContent ?? '{}') as {
  words: PageWords;
  /** The language the page was asked for in. */
  language: string | null;
  exitUrl: string;
};

export { exitUrl, language, words };

export function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found as T;
}

/** Puts these in place of whatever is in it. Not `replaceChildren`: phones of before 2021 do not know it. */
export function refill(place: HTMLElement, nodes: Iterable<Node>): void {
  place.textContent = '';
  place.append(...nodes);
}

/** A random id of 128 bits. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
