import { blankState, recite } from '../dialogs/step';
import type { Library } from '../dialogs/types';
import type { Helpline } from '../directory/helplines';
import type { Place } from '../directory/place';
import type { EditWords } from '../story/edits';
import type { Understanding } from '../understanding/types';

/** Everything the bot talks from, in one language at one place. */
export interface Talk {
  library: Library;
  understanding: Understanding;
  helplines: Helpline[];
  place: Place;
  edits: EditWords;
}

/** What is said before anybody has written, for a page that shows it at once. */
export function greeting({ library }: Talk): string[] {
  return recite(library, blankState(), { flow: 'start', step: '' }, 0).flatMap((event) =>
    event.type === 'say' ? [event.text] : [],
  );
}
