import { type Activity, authorOf, type Choice, choicesOf, withWorker } from './activity.js';
import { kept } from './kept.js';
import { watchForLeaving } from './leave.js';
import { openLine } from './line.js';
import { openOutbox } from './outbox.js';
import { element, words } from './page.js';
import { watchPanel } from './panel.js';
import {
  addMessages,
  addUnsent,
  clearLog,
  drop,
  markWaiting,
  showAll,
  showChoices,
  showStatus,
  showWith,
} from './view.js';
import { createWriting, nowAndThen } from './writing.js';

const ASLEEP_MS = 30_000;

const form = element<HTMLFormElement>('talk');
const box = element<HTMLTextAreaElement>('text');
const writing = createWriting();
const seen = new Set<string>();
let shown: Activity[] = [];
let hiddenAt = 0;

document.documentElement.classList.add('live');
element('scroll').classList.remove('latest');
watchForLeaving();
watchPanel();

const before = form.querySelector<HTMLInputElement>('[name=conversation]')?.value || kept.read();
const line = openLine(before, {
  received,
  writing: writing.hint,
  connected: () => {
    const wasLost = element('status').textContent === words.lost;
    if (wasLost) showStatus(words.back);
  },
  lost: () => showStatus(words.lost),
  resume: (token) => (token === null ? kept.remove() : kept.write(token)),
});
const outbox = openOutbox(line.post, (message, state) => {
  if (state === 'waiting') return markWaiting(message.id);
  drop(message.id);
  box.value = box.value ? `${message.text}\n${box.value}` : message.text;
  showStatus(words.refused);
});

function received(activities: Activity[], fromStart: boolean): void {
  if (fromStart) {
    shown = [];
    seen.clear();
    clearLog();
  }
  const fresh = activities.filter(({ id }) => !id || !seen.has(id));
  for (const { id } of fresh) if (id) seen.add(id);
  shown.push(...fresh);
  showWith(withWorker(shown));
  for (const each of fresh)
    if (each.type === 'message' && authorOf(each) === 'worker') writing.wrote(each.from?.name ?? '');
  if (!withWorker(shown)) writing.hide();
  addMessages(
    fresh.filter(({ type }) => type === 'message'),
    !fromStart,
  );
  showChoices(choicesOf(shown), pick);
  if (fromStart) showAll();
}

function pick({ value }: Choice): void {
  say(value);
}

function say(text: string): void {
  showStatus('');
  showChoices([], pick);
  addUnsent(outbox.send(text));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  sendWritten();
});

function sendWritten(): void {
  const text = box.value.trim();
  if (text.length > 100_000) return showStatus(words.tooLong);
  if (text) say(text);
  box.value = '';
  box.focus();
}

box.addEventListener('keydown', (event) => {
  // On a phone the Enter key is for new lines; there is a button to send.
  const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing && matchMedia('(pointer: fine)').matches;
  if (!sends) return;
  event.preventDefault();
  sendWritten();
});

const tell = nowAndThen(line.typing);
// While Natter has them, nobody would be there to see it.
box.addEventListener('input', () => {
  if (box.value.trim() && withWorker(shown)) tell();
});

window.addEventListener('online', line.hurry);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) hiddenAt = Date.now();
  else if (Date.now() - hiddenAt > ASLEEP_MS) line.hurry();
});
