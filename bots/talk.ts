import type { Library } from '../dialogs/types';
import type { Helpline } from '../directory/helplines';
import type { Place } from '../directory/place';
import type { EditWords } from '../story/edits';
import type { Languages } from '../understanding/languages/language-words';
import type { SecondOpinion } from '../understanding/second-opinion';
import type { Understanding } from '../understanding/types';

/** Everything the bot talks from, in one language at one place. */
export interface Talk {
  library: Library;
  understanding: Understanding;
  /** An operator's own model, where there is one. */
  secondOpinion?: SecondOpinion;
  helplines: Helpline[];
  place: Place;
  edits: EditWords;
  /** Languages people may write in, with what to say where their words cannot be read. */
  languages: Languages;
}
