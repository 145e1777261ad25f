import type { Who } from '../../handoff/company';
import type { Role } from '../../handoff/types';
import { el } from './dom.js';
import { words } from './words.js';

/** Boxes to tick for each team of the place. `chosen` reads them. */
export function teamBoxes(teams: Who[], ticked: readonly string[]): { element: HTMLElement; chosen(): string[] } {
  const boxes = teams.map(({ id, name }) => {
    const box = el('input', { type: 'checkbox', value: id, checked: ticked.includes(id) });
    return { box, label: el('label', { class: 'tick' }, box, name) };
  });
  return {
    element: el('fieldset', {}, el('legend', {}, words.accounts.teams), ...boxes.map(({ label }) => label)),
    chosen: () => boxes.flatMap(({ box }) => (box.checked ? [box.value] : [])),
  };
}

const ROLES = Object.keys(words.roles) as Role[];

/** A list of the roles to choose from, with this one chosen. */
export function roleChoice(id: string, chosen: string): HTMLSelectElement {
  const options = ROLES.map((role) => el('option', { value: role, selected: role === chosen }, words.roles[role]));
  return el('select', { id }, ...options);
}
