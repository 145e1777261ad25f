import { api, Refused } from './api.js';
import { el, setText } from './dom.js';
import { canPasskey, usePasskey } from './passkey.js';
import { words } from './words.js';

const text = words['sign-in'];

const email = el('input', { id: 'email', type: 'email', autocomplete: 'username', required: true });
const password = el('input', { id: 'password', type: 'password', autocomplete: 'current-password', required: true });
const code = el('input', { id: 'code', autocomplete: 'one-time-code', autocapitalize: 'off' });
/** Shown once the password was right and a code is missing. */
const codePart = el('div', { hidden: true }, el('label', { for: 'code' }, text.code), code);
const note = el('p', { class: 'note', role: 'alert' });

const form = el(
  'form',
  { onsubmit: (event) => void withPassword(event) },
  el('label', { for: 'email' }, text.email),
  email,
  el('label', { for: 'password' }, text.password),
  password,
  codePart,
  note,
  el('button', { type: 'submit', class: 'primary' }, text.button),
);

document.body.append(
  el(
    'main',
    { class: 'card' },
    el('p', { class: 'mark' }, words.name),
    el('h1', {}, text.title),
    el('p', {}, text.welcome),
    form,
    ...(canPasskey() ? [el('button', { type: 'button', onclick: () => void withPasskey() }, text.passkey)] : []),
    el('p', { class: 'quiet' }, text['link-help']),
  ),
);

async function signIn(attempt: Promise<unknown>): Promise<void> {
  note.classList.remove('wrong');
  setText(note, text.working);
  try {
    await attempt;
    location.replace('/desk');
  } catch (error) {
    note.classList.add('wrong');
    setText(note, error instanceof Refused ? error.message : words.errors.broken);
    if (error instanceof Refused && (error.code === 'code-needed' || error.code === 'code')) askForCode();
  }
}

function askForCode(): void {
  codePart.hidden = false;
  code.value = '';
  code.focus();
}

async function withPassword(event: Event): Promise<void> {
  event.preventDefault();
  await signIn(api.signIn(email.value, password.value, code.value || undefined));
}

async function withPasskey(): Promise<void> {
  await signIn(api.askForPasskey().then(usePasskey).then(api.signInWithPasskey));
}

async function withTicket(): Promise<void> {
  const ticket = location.hash.slice(1);
  if (!ticket) return;
  // It works only once, but it does not belong in the history either.
  history.replaceState(null, '', location.pathname);
  await signIn(api.signInWithLink(ticket));
}

// A link opened in a tab that shows this page already changes nothing but the part after #.
window.addEventListener('hashchange', () => void withTicket());
void withTicket();
