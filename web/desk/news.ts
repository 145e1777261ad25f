import type { Waiting } from '../../handoff/types';
import type { Comforts } from './comforts.js';
import { waitsNow } from './next.js';
import { fill, words } from './words.js';

/** How a worker hears of who waits, as far as they want to. */
export interface News {
  /** Looks who waits now, and makes whoever is new known. Whoever was there when the page was opened is no news. */
  look(people: Waiting[]): void;
  /** How many wait, in words. */
  howMany(waiting: number): string;
  /** The title says nothing of anybody: it can be seen by whoever walks past. */
  title(waiting: number, fresh: number): string;
  /** Somebody else may look next. */
  forget(): void;
}

export function createNews(comforts: Comforts): News {
  /** Those who have been seen waiting; null until the list has come once. */
  let known: Set<string> | null = null;

  return {
    look(people) {
      const before = known;
      known = new Set(people.filter(waitsNow).map(({ id }) => id));
      if (before && [...known].some((id) => !before.has(id))) comforts.newPerson();
    },
    howMany(waiting) {
      if (!comforts.on('counts')) return words.comforts.someone;
      return waiting === 1 ? words.live['waiting-one'] : fill(words.live['waiting-many'], { n: waiting });
    },
    title(waiting, fresh) {
      if (waiting + fresh === 0 || !comforts.on('title')) return words.name;
      if (comforts.on('counts')) return `(${waiting + fresh}) ${words.name}`;
      return `${waiting > 0 ? words.comforts.someone : words.comforts.message} - ${words.name}`;
    },
    forget() {
      known = null;
    },
  };
}
