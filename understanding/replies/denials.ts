import type { Room } from '../room';

/** `open`: it may or may not be denied, like food in "can't pay for food". */
export type Denied = 'yes' | 'no' | 'open';

/** Follows a row of words and tells what in it is denied. */
export interface Denial {
  /** How many words here deny what follows: 0 for none. */
  enter(words: string[], at: number): number;
  /** Whether the next word or phrase is denied; one that tells something is all that "can't" reaches. */
  reach(words: string[], tells: boolean): { denied: Denied; unable: boolean };
}

/** "not school or work" denies both; "can't pay for food" denies the paying; "can't I talk to someone" denies nothing. */
export function createDenials(room: Room): () => Denial {
  const { replies } = room.words;
  const set = (phrases: string[]) => new Set(phrases.flatMap(room.plain));
  const [negation, afterNo, helping] = [set(replies.negation), set(replies['after-no']), set(replies.helping)];
  const [able, speaking, joining] = [set(replies.able), set(replies.speaking), set(replies.joining)];
  const [refusing, wishing] = [replies.refusing.map(room.plain), set(replies.wishing)];
  const holds = (some: Set<string>, word: string | undefined) => word !== undefined && some.has(word);

  const denies = (words: string[], at: number) =>
    holds(negation, words[at]) &&
    // "No, I'm safe" answers.
    !(words[at] === 'no' && at === 0 && holds(afterNo, words[1])) &&
    // "Can't I" asks.
    !(holds(helping, words[at - 1]) && holds(speaking, words[at + 1]));

  return () => {
    let now: 'none' | 'one' | 'all' | 'rest' = 'none';
    let unable = false;
    let lastDenied = false;
    return {
      enter(words, at) {
        const refusal = refusing.find((phrase) => phrase.every((word, i) => words[at + i] === word));
        if (!refusal && !denies(words, at)) return 0;
        unable = !refusal && holds(able, words[at - 1]);
        now = !refusal && holds(helping, words[at - 1]) && !holds(wishing, words[at + 1]) ? 'one' : 'all';
        return refusal?.length ?? 1;
      },
      reach(words, tells) {
        if (now === 'rest' && lastDenied && words.some((word) => joining.has(word))) now = 'one';
        const denied = now === 'none' ? 'no' : now === 'rest' ? 'open' : 'yes';
        if (now === 'one' && tells) now = 'rest';
        if (tells) lastDenied = denied === 'yes';
        return { denied, unable: unable && denied === 'yes' };
      },
    };
  };
}
