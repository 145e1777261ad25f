import type { Agreed, Waiting, Worker } from '../../handoff/types';
import { createAccount } from './account.js';
import { api, Refused } from './api.js';
import { type AskFor, createAsk } from './ask.js';
import { createAsking } from './asking.js';
import { createComforts } from './comforts.js';
import { type As, createComposer } from './composer.js';
import { el, setText } from './dom.js';
import { createEnd, type Ending } from './end.js';
import { createLine } from './line.js';
import { createList } from './list.js';
import { createLive } from './live.js';
import { createNews } from './news.js';
import { nextOf, waitsNow } from './next.js';
import { signedOutCard } from './notice.js';
import { createPane } from './pane.js';
import { createPerson, isMine, type PersonView } from './person.js';
import { whileUsed } from './still-here.js';
import { fill, words } from './words.js';

/** How often what is shown is drawn again, since minutes pass. */
const TICK_MS = 30_000;
/** How long to wait before asking again when nothing answered. */
const RETRY_MS = 3_000;
/** Wake-ups come in bursts; one look at the list does for all of them. */
const SETTLE_MS = 120;

let me: Worker | null = null;
let people: Waiting[] = [];
let open: string | null = null;
let person: PersonView | null = null;
const fresh = new Set<string>();

// ---- what is on the page

const banner = el('p', { class: 'banner', role: 'status' });
const live = el('p', { class: 'unseen', role: 'status' });
const who = el('span', { class: 'who-am-i' });
const account = createAccount(signOutEverywhere);
const accountButton = el('button', { type: 'button', onclick: account.open }, words.account.open);
const signOutButton = el('button', { type: 'button', onclick: () => void signOut() }, words.top['sign-out']);
const skip = el('a', { class: 'skip', href: '#main' }, words.top.skip);
const top = el('header', { class: 'top' }, el('h1', { class: 'mark' }, words.name), who, accountButton, signOutButton);
const pane = createPane();
const list = createList(
  (id) => void show(id),
  () => void nextPerson(),
);
const comforts = createComforts(draw);
list.element.append(comforts.element);
const news = createNews(comforts);
const composer = createComposer(send);
const end = createEnd(finish);
const ask = createAsk(askFor);
// The list belongs to it too: on a narrow screen it is all there is.
const columns = el('main', { class: 'columns' }, list.element, pane.element);
const announce = (text: string): void => setText(live, text);

// ---- keeping up to date

const line = createLine(banner, () => announce(words.live.back));
const { guarded, noRefusal } = createAsking(banner, {
  answer: (up) => line('answers', up),
  signedOut,
  again: () => void refreshAll(),
});
const events = createLive(wake, (up) => line('stream', up));
let settling = false;
let stale = false;
// Answers can overtake each other; an older one than what is shown is dropped.
let asked = 0;
const newest = { list: 0, person: 0 };

function wake(id: string | null): void {
  stale ||= id === null || id === open;
  if (settling) return;
  settling = true;
  window.setTimeout(() => {
    settling = false;
    void refresh();
  }, SETTLE_MS);
}

async function refresh(): Promise<void> {
  await guarded(async () => {
    asked += 1;
    const turn = asked;
    const { waiting } = await api.waiting();
    if (turn < newest.list) return;
    newest.list = turn;
    const before = waitingCount();
    noteFresh(waiting);
    people = waiting;
    if (waitingCount() > before) announce(news.howMany(waitingCount()));
    news.look(people);
    draw();
    if (!open || !stale) return;
    stale = false;
    await showOpen(open);
  });
}

/** Something was said in a talk of mine that is not the one that is open. Not every wake-up means that. */
function noteFresh(now: Waiting[]): void {
  for (const { id, seq } of now) {
    const before = people.find((waiting) => waiting.id === id);
    if (id !== open && before && before.seq < seq && me && isMine(before, me.id)) fresh.add(id);
  }
}

