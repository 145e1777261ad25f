import type { Waiting } from '../../handoff/types';
import { el, setText } from './dom.js';
import { waitsNow } from './next.js';
import { isMine } from './person.js';
import { asked, bookedFor, channelName, fill, isToday, leftBy, span, timeOrDay, words, wroteIn } from './words.js';

export interface PeopleList {
  element: HTMLElement;
  next: HTMLButtonElement;
  show(people: Waiting[], me: string, open: string | null, fresh: ReadonlySet<string>): void;
}

interface Row {
  element: HTMLLIElement;
  show(person: Waiting, me: string, open: boolean, fresh: boolean): void;
}

/** The list on the left: who is with me, who is waiting, who is with someone else. */
export function createList(onOpen: (id: string) => void, onNext: () => void): PeopleList {
  const rows = new Map<string, Row>();
  const forYou = group('for-you', words.company['for-you'], '');
  const mine = group('mine', words.people.mine, words.people['mine-empty']);
  const waiting = group('waiting', words.people.waiting, words.people['waiting-empty']);
  const today = group('booked-today', words.people['booked-today'], '');
  const later = group('booked-later', words.people['booked-later'], '');
  const others = group('others', words.people.others, '');
  const hint = el('p', { id: 'next-hint', class: 'quiet' });
  const next = el(
    'button',
    { class: 'primary next', type: 'button', 'aria-describedby': 'next-hint', onclick: onNext },
    words.people.next,
  );
  const element = el(
    'section',
    { class: 'people', 'aria-labelledby': 'people-title' },
    el('div', { class: 'people-top' }, el('h2', { id: 'people-title' }, words.people.title), next, hint),
    el(
      'div',
      { class: 'groups' },
      forYou.element,
      mine.element,
      waiting.element,
      today.element,
      later.element,
      others.element,
    ),
  );

  /** The row that has come to that place; where there is none, the one before. */
  function nearest(at: number): HTMLElement {
    const all = element.querySelectorAll<HTMLElement>('.row');
    return all[Math.min(at, all.length - 1)] ?? next;
  }

  return {
    element,
    next,
    show(people, me, open, fresh) {
      const focused = document.activeElement;
      const at = Array.from<Element | null>(element.querySelectorAll('.row')).indexOf(focused);
      for (const [id, row] of rows) {
        if (people.some((person) => person.id === id)) continue;
        row.element.remove();
        rows.delete(id);
      }
      const rowOf = (person: Waiting): HTMLLIElement => {
        const row = rows.get(person.id) ?? createRow(person.id, onOpen);
        rows.set(person.id, row);
        row.show(person, me, person.id === open, fresh.has(person.id));
        return row.element;
      };
      const theirs = people.filter((person) => person.worker && !isMine(person, me));
      const wanted = theirs.filter((person) => person.forYou);
      const elsewhere = theirs.filter((person) => !person.forYou);
      forYou.show(wanted.map(rowOf));
      forYou.element.hidden = wanted.length === 0;
      mine.show(people.filter((person) => isMine(person, me)).map(rowOf));
      waiting.show(people.filter(waitsNow).map(rowOf));
      const booked = people.filter((person) => person.later);
      const forToday = booked.filter((person) => isToday(person.booked?.from ?? 0));
      const forLater = booked.filter((person) => !forToday.includes(person));
      today.show(forToday.map(rowOf));
      today.element.hidden = forToday.length === 0;
      later.show(forLater.map(rowOf));
      later.element.hidden = forLater.length === 0;
      others.show(elsewhere.map(rowOf));
      others.element.hidden = elsewhere.length === 0;
      const nobody = !people.some(waitsNow);
      next.setAttribute('aria-disabled', String(nobody));
      setText(hint, nobody ? words.people['nobody-next'] : words.people['next-hint']);
      // Moving a row from one group to another would drop the focus on the floor.
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
      else if (at >= 0) nearest(at).focus();
    },
  };
}

/** Their time has come, or only their words say when it is. */
function dueWords(booked: NonNullable<Waiting['booked']>): string {
  const time = bookedFor(booked);
  if (booked.to !== null && booked.to <= Date.now()) return fill(words.people['booked-missed'], { time });
  return time ? fill(words.people['booked-for'], { time }) : words.people['booked-words'];
}

/** Until when whoever has them has stepped away. */
function pausedWords({ worker, beside, pausedUntil = 0 }: Waiting, me: string): string {
  const time = timeOrDay(pausedUntil);
  const mine = worker && isMine({ worker, beside }, me);
  return mine || !worker ? fill(words.pause.until, { time }) : fill(words.pause.with, { name: worker.name, time });
}

function group(name: string, title: string, empty: string) {
  const list = el('ul', { 'aria-labelledby': `group-${name}` });
  const nobody = el('p', { class: 'quiet' }, empty);
  const count = el('span', { class: 'count' });
  const element = el('div', { class: 'group' }, el('h3', { id: `group-${name}` }, title, ' ', count), list, nobody);
  return {
    element,
    show(items: HTMLLIElement[]): void {
      const same = items.length === list.children.length && items.every((item, i) => list.children[i] === item);
      if (!same) list.replaceChildren(...items);
      list.hidden = items.length === 0;
      nobody.hidden = items.length > 0 || !empty;
      setText(count, items.length > 0 ? String(items.length) : '');
    },
  };
}

function createRow(id: string, onOpen: (id: string) => void): Row {
  const when = el('span', { class: 'when' });
  const fresh = el('span', { class: 'badge fresh' }, words.people.new);
  const urgent = el('span', { class: 'badge urgent' }, words.people.urgent);
  const how = el('span', { class: 'how' });
  const button = el('button', { type: 'button', class: 'row', 'data-id': id, onclick: () => onOpen(id) }, when, how);
  return {
    element: el('li', {}, button),
    show(person, me, open, isFresh) {
      const where =
        person.later && person.booked
          ? fill(words.people['booked-for'], { time: bookedFor(person.booked) })
          : person.owner === 'waiting'
            ? fill(words.people.waited, { time: span(Date.now() - person.waitingSince) })
            : person.forYou && person.asked
              ? fill(words.company.wanted, { name: person.asked.by.name })
              : person.pausedUntil
                ? pausedWords(person, me)
                : person.worker && !isMine(person, me)
                  ? fill(person.away ? words.people.away : words.people.with, { name: person.worker.name })
                  : '';
      setText(when, asked(person.waitingSince));
      const came = person.owner === 'waiting' && person.booked && !person.later ? dueWords(person.booked) : '';
      const parts = [channelName(person.channel), where, came, person.team?.name, leftBy(person), wroteIn(person)];
      setText(how, parts.filter(Boolean).join(' · '));
      if (!isFresh) fresh.remove();
      else if (!fresh.isConnected) when.after(fresh);
      if (!person.urgent) urgent.remove();
      else if (!urgent.isConnected) how.after(urgent);
      if (open) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    },
  };
}
