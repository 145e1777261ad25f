import type { HelpFault, Library } from '../dialogs/types';
import type { Helpline } from '../directory/helplines';
import type { PositionOf } from '../directory/outcodes';
import type { Place } from '../directory/place';
import type { Directory, Listing } from '../directory/types';
import type { Wishes } from '../directory/wishes';
import type { DirectoryWords } from '../directory/words';
import type { TimeWords } from '../handoff/time-words';
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
  near: NearHelp;
  edits: EditWords;
  /** Languages people may write in, with what to say where their words cannot be read. */
  languages: Languages;
  /** How times are said; left out, as in English. */
  times?: TimeWords;
  /** The other languages that are served, by code. */
  translations: ReadonlyMap<string, Translated>;
  /** Every name of a language that is served, with its code. */
  languageNames: ReadonlyMap<string, string>;
  /** In a translation: the talk that it is a translation of. */
  original?: Talk;
}

/** What is otherwise where Natter talks in a translation. */
export interface Translated extends Pick<Talk, 'library' | 'helplines' | 'edits' | 'times'> {
  reply: Understanding['reply'];
}

/** Help near people, and what the bot needs to say it. */
export interface NearHelp {
  /** The help of a place, by its name; null: of this one. */
  at(place: string | null): Directory;
  /** The listings of these ids, of whatever place, that there still are. */
  listings(ids: string[]): Promise<Listing[]>;
  positionOf: PositionOf;
  words: DirectoryWords;
  /** What somebody wishes for, read out of what they say they look for. */
  wishes(words: string): Wishes;
  /** An owner's words in plainer ones. */
  plain(text: string): string;
  /** Where a list can be read, printed and kept. */
  linkTo(ids: string[]): string;
  /** Tells whoever keeps the list that something in it is not right. */
  report(listing: Listing, reason: HelpFault, conversation: string): Promise<void>;
}
