import type { Room } from '../room';
import { onlyOne, type Picker } from './reply';
import { createTrim } from './trim';

type Answer = 'yes' | 'no';

/** Maps a plain yes or no onto the one option that means it. "Yeah but no" and "yes but not today" are neither. */
const HEAD_ENDS = /[,.;:!\u2013\u2014]| - /;

export type YesNo = Picker & {
  /** What a label says beside its yes or no: "tell me more" in "Yes, tell me more". */
  withoutAnswer(label: string): string;
};

export function createYesNo(room: Room): YesNo {
  const { replies } = room.words;
  const known = { yes: replies.yes.map(room.plain), no: replies.no.map(room.plain) };
  const filler = [...replies.filler, ...replies.politeness].map(room.plain);
  const trim = createTrim(room, [...replies.filler, ...replies.politeness], [...replies.filler, ...replies.politeness]);
  const exactly = (kind: string[][], words: string[]) => kind.some((phrase) => phrase.join(' ') === words.join(' '));
  const afterNo = replies['after-no'].map(room.plain);

  /** True when the words are nothing but some of these phrases and filler, with at least one of the phrases. */
  const isMadeOf = (words: string[], phrases: string[][], met = false): boolean => {
    if (words.length === 0) return met;
    const goesOn = (phrase: string[], nowMet: boolean) =>
      startsWith(words, phrase) && isMadeOf(words.slice(phrase.length), phrases, nowMet);
    return phrases.some((phrase) => goesOn(phrase, true)) || filler.some((phrase) => goesOn(phrase, met));
  };
  const answerOf = (words: string[]): Answer | null => {
    if (words.length > 10) return null;
    const core = trim(words);
    const [isYes, isNo] = [exactly(known.yes, core), exactly(known.no, core)];
    if (isYes !== isNo) return isYes ? 'yes' : 'no';
    const [yes, no] = [isMadeOf(words, known.yes), isMadeOf(words, known.no)];
    return yes === no ? null : yes ? 'yes' : 'no';
  };
  /** What a label means is said by what stands before its first comma or dash; a plain "Yes" (the first of the list) in front is enough. */
  const meaningOf = (label: string): Answer | null => {
    const head = room.plain(label.split(HEAD_ENDS)[0] ?? '');
    return answerOf(head) ?? (startsWith(head, known.yes[0] ?? []) ? 'yes' : denial(head));
  };
  const denial = (head: string[]): Answer | null => {
    const plainNo = known.no[0] ?? [];
    const rest = head.slice(plainNo.length);
    return startsWith(head, plainNo) && afterNo.some((phrase) => startsWith(rest, phrase)) ? 'no' : null;
  };

  const pick: Picker = (reply, _, labels) => {
    const answer = answerOf(reply);
    return answer === null ? null : onlyOne(labels, (label) => meaningOf(label) === answer);
  };
  const withoutAnswer = (label: string): string => {
    const end = label.search(HEAD_ENDS);
    return end > 0 && answerOf(room.plain(label.slice(0, end))) !== null ? label.slice(end) : label;
  };
  return Object.assign(pick, { withoutAnswer });
}

function startsWith(words: string[], phrase: string[]): boolean {
  return phrase.length > 0 && phrase.every((word, i) => words[i] === word);
}