/** For after something was done here, when the one who is open has changed for certain. */
function refreshAll(): Promise<void> {
  stale = true;
  return refresh();
}

const waitingCount = (): number => people.filter(waitsNow).length;

function draw(): void {
  if (!me) return;
  for (const id of fresh) if (!people.some((waiting) => waiting.id === id)) fresh.delete(id);
  list.show(people, me.id, open, fresh);
  list.element.classList.toggle('no-counts', !comforts.on('counts'));
  document.title = news.title(waitingCount(), fresh.size);
  if (!open) drawWelcome();
}

function drawWelcome(): void {
  const title = fill(words.welcome.title, { name: me?.name ?? '' });
  const text = waitingCount() > 0 ? words.welcome.somebody : words.welcome.nobody;
  pane.notice(title, text, null);
}

// ---- one person

async function show(id: string): Promise<void> {
  noRefusal();
  open = id;
  person = null;
  fresh.delete(id);
  // Never one person's words under another's name, however long theirs take to come.
  pane.clear();
  columns.classList.add('is-open');
  draw();
  await guarded(() => showOpen(id));
  if (open === id) pane.focus();
}

async function showOpen(id: string): Promise<void> {
  asked += 1;
  const turn = asked;
  try {
    const view = await api.view(id);
    if (open !== id || !me || turn < newest.person) return;
    newest.person = turn;
    if (!person) {
      const company = {
        onAsk: () => void openAsk(),
        onTakeBack: () => void act(() => api.takeBack(id)),
        onJoin: () => void joinThem(id),
        onLeave: () => void leaveThem(id),
      };
      const acts = {
        ...{ onClaim: () => void claim(id), onRelease: () => void release(id), onEnd: end.open, onBack: close },
        ...company,
      };
      person = createPerson(me, acts, composer.element);
      pane.show(person.element);
    }
    composer.open(view);
    person.show(view);
  } catch (error) {
    if (!(error instanceof Refused) || open !== id) throw error;
    const theirs = people.find((waiting) => waiting.id === id)?.worker;
    if (error.code === 'unknown') pane.notice(words.person.gone, words.welcome.somebody, close);
    else if (error.code === 'private' && theirs) {
      const { name } = theirs;
      pane.notice(fill(words.person.others, { name }), fill(words.person.private, { name }), close);
    } else throw error;
    person = null;
  }
}

function close(): void {
  const was = open;
  open = null;
  person = null;
  columns.classList.remove('is-open');
  draw();
  const row = list.element.querySelector<HTMLElement>(`[data-id="${CSS.escape(was ?? '')}"]`);
  (row ?? list.next).focus();
}

// ---- what a worker does

async function claim(id: string): Promise<void> {
  noRefusal();
  const claimed = await guarded(() => api.claim(id));
  await refreshAll();
  if (!claimed) return;
  announce(words.live.claimed);
  composer.focus();
}

/** Somebody whom another worker has goes back to the queue. */
async function release(id: string): Promise<void> {
  noRefusal();
  const released = await guarded(() => api.release(id));
  await refreshAll();
  if (released) announce(words.live.released);
}

/** Claims the first who waits; when somebody else was quicker, the one after. */
async function nextPerson(): Promise<void> {
  // The list may not have come yet, or not with whoever has just asked.
  if (waitingCount() === 0) await refreshAll();
  const first = nextOf(people);
  if (!first) return announce(words.people['nobody-next']);
  noRefusal();
  try {
    await api.claim(first.id);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const again = error.code === 'taken' || error.code === 'gone';
    if (!again) return void (await guarded(() => Promise.reject(error)));
    await refreshAll();
    // The list is what it was: better to stop than to ask for the same person for ever.
    if (nextOf(people)?.id !== first.id) await nextPerson();
    return;
  }
  announce(words.live.claimed);
  await refreshAll();
  await show(first.id);
  composer.focus();
}

