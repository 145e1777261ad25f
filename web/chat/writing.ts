import { element, words } from './page.js';

/** Those who write say so this often. */
const EVERY_MS = 3_000;
/** Nothing more was heard of it for so long: they have stopped. */
const SHOWN_MS = 5_000;
/** A hint may come a little later than the message it was about. */
const LATE_MS = 1_000;

/** Calls at once, and then no more often than people have to hear of it. */
export function nowAndThen(tell: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - last < EVERY_MS) return;
    last = performance.now();
    tell();
  };
}

/** Shows that a worker is writing. Who listens hears it once, and again only after a message of theirs. */
export function createWriting() {
  const [scroll, shown, heard] = [element('scroll'), element('writing'), element('heard')];
  const wrote = new Map<string, number>();
  let writer = '';
  let timer = 0;
  let told = false;

  function hide(): void {
    window.clearTimeout(timer);
    writer = '';
    shown.hidden = true;
    heard.textContent = '';
  }

  function show(name: string): void {
    writer = name;
    const line = words.writing.replace('{name}', name);
    const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 1;
    const dots = document.createElement('span');
    dots.className = 'dots';
    dots.append(...[1, 2, 3].map(() => document.createElement('i')));
    shown.textContent = line;
    shown.append(dots);
    shown.hidden = false;
    if (atEnd) scroll.scrollTop = scroll.scrollHeight;
    if (!told) heard.textContent = line;
    told = true;
  }

  return {
    hint(name: string): void {
      // Two may write at once: the first is shown until they have stopped, and not one and the other in turn.
      if (writer && name !== writer) return;
      if (performance.now() - (wrote.get(name) ?? Number.NEGATIVE_INFINITY) < LATE_MS) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(hide, SHOWN_MS);
      if (!writer) show(name);
    },
    /** What this worker wrote is there. */
    wrote(name: string): void {
      wrote.set(name, performance.now());
      told = false;
      if (name === writer) hide();
    },
    hide,
  };
}
