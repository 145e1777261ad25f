import type { Waiting } from '../../handoff/types';
import { createAccount } from './account.js';
import { createActs, type Shown } from './acts.js';
import { createAdmin } from './admin.js';
import { api, Refused } from './api.js';
import { createAsk } from './ask.js';
import { createAsking } from './asking.js';
import { createAway } from './away.js';
import { createComforts } from './comforts.js';
import { createComposer } from './composer.js';
import { el, setText } from './dom.js';
import { createEnd } from './end.js';
import { createEnded } from './ended.js';
import { focusIsLost } from './keep-focus.js';
import { createLine } from './line.js';
import { createList } from './list.js';
import { createLive } from './live.js';
import { createNews } from './news.js';
import { waitsNow } from './next.js';
import { signedOutCard } from './notice.js';
import { createPace } from './pace.js';
import { createPane } from './pane.js';
import { createPerson, isMine } from './person.js';
import { whileUsed } from './still-here.js';
import { fill, words } from './words.js';

/** How often what is shown is drawn again, since minutes pass. */
const TICK_MS = 30_000;
/** How long to wait before asking again when nothing answered. */
const RETRY_MS = 3_000;

const shown: Shown = { me: null, people: [], open: null, person: null, fresh: new Set() };

// ---- what is on the page

const banner = el('p', { class: 'banner', role: 'status' });
const live = el('p', { class: 'unseen', role: 'status' });
const who = el('span', { class: 'who-am-i' });
const account = createAccount(signOutEverywhere);
const accountButton = el('button', { type: 'button', onclick: account.open }, words.account.open);
const admin = createAdmin();
const signOutButton = el('button', { type: 'button', onclick: () => void signOut() }, words.top['sign-out']);
const skip = el('a', { class: 'skip', href: '#main' }, words.top.skip);
const mark = el('h1', { class: 'mark' }, words.name);
const top = el('header', { class: 'top' }, mark, who, admin.top, accountButton, signOutButton);
const pane = createPane();
const list = createList(
  (id) => void show(id),
  () => void acts.next(),
);
const comforts = createComforts(draw);
const ended = createEnded(
  () => shown.me?.id,
  () => guarded(() => api.ended()),
  (id) => void acts.reopen(id),
);
list.element.append(ended.element, comforts.element);
const news = createNews(comforts);
const composer = createComposer(
  (...sent) => acts.send(...sent),
  (id) => void api.typing(id).catch(() => null),
);
const end = createEnd((...how) => acts.finish(...how));
const ask = createAsk((wanted) => acts.askFor(wanted));
const away = createAway((wanted) => acts.stepAway(wanted));
const dialogs = [end.element, ask.element, away.element, account.element, ...admin.dialogs];
// The button that opened it may be gone by the time it closes.
for (const dialog of dialogs)
  dialog.addEventListener('close', () => {
    if (focusIsLost()) pane.focus();
  });
// The list belongs to it too: on a narrow screen it is all there is.
const columns = el('main', { class: 'columns' }, list.element, pane.element);
const announce = (text: string): void => setText(live, text);

// ---- keeping up to date

const line = createLine(banner, () => announce(words.live.back));
const { guarded, noRefusal } = createAsking(banner, {
  answer: (up) => line('answers', up),
  signedOut,
  again: () => void pace.all(),
});
const pace = createPace({ list: () => look(lookAtList), person: () => look(lookAtOpen) });
const events = createLive(
  (id) => pace.wake(id === null || id === shown.open),
  (up) => line('stream', up),
  composer.theyWrite,
);
const acts = createActs({
  shown,
  pace,
  guarded,
  noRefusal,
  ask,
  away,
  ended,
  announce,
  show,
  close,
  focusBox: composer.focus,
});

async function look(at: () => Promise<void>): Promise<void> {
  await guarded(at);
}

async function lookAtList(): Promise<void> {
  const { waiting } = await api.waiting();
  const before = waitingCount();
  noteFresh(waiting);
  shown.people = waiting;
  if (waitingCount() > before) announce(news.howMany(waitingCount()));
  news.look(waiting);
  draw();
}

/** Something was said in a talk of mine that is not the one that is open. Not every wake-up means that. */
function noteFresh(now: Waiting[]): void {
  for (const { id, seq } of now) {
    const before = shown.people.find((waiting) => waiting.id === id);
    if (id !== shown.open && before && before.seq < seq && shown.me && isMine(before, shown.me.id)) shown.fresh.add(id);
  }
}

const waitingCount = (): number => shown.people.filter(waitsNow).length;

