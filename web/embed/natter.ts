/*
 * The chat on somebody else's website: a button, or links marked `data-natter`, that show the chat page in a panel.
 *   <script src="https://chat.example.gov.uk/natter.js" async></script>
 * It loads nothing but its own look until the chat is opened, keeps nothing, and reads nothing of the page but its language.
 * What the panel and the chat in it tell each other is in web/chat/panel.ts.
 */

/** What the server puts in front of this script (adapters/web/embed.ts). */
declare const settings: {
  /** Where Natter is; null: where this script came from. */
  home: string | null;
  /** Where the panel's look is, there. */
  css: string;
  exitUrl: string;
  /** By language, the first one first. */
  words: Record<string, { dir: string; open: string; close: string; ownPage: string; title: string }>;
};

const PRESSES = 3;
const WITHIN_MS = 5_000;
const FORGETS_WITHIN_MS = 1_000;
/** What the website says of everything in its page would place the panel. */
const OWN_PLACE = ['position: static', 'transform: none', 'filter: none', 'opacity: 1'].map(
  (each) => `${each} !important`,
);
/** As in natter.css: the panel covers the whole page. */
const COVERS = '(max-width: 480px), (max-height: 480px)';

const script = document.currentScript as HTMLScriptElement | null;
const home = settings.home ?? (script && new URL(script.src).origin);
if (home && document.readyState !== 'loading') start(home);
else if (home) document.addEventListener('DOMContentLoaded', () => start(home));

type Words = (typeof settings.words)[string];
type Parts = ReturnType<typeof build>;

function start(home: string): void {
  const [first = 'en'] = Object.keys(settings.words);
  const spoken = (document.documentElement.lang.split('-')[0] ?? '').toLowerCase();
  const language = spoken in settings.words ? spoken : first;
  const words = settings.words[language];
  // A website may have put it in twice.
  if (!words || !document.body.attachShadow || document.querySelector('natter-chat')) return;
  const address = language === first ? `${home}/` : `${home}/?language=${language}`;
  const links = document.querySelectorAll<HTMLElement>('[data-natter]');
  const parts = build(home, address, words);
  parts.host.lang = language;
  if (links.length > 0) parts.opener.remove();
  document.body.append(parts.host);

  const covers = matchMedia(COVERS);
  const { open, close } = panelOf(parts, address, covers);
  parts.opener.addEventListener('click', () => open(parts.opener));
  parts.closer.addEventListener('click', close);
  for (const link of links)
    link.addEventListener('click', (event) => {
      // Without its look there is no panel: the link leads to the chat's own page, as it does without this script.
      if (parts.host.hidden || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(link);
    });
  hearChat(parts, home, close);
  watchKeys(parts, { leave: () => leaveFromHere(parts, home), close });
  keepInSight(parts.panel, covers);
}

/** Everything that is put into the website's page. Its own styles stay out, and these stay in. */
function build(home: string, address: string, words: Words) {
  const host = made('natter-chat' as 'div', { dir: words.dir, hidden: '' });
  const look = made('link', { rel: 'stylesheet', href: home + settings.css });
  const opener = made('button', { type: 'button', class: 'open' }, words.open);
  const panel = made('section', { class: 'panel', role: 'dialog', 'aria-label': words.title, hidden: '' });
  const bar = made('div', { class: 'bar' });
  const ownPage = made('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, words.ownPage);
  const closer = made('button', { type: 'button' }, words.close);
  const frame = made('iframe', { title: words.title, referrerpolicy: 'no-referrer' });
  host.style.cssText = OWN_PLACE.join(';');
  // Until its look is there it would lie about in the page.
  look.addEventListener('load', () => {
    host.hidden = false;
  });
  bar.append(ownPage, closer);
  panel.append(bar);
  host.attachShadow({ mode: 'open' }).append(look, opener, panel);
  return { host, opener, panel, ownPage, closer, frame };
}

/** Opens and closes the panel. What was said stays in it. */
function panelOf({ host, opener, panel, frame }: Parts, address: string, covers: MediaQueryList) {
  let cameFrom: HTMLElement = opener;
  /** What is behind a panel that covers everything cannot be reached. */
  let behind: Element[] = [];
  return {
    open(from: HTMLElement): void {
      if (!panel.hidden) return frame.focus();
      cameFrom = from;
      frame.src ||= address;
      if (!frame.isConnected) panel.append(frame);
      panel.hidden = false;
      opener.hidden = true;
      const others = [...document.body.children].filter((each) => each !== host && !each.hasAttribute('inert'));
      behind = covers.matches ? others : [];
      for (const each of behind) each.setAttribute('inert', '');
      frame.focus();
    },
    close(): void {
      for (const each of behind) each.removeAttribute('inert');
      panel.hidden = true;
      opener.hidden = false;
      cameFrom.focus();
    },
  };
}

const go = () => location.replace(settings.exitUrl);

/** The whole page is out of sight at once; it goes with `go`. */
function hide(): void {
  document.title = '';
  document.documentElement.style.setProperty('display', 'none', 'important');
}

/** Left by this page, the chat has to forget first what this tab keeps of the talk, and says when it has. Nobody waits long for it. */
function leaveFromHere({ frame }: Parts, home: string): void {
  hide();
  frame.contentWindow?.postMessage('natter/forget', home);
  setTimeout(go, FORGETS_WITHIN_MS);
}

function hearChat({ ownPage }: Parts, home: string, close: () => void): void {
  // Not also by its source: of a chat that is already on its way out there is none.
  window.addEventListener('message', ({ data, origin }) => {
    if (origin !== home) return;
    if (data === 'natter/leave') hide();
    if (data === 'natter/leave' || data === 'natter/forgot') go();
    if (data === 'natter/close') close();
    // The way to a page of its own is for where the panel cannot show it: there, another talk begins.
    if (data === 'natter/here') ownPage.hidden = true;
  });
}

/** In the page around the chat, Shift does what it does in the chat; the other keys are the page's own. */
function watchKeys({ host, panel }: Parts, { leave, close }: Record<'leave' | 'close', () => void>): void {
  let presses: number[] = [];
  document.addEventListener('keydown', ({ key, repeat }) => {
    if (repeat || panel.hidden || !host.isConnected) return;
    presses = key === 'Shift' ? [...presses.filter((at) => at > Date.now() - WITHIN_MS), Date.now()] : [];
    if (presses.length >= PRESSES) leave();
    if (key === 'Escape' && document.activeElement === host) close();
  });
}

/** A phone's keyboard lies over the page, and would push the way out off the screen: a panel that covers everything takes what is left. */
function keepInSight(panel: HTMLElement, covers: MediaQueryList): void {
  const view = window.visualViewport;
  const fit = () => {
    // Whoever has zoomed in moves about in the page by themselves.
    const isFitted = view && covers.matches && view.scale < 1.01;
    panel.style.top = isFitted ? `${view.offsetTop}px` : '';
    panel.style.height = isFitted ? `${view.height}px` : '';
    panel.style.bottom = isFitted ? 'auto' : '';
  };
  view?.addEventListener('resize', fit);
  view?.addEventListener('scroll', fit);
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
