import { api, Refused } from './api.js';
import { el, setText } from './dom.js';
import { words } from './words.js';

const text = words['second-step'];

const BOXES = {
  code: { autocomplete: 'one-time-code' },
  password: { type: 'password', autocomplete: 'current-password' },
};

/** Turns the second step of one's own account on and off. `show` asks how it stands. */
export function createSecondStep(): { element: HTMLElement; show(): Promise<void> } {
  const state = el('p', { class: 'quiet' });
  const note = el('p', { class: 'note', role: 'alert' });
  const steps = el('div', { class: 'second-step' });
  const title = el('h3', { id: 'second-step-title', tabindex: '-1' }, text.title);
  const element = el('section', { 'aria-labelledby': 'second-step-title' }, title, state, steps, note);

  /** Does something with the API, and says what went wrong. */
  async function doing(work: () => Promise<void>): Promise<void> {
    setText(note, '');
    try {
      await work();
    } catch (error) {
      note.classList.add('wrong');
      setText(note, error instanceof Refused ? error.message : words.errors.broken);
    }
  }

  /** A box for a code or the password, and what to do with it. */
  function askForm(
    { of, label, button }: { of: keyof typeof BOXES; label: string; button: string },
    work: (given: string) => Promise<void>,
  ): HTMLFormElement {
    const id = `second-step-${of}`;
    const box = el('input', { id, autocapitalize: 'off', required: true, ...BOXES[of] });
    return el(
      'form',
      {
        onsubmit: (event) => {
          event.preventDefault();
          void doing(() => work(box.value));
        },
      },
      el('label', { for: id }, label),
      box,
      el('button', { type: 'submit' }, button),
    );
  }

  async function show(): Promise<void> {
    steps.replaceChildren();
    await doing(async () => {
      const { on, password } = await api.secondStep();
      setText(state, on ? text.on : password ? text.off : text['no-password']);
      if (on) steps.replaceChildren(askForm({ of: 'code', label: words['sign-in'].code, button: text.stop }, stop));
      else if (password)
        steps.replaceChildren(askForm({ of: 'password', label: text.password, button: text.start }, start));
    });
  }

  async function start(password: string): Promise<void> {
    const { secret, link } = await api.startSecondStep(password);
    const shown = el('code', { class: 'secret' }, secret.replace(/(.{4})(?=.)/g, '$1 '));
    steps.replaceChildren(
      el('p', {}, text.secret),
      shown,
      el('p', {}, el('a', { href: link }, text.link)),
      askForm({ of: 'code', label: text.code, button: text.confirm }, confirm),
    );
    steps.querySelector('input')?.focus();
  }

  async function confirm(code: string): Promise<void> {
    const { recovery } = await api.confirmSecondStep(code);
    setText(state, text.on);
    const below = el('h4', { tabindex: '-1' }, text.recovery);
    const codes = el('ol', {}, ...recovery.map((one) => el('li', {}, el('code', {}, one))));
    steps.replaceChildren(below, el('p', {}, text['recovery-note']), codes);
    below.focus();
  }

  async function stop(code: string): Promise<void> {
    await api.stopSecondStep(code);
    await show();
    title.focus();
    note.classList.remove('wrong');
    setText(note, text.stopped);
  }

  return { element, show };
}
