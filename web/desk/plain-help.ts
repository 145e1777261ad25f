import { el, setText } from './dom.js';
import { insert } from './insert.js';
import { putIn } from './put-in.js';
import type { Found } from './shared/found';
import type { Jargon } from './shared/jargon';
import type { NotPlain, PlainWords } from './shared/plain-words';
import { fill, words } from './words.js';

/** Nobody is told of a word that they are still writing. */
const PAUSE_MS = 400;
/** More at once would be a telling-off. */
const MOST = 3;
const SHORT = 60;

export interface PlainHelp {
  element: HTMLElement;
  /** Looks at what is in the box now, when other words have come into it than were typed. */
  look(): void;
  /** Puts the first plain word in, if there is one. */
  first(): void;
}

interface Hint extends Found {
  text: string;
  /** What goes in instead, where there are words for it. */
  instead: string | null;
}

/**
 * Says under the reply box what could be plainer, and puts plain words in. It looks at the text here, against the list that
 * the checker of Natter's own words uses; what is written leaves the page only when it is sent, and nothing here hinders that.
 */
export function createPlainHelp(box: HTMLTextAreaElement): PlainHelp {
  const count = el('p', { class: 'plain-count', role: 'status' });
  const list = el('ul', { 'aria-label': words.plain.title });
  const key = el('p', { class: 'quiet' }, words.plain.key);
  const element = el('section', { class: 'plain-help', 'aria-label': words.plain.title, hidden: true }, list, key);
  let find: (text: string) => NotPlain = () => ({ jargon: [], letters: [], longSentences: [] });
  let hints: Hint[] = [];
  let pause = 0;

  box.addEventListener('input', () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(look, PAUSE_MS);
  });
  // Whoever goes on to what is offered is not to have it drawn anew under their fingers.
  box.addEventListener('keydown', ({ key }) => {
    if (key === 'Tab') look();
  });
  loaded().then(
    (finder) => {
      find = finder;
      look();
    },
    // Without it the page does all else that it does.
    () => undefined,
  );

  function look(): void {
    window.clearTimeout(pause);
    hints = hintsOf(find(box.value));
    const shown = hints.slice(0, MOST).map(row);
    const more = hints.length - shown.length;
    list.replaceChildren(
      ...shown,
      ...(more > 0 ? [el('li', { class: 'quiet' }, fill(words.plain.more, { n: more }))] : []),
    );
    setText(
      count,
      hints.length > 1 ? fill(words.plain.many, { n: hints.length }) : hints.length > 0 ? words.plain.one : '',
    );
    key.hidden = !hints.some(({ instead }) => instead);
    element.hidden = hints.length === 0;
  }

  function row(hint: Hint): HTMLLIElement {
    const { text, instead } = hint;
    if (instead === null) return el('li', {}, text);
    const say = fill(words.plain['put-in'], { instead });
    return el('li', {}, el('span', {}, text), el('button', { type: 'button', onclick: () => replace(hint) }, say));
  }

  function replace({ instead, ...found }: Hint): void {
    // They may have written on since it was found.
    if (instead === null || box.value.slice(found.from, found.to) !== found.words) return look();
    const edit = putIn(box.value, found, instead);
    insert(box, edit);
    // Selected, since plain words seldom fit the sentence as they are.
    box.setSelectionRange(edit.from, edit.from + edit.text.length);
    look();
  }

  return {
    element: el('div', {}, count, element),
    look,
    first() {
      look();
      const first = hints.find(({ instead }) => instead);
      if (first) replace(first);
    },
  };
}

/** The finder and its list, which come after the page: they are large, and a browser too old for them can do without. */
async function loaded(): Promise<(text: string) => NotPlain> {
  const address = document.body.dataset.plainWords ?? '';
  const [{ notPlain }, list] = await Promise.all([
    import('./shared/plain-words'),
    fetch(address).then((reply) => reply.json() as Promise<{ jargon: Jargon[]; letters: string[] }>),
  ]);
  const plainWords: PlainWords = { jargon: list.jargon, letters: new Set(list.letters) };
  return (text) => notPlain(text, plainWords);
}

/** In the order of the text. An idiom is no fault, and not worth a worker's time. */
function hintsOf({ jargon, letters, longSentences }: NotPlain): Hint[] {
  const seen = new Set<string>();
  const found = jargon.flatMap(({ rule, instead, ...at }) => {
    if (rule === 'idiom' || seen.has(at.words.toLowerCase())) return [];
    seen.add(at.words.toLowerCase());
    return [{ ...at, instead, text: fill(words.plain[rule], { words: at.words }) }];
  });
  const unknown = letters.map((at) => ({ ...at, instead: null, text: fill(words.plain.letters, { words: at.words }) }));
  const long = longSentences.map(({ count, ...at }) => ({
    ...at,
    instead: null,
    text: fill(words.plain.long, { n: count, words: short(at.words) }),
  }));
  return [...found, ...unknown, ...long].sort((a, b) => a.from - b.from);
}

const short = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text);
