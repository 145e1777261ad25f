import type { Asking, Who } from '../../handoff/company';
import { el, setText } from './dom.js';
import { words } from './words.js';

const text = words.company;
const ANYONE = 'anyone';

/** Who is asked, as the API takes it. */
export type AskFor = { to: { kind: Asking['to']['kind']; id: string }; why: Asking['why'] };

export interface Ask {
  element: HTMLDialogElement;
  open(colleagues: { workers: Who[]; teams: Who[] }): void;
}

/** Asks whom to ask. `onDone` says what to show when they could not be asked, or null. */
export function createAsk(onDone: (ask: AskFor) => Promise<string | null>): Ask {
  const note = el('p', { class: 'note wrong', role: 'alert' });
  const whom = el('select', { id: 'ask-whom' });
  const second = why('second', true);
  const form = el(
    'form',
    { onsubmit: (event) => void submit(event) },
    el('h2', { id: 'ask-title' }, text.title),
    el('p', {}, el('label', { for: 'ask-whom' }, text.whom), whom),
    el('fieldset', {}, el('legend', {}, text.why), second.label, why('take-over', false).label),
    el('p', { class: 'quiet' }, text.note),
    note,
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', onclick: () => element.close() }, text.cancel),
      el('button', { type: 'submit', class: 'primary' }, text.ask),
    ),
  );
  const element = el('dialog', { class: 'ask', 'aria-labelledby': 'ask-title' }, form);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const [kind = ANYONE, id = ''] = whom.value.split(' ');
    const wrong = await onDone({
      to: { kind: kind as Asking['to']['kind'], id },
      why: second.radio.checked ? 'second' : 'take-over',
    });
    if (wrong === null) element.close();
    else setText(note, wrong);
  }

  return {
    element,
    open({ workers, teams }) {
      form.reset();
      setText(note, '');
      const group = (label: string, kind: string, all: Who[]) =>
        all.length > 0
          ? [el('optgroup', { label }, ...all.map(({ id, name }) => el('option', { value: `${kind} ${id}` }, name)))]
          : [];
      whom.replaceChildren(
        el('option', { value: ANYONE }, text.anyone),
        ...group(text.teams, 'team', teams),
        ...group(text.workers, 'worker', workers),
      );
      element.showModal();
      whom.focus();
    },
  };
}

function why(value: Asking['why'], checked: boolean) {
  const radio = el('input', { type: 'radio', name: 'why', value, checked });
  return { radio, label: el('label', { class: 'outcome' }, radio, text[value]) };
}
