import { Refused } from './api.js';
import { setText } from './dom.js';
import { words } from './words.js';

/** Does something with the API, and says in the note what went wrong. Null when it did. */
export async function doing<T>(note: HTMLElement, work: () => Promise<T>): Promise<T | null> {
  note.classList.remove('wrong');
  setText(note, '');
  try {
    return await work();
  } catch (error) {
    note.classList.add('wrong');
    setText(note, error instanceof Refused ? error.message : words.errors.broken);
    return null;
  }
}
