import type { Who } from '../../handoff/company';
import type { Role } from '../../handoff/types';
import { adminApi, type Listed } from './admin-api.js';
import { el } from './dom.js';
import { roleChoice, teamBoxes } from './team-boxes.js';
import { fill, words } from './words.js';

const text = words.accounts;

/** Does something to an account, and then shows them all again. What it gives is said. */
export type ActOn = (id: string, work: () => Promise<string>) => Promise<void>;

/** One account: who they are, what they sign in with, and what an admin can do. Not everything can be done to oneself. */
export function accountRow(one: Listed, teams: Who[], mine: boolean, act: ActOn, link: () => void): HTMLElement {
  const { id, name, email, role, access } = one;
  const title = el('h3', { id: `account-${id}`, tabindex: '-1' }, name);
  const does = (label: string, done: string, work: () => Promise<unknown>): HTMLElement =>
    button(label, () => void act(id, () => work().then(() => fill(done, { name }))));
  const button = (label: string, onclick: () => void): HTMLElement =>
    el('button', { type: 'button', 'aria-describedby': `account-${id}`, onclick }, label);

  const buttons = [
    ...(access && !mine ? [button(text.link, link)] : []),
    ...(access && !mine ? [does(text['sign-out'], text['signed-out'], () => adminApi.signOut(id))] : []),
    ...(one.secondStep && !mine ? [does(text['code-off'], text['code-is-off'], () => adminApi.codeOff(id))] : []),
    ...(one.passkeys > 0 && !mine
      ? [does(text['passkeys-off'], text['passkeys-are-off'], () => adminApi.passkeysOff(id))]
      : []),
    ...(access && !mine ? [does(text['take-away'], text['took-away'], () => adminApi.takeAway(id))] : []),
    ...(access ? [] : [does(text['put-back'], text['is-back'], () => adminApi.putBack(id))]),
  ];
  return el(
    'li',
    { 'data-id': id },
    title,
    el('p', {}, email),
    el('p', { class: 'quiet' }, [...(mine ? [text.you] : []), words.roles[role], ...teamsOf(one, teams)].join(' · ')),
    el('p', { class: 'quiet' }, waysIn(one).join(' · ')),
    change(one, teams, mine, act),
    ...(buttons.length > 0 ? [el('div', { class: 'row-buttons' }, ...buttons)] : []),
  );
}

function teamsOf({ teams: theirs = [] }: Listed, teams: Who[]): string[] {
  if (theirs.length === 0) return [text['no-team']];
  const names = theirs.map((team) => teams.find(({ id }) => id === team)?.name ?? team);
  return [fill(text['in-teams'], { teams: names.join(', ') })];
}

function waysIn({ access, password, secondStep, passkeys: n }: Listed): string[] {
  if (!access) return [text['taken-away']];
  const passkeys = n === 0 ? [] : [n === 1 ? text.passkey : fill(text.passkeys, { n })];
  return [password ? text.password : text['link-only'], ...(secondStep ? [text.code] : []), ...passkeys];
}

/** Their role and teams. Of one's own only the teams: there has to be an admin tomorrow. */
function change({ id, name, role, teams: theirs = [] }: Listed, teams: Who[], mine: boolean, act: ActOn): HTMLElement {
  const roles = roleChoice(`role-${id}`, role);
  const boxes = teamBoxes(teams, theirs);
  const known = theirs.filter((team) => teams.some((each) => each.id === team));
  const save = async (): Promise<string> => {
    const chosen = boxes.chosen();
    if (!mine && roles.value !== role) await adminApi.setRole(id, roles.value as Role);
    if (chosen.join() !== known.join()) await adminApi.setTeams(id, chosen);
    return fill(text.saved, { name });
  };
  const form = el(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        void act(id, save);
      },
    },
    ...(mine ? [] : [el('label', { for: `role-${id}` }, text.role), roles]),
    boxes.element,
    el('button', { type: 'submit' }, text.save),
  );
  return el('details', {}, el('summary', {}, text.change), form);
}