function draw(): void {
  if (!shown.me) return;
  for (const id of shown.fresh) if (!shown.people.some((waiting) => waiting.id === id)) shown.fresh.delete(id);
  list.show(shown.people, shown.me.id, shown.open, shown.fresh);
  list.element.classList.toggle('no-counts', !comforts.on('counts'));
  document.title = news.title(waitingCount(), shown.fresh.size);
  if (!shown.open) drawWelcome();
}

function drawWelcome(): void {
  const title = fill(words.welcome.title, { name: shown.me?.name ?? '' });
  const text = waitingCount() > 0 ? words.welcome.somebody : words.welcome.nobody;
  pane.notice(title, text, null);
}

// ---- one person

async function show(id: string): Promise<void> {
  noRefusal();
  shown.open = id;
  shown.person = null;
  shown.fresh.delete(id);
  // Never one person's words under another's name, however long theirs take to come.
  pane.clear();
  columns.classList.add('is-open');
  draw();
  await pace.open();
  if (shown.open === id) pane.focus();
}

async function lookAtOpen(): Promise<void> {
  const id = shown.open;
  if (!id) return;
  try {
    const view = await api.view(id);
    if (shown.open !== id || !shown.me) return;
    if (!shown.person) {
      shown.person = createPerson(shown.me, { ...acts.on(id), onEnd: end.open, onBack: close }, composer.element);
      pane.show(shown.person.element);
    }
    composer.open(view);
    shown.person.show(view);
  } catch (error) {
    if (!(error instanceof Refused) || shown.open !== id) throw error;
    if (!(await isGone(id, error.code))) throw error;
    shown.person = null;
  }
}

/** Says in their place why somebody who is open cannot be read. */
async function isGone(id: string, code: string): Promise<boolean> {
  if (code === 'unknown') {
    pane.notice(words.person.gone, words.welcome.somebody, close);
    return true;
  }
  if (code !== 'private') return false;
  const theirs = () => shown.people.find((waiting) => waiting.id === id)?.worker;
  // Whoever took them did so after our list was made.
  if (!theirs()) await lookAtList();
  const name = theirs()?.name;
  if (name) pane.notice(fill(words.person.others, { name }), fill(words.person.private, { name }), close);
  return name !== undefined;
}

function close(): void {
  const was = shown.open;
  shown.open = null;
  shown.person = null;
  columns.classList.remove('is-open');
  // While it is open nothing behind it takes the focus.
  end.element.close();
  draw();
  const row = list.element.querySelector<HTMLElement>(`[data-id="${CSS.escape(was ?? '')}"]`);
  (row ?? list.next).focus();
}

// ---- coming and going

/** Somebody else may come to this screen: take everything off it, and keep only unsent words, in memory. */
function signedOut(): void {
  if (!top.isConnected) return;
  events.stop();
  end.element.close();
  ask.element.close();
  away.element.close();
  ended.forget();
  account.element.close();
  admin.close();
  shown.people = [];
  news.forget();
  shown.open = shown.person = null;
  shown.fresh.clear();
  document.title = words.name;
  const card = signedOutCard();
  document.body.replaceChildren(card);
  card.querySelector('h1')?.focus();
}

async function signOut(): Promise<void> {
  events.stop();
  await api.signOut().catch(() => null);
  composer.clear();
  location.replace('/desk/sign-in');
}

async function signOutEverywhere(): Promise<string | null> {
  // This page is told as well, and would ask for something that it may not see any more.
  events.stop();
  try {
    await api.signOutEverywhere();
  } catch (error) {
    if (error instanceof Refused && error.code !== 'signed-out') {
      events.start();
      return error.message;
    }
  }
  composer.clear();
  location.replace('/desk/sign-in');
  return null;
}

async function start(): Promise<void> {
  const found = await api.me().catch((error: Refused) => error);
  if (found instanceof Refused) {
    if (found.code === 'signed-out' && !shown.me) location.replace('/desk/sign-in');
    else if (found.code !== 'signed-out') window.setTimeout(() => void start(), RETRY_MS);
    return;
  }
  if (shown.me && shown.me.id !== found.worker.id) composer.clear();
  const again = shown.me !== null;
  shown.me = found.worker;
  setText(who, fill(words.top['signed-in'], { name: shown.me.name }));
  admin.show(shown.me);
  document.body.replaceChildren(skip, top, banner, columns, ...dialogs, live);
  draw();
  // What said that they are signed out had it.
  if (again) pane.focus();
  events.start();
}

whileUsed(() => void guarded(() => api.me()));
// Signed in again in another tab: go on here.
window.addEventListener('focus', () => {
  if (!top.isConnected) void start();
});
window.setInterval(() => {
  draw();
  shown.person?.tick();
  composer.tick();
}, TICK_MS);

void start();