async function send(id: string, text: string, messageId: string, as: As): Promise<void> {
  noRefusal();
  try {
    await (as === 'note' ? api.note : api.say)(id, text, messageId);
  } catch (error) {
    await guarded(() => Promise.reject(error));
    throw error;
  }
  await refreshAll();
}

/** Does it, and shows what has become of it. False when it was refused. */
async function act(work: () => Promise<unknown>): Promise<boolean> {
  noRefusal();
  const done = await guarded(work);
  await refreshAll();
  return done !== null;
}

async function openAsk(): Promise<void> {
  const colleagues = await guarded(() => api.colleagues());
  if (colleagues) ask.open(colleagues);
}

async function askFor(wanted: AskFor): Promise<string | null> {
  if (!open) return null;
  try {
    await api.ask(open, wanted);
  } catch (error) {
    if (error instanceof Refused && error.code !== 'signed-out') return error.message;
    await guarded(() => Promise.reject(error));
  }
  await refreshAll();
  return null;
}

async function joinThem(id: string): Promise<void> {
  if (!(await act(() => api.join(id)))) return;
  announce(words.company.joined);
  composer.focus();
}

async function leaveThem(id: string): Promise<void> {
  const theirs = people.find((one) => one.id === id);
  const stays = theirs?.worker?.id === me?.id ? theirs?.beside : theirs?.worker;
  noRefusal();
  if ((await guarded(() => api.leave(id))) === null) return;
  announce(fill(words.company.left, { name: stays?.name ?? '' }));
  close();
  await refreshAll();
}

async function finish(ending: Ending, agreed: Agreed): Promise<string | null> {
  const id = open;
  if (!id) return null;
  try {
    await (ending === 'hand-back' ? api.handBack(id) : api.end(id, ending, agreed));
  } catch (error) {
    if (error instanceof Refused && error.code !== 'signed-out') return error.message;
    await guarded(() => Promise.reject(error));
    return null;
  }
  announce(ending === 'hand-back' ? words.end['handed-back'] : words.end.ended);
  people = people.filter((waiting) => waiting.id !== id);
  close();
  await refreshAll();
  return null;
}

// ---- coming and going

/** Somebody else may come to this screen: take everything off it, and keep only unsent words, in memory. */
function signedOut(): void {
  if (!top.isConnected) return;
  events.stop();
  end.element.close();
  ask.element.close();
  account.element.close();
  people = [];
  news.forget();
  open = person = null;
  fresh.clear();
  document.title = words.name;
  document.body.replaceChildren(signedOutCard());
}

async function signOut(): Promise<void> {
  events.stop();
  await api.signOut().catch(() => null);
  composer.clear();
  location.replace('/desk/sign-in');
}

async function signOutEverywhere(): Promise<string | null> {
  try {
    await api.signOutEverywhere();
  } catch (error) {
    if (error instanceof Refused && error.code !== 'signed-out') return error.message;
  }
  events.stop();
  composer.clear();
  location.replace('/desk/sign-in');
  return null;
}

async function start(): Promise<void> {
  const found = await api.me().catch((error: Refused) => error);
  if (found instanceof Refused) {
    if (found.code === 'signed-out' && !me) location.replace('/desk/sign-in');
    else if (found.code !== 'signed-out') window.setTimeout(() => void start(), RETRY_MS);
    return;
  }
  if (me && me.id !== found.worker.id) composer.clear();
  me = found.worker;
  setText(who, fill(words.top['signed-in'], { name: me.name }));
  const dialogs = [end.element, ask.element, account.element];
  document.body.replaceChildren(skip, top, banner, columns, ...dialogs, live);
  draw();
  events.start();
}

whileUsed(() => void guarded(() => api.me()));
// Signed in again in another tab: go on here.
window.addEventListener('focus', () => {
  if (!top.isConnected) void start();
});
window.setInterval(() => {
  draw();
  person?.tick();
  composer.tick();
}, TICK_MS);

void start();
