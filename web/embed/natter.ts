/*
 * The chat on somebody else's website: a button, or links marked `data-natter`, that show the chat page in a panel.
 *   <script src="https://chat.example.gov.uk/natter.js" async></script>
 * It loads nothing but its own look until the chat is opened, keeps nothing, and reads nothing of the page but its language.
 */

/** What the server puts in front of this script (adapters/web/embed.ts). */
declare const settings: {
  /** Where the chat's look is, from its own address. */
  css: string;
  exitUrl: string;
  /** By language, the first one first. */
  words: Record<string, { dir: string; open: string; close: string; ownPage: string; title: string }>;
};

const PRESSES = 3;
const WITHIN_MS = 5_000;

const script = document.currentScript as HTMLScriptElement | null;
if (script && document.body) start(new URL(script.src).origin);
else if (script) {
  const { origin } = new URL(script.src);
  document.addEventListener('DOMContentLoaded', () => start(origin));
}

function start(home: string): void {
  const [first = 'en'] = Object.keys(settings.words);
  const spoken = document.documentElement.lang.split('-')[0] ?? '';
  const language = spoken in settings.words ? spoken : first;
  const words = settings.words[language];
  if (!words || !document.body.attachShadow) return;
  const address = language === first ? `${home}/` : `${home}/?language=${language}`;
  const links = document.querySelectorAll<HTMLElement>('[data-natter]');

  // The website's own styles stay out, and these stay in.
  const host = document.createElement('natter-chat');
  const root = host.attachShadow({ mode: 'open' });
  const look = made('link', { rel: 'stylesheet', href: home + settings.css });
  const opener = made('button', { type: 'button', class: 'open' }, words.open);
  const panel = made('section', { class: 'panel', role: 'dialog', 'aria-label': words.title, hidden: '' });
  const ownPage = made('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, words.ownPage);
  const closer = made('button', { type: 'button' }, words.close);
  const bar = made('div', { class: 'bar' });
  bar.append(ownPage, closer);
  panel.append(bar);
  host.lang = language;
  host.dir = words.dir;
  // Until its look is there it would lie about in the page.
  host.hidden = true;
  look.addEventListener('load', () => {
    host.hidden = false;
  });
  root.append(look, ...(links.length > 0 ? [] : [opener]), panel);
  document.body.append(host);

  let frame: HTMLIFrameElement | null = null;
  let cameFrom: HTMLElement = opener;

  function open(from: HTMLElement): void {
    cameFrom = from;
    frame ??= panel.appendChild(
      made('iframe', { src: address, title: words?.title ?? '', referrerpolicy: 'no-referrer' }),
    );
    panel.hidden = false;
    opener.hidden = true;
    frame.focus();
  }

  /** What was said stays there: it can be opened again. */
  function close(): void {
    panel.hidden = true;
    opener.hidden = false;
    cameFrom.focus();
  }

  opener.addEventListener('click', () => open(opener));
  closer.addEventListener('click', close);
  for (const link of links)
    link.addEventListener('click', (event) => {
      // Without its look there is no panel: the link leads to the chat's own page, as it does without this script.
      if (host.hidden || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(link);
    });
  window.addEventListener('message', ({ data, source, origin }) => {
    if (data === 'natter/leave' && origin === home && source === frame?.contentWindow) leave();
  });
  watchKeys(panel, close);
}

/** In the page around the chat the keys do what they do in the chat. */
function watchKeys(panel: HTMLElement, close: () => void): void {
  let presses: number[] = [];
  document.addEventListener('keydown', ({ key, repeat }) => {
    if (repeat || panel.hidden) return;
    presses = key === 'Shift' ? [...presses.filter((at) => at > Date.now() - WITHIN_MS), Date.now()] : [];
    if (presses.length >= PRESSES) leave();
    if (key === 'Escape') close();
  });
}

/** "Leave this page", pressed in the chat, is meant of the whole page. */
function leave(): void {
  document.body.replaceChildren();
  location.replace(settings.exitUrl);
}

function made<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
