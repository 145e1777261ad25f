import type { DeskView } from '../../handoff/types';
import { el, setText } from './dom.js';
import { fill, words } from './words.js';

const text = words.company;

/** What can be done about who else is there. */
export interface CompanyActs {
  onAsk(): void;
  onTakeBack(): void;
  onJoin(): void;
  onLeave(): void;
  /** As a peer, whether they may read what was told. */
  onAskToRead(): void;
}

/** One line about who else is with them or was asked to come, with the one thing to do about it. */
export function createCompany(
  me: string,
  { onAsk, onTakeBack, onJoin, onLeave }: CompanyActs,
): { element: HTMLElement; show(view: DeskView): void } {
  const state = el('p', {});
  const button = el('button', { type: 'button', onclick: () => act() });
  const element = el('div', { class: 'company' }, state, button);
  let act = onAsk;

  /** `line` says how things are, `label` what the button does. */
  function say(line: string, label: string, does: () => void): void {
    setText(state, line);
    state.hidden = line === '';
    setText(button, label);
    act = does;
  }

  return {
    element,
    show({ worker, beside, asked, forYou }) {
      const mine = worker?.id === me;
      const other = mine ? beside : beside?.id === me ? worker : null;
      element.hidden = !(mine || other || forYou);
      button.classList.toggle('primary', Boolean(forYou));
      if (other) say(fill(text.beside, { name: other.name }), fill(text.leave, { name: other.name }), onLeave);
      else if (mine && asked) {
        const name = asked.to.name;
        say(name ? fill(text.asked, { name }) : text['asked-anyone'], text['take-back'], onTakeBack);
      } else if (mine) say('', text.open, onAsk);
      else if (asked) say(fill(text[`wanted-${asked.why}`], { name: asked.by.name }), text.join, onJoin);
    },
  };
}
