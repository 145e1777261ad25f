import type { Kind } from '../../directory/types';
import type { Topic } from '../../understanding/types';

/*
 * Sentences are written with two marks: `[walk in|just turn up]` is one of these, which may be nothing, and `{venue}` is
 * filled in for each service.
 */

/** One kind of help that councils list, in several wordings. */
export interface KindOfHelp {
  by: Kind;
  /** Each name is of a service of its own, and each has its own beginning, in the same order. */
  forms?: true;
  names: string[];
  /** How its description begins. */
  leads: string[];
  more: string[];
  /** Whom it is for, as officers write it. */
  who: string[];
  /** Categories of its own, where those of the topic do not fit. */
  categories?: number[];
  /** Whole years; null: no limit. */
  ages?: readonly [number | null, number | null];
  /** A refuge: where it is must stay private. */
  secret?: true;
}

export interface TopicBank {
  topic: Topic;
  /** Ids of the Family Hubs categories it is filed under. */
  categories: number[];
  /** What its kinds of help have in common. */
  more: string[];
  kinds: KindOfHelp[];
}

/** What the sentences about one service have in common. */
export interface Facts {
  org: string;
  town: string;
  venue: string;
  phone: string;
  email: string;
  web: string;
}

/** Gives the id of a part of a service, by the part's name: the same name, the same id. */
export type IdOf = (part: string) => string;
