import { stem } from '../reading/spelling';
import type { Room } from '../room';
import { createDenials, type Denied } from './denials';

/** A word or a known phrase, as it counts when a choice is picked. */
export interface Term {
  words: string[];
  /** `faint` settles only what nothing else does; `small` says nothing. */
  weight: 'key' | 'faint' | 'small';
  /** What it stands for: itself first, then the groups of words that it belongs to. */
  signs: string[];
  /** Of a phrase: what its words stand for one by one. */
  parts: string[];
  denied: Denied;
  /** Denied by "can't": a label that says so is still about it. */
  unable: boolean;
}

/** What people call things when they pick a choice, made once from the words of a language. */
export interface Terms {
  /** `simply`: phrases and words that deny ("no job", "unsafe") are read for what they deny. */
  read(words: string[], simply?: boolean): Term[];
  /** The signs, and those of the broader words that stand above them. */
  wider(signs: string[]): string[];
  /** Single words of the groups that these signs name. */
  namesOf(signs: string[]): string[];
}

const LONGEST_PHRASE = 7;
const keyOf = (words: string[]) => words.map(stem).join(' ');
const plainTerm = { parts: [], denied: 'no' as const, unable: false };

export function createTerms(room: Room): Terms {
  const { replies } = room.words;
  const set = (phrases: string[]) => new Set(phrases.flatMap(room.plain));
  const [small, faint, negation] = [set(replies.small), set(replies.faint), set(replies.negation)];
  const owning = set(replies.owning);
  const denials = createDenials(room);
  const contraries = new Map(Object.entries(replies.contraries));
  const { groups, namesOf } = readGroups(room);

  const isKey = (word: string) => !small.has(word) && !faint.has(word) && !negation.has(word);
  const signsOf = (words: string[]) => [ownSign(room, words), ...(groups.get(keyOf(words)) ?? [])];
  const above = readWider(room, signsOf);

  /** "Someone" is a part of many phrases, and tells none of them from another. */
  const somebody = signsOf(room.plain(replies.somebody));
  const partSigns = ({ weight, signs }: Term) =>
    weight === 'small' || signs.some((it) => somebody.includes(it)) ? [] : signs;

  const phraseAt = (words: string[], at: number, simply: boolean): Term | null => {
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 1; length--) {
      const phrase = words.slice(at, at + length);
      const denies = phrase.some((word) => negation.has(word));
      if (!groups.has(keyOf(phrase)) || (denies && simply)) continue;
      const parts = denies ? [] : phrase.map(wordTerm).flatMap(partSigns);
      const weight = denies || phrase.some(isKey) ? 'key' : 'faint';
      return { ...plainTerm, words: phrase, weight, signs: signsOf(phrase), parts };
    }
    return null;
  };
  const wordTerm = (word: string): Term => {
    const isNamed = groups.has(stem(word));
    const weight =
      isKey(word) || (negation.has(word) && isNamed) ? 'key' : faint.has(word) || isNamed ? 'faint' : 'small';
    return { ...plainTerm, words: [word], weight, signs: signsOf([word]) };
  };
  const wordAt = (word: string, simply: boolean): Term => {
    const contrary = simply || !groups.has(stem(word)) ? contraries.get(word) : undefined;
    return contrary === undefined ? wordTerm(word) : { ...wordTerm(contrary), denied: 'yes' };
  };
  /** "mate" is politeness, "my mate" is somebody. */
  const raised = (term: Term, before: string | undefined): Term =>
    term.weight === 'faint' && before !== undefined && owning.has(before) ? { ...term, weight: 'key' } : term;
  /** "none", said last, is itself an answer. */
  const isAnswer = (words: string[], at: number) =>
    groups.has(stem(words[at] ?? '')) && !words.slice(at + 1).some(isKey);

  const read = (words: string[], simply = false): Term[] => {
    const terms: Term[] = [];
    const denial = denials();
    for (let at = 0; at < words.length; ) {
      const phrase = phraseAt(words, at, simply);
      const denying = phrase || isAnswer(words, at) ? 0 : denial.enter(words, at);
      if (denying === 0) {
        const term = phrase ?? raised(wordAt(words[at] as string, simply), words[at - 1]);
        const reached = denial.reach(term.words, term.weight === 'key');
        if (term.weight !== 'small') terms.push(term.denied === 'yes' ? term : { ...term, ...reached });
      }
      at += denying || (phrase?.words.length ?? 1);
    }
    return terms;
  };

  return { read, wider: (signs) => [...new Set([...signs, ...signs.flatMap((it) => above.get(it) ?? [])])], namesOf };
}

const phrasesIn = (room: Room, line: string) =>
  line
    .split(',')
    .map(room.plain)
    .filter((words) => words.length > 0);

/** A number is itself however it is written. */
function ownSign({ words: { replies } }: Room, words: string[]): string {
  const [word = '', ...more] = words;
  if (more.length === 0 && /^\d{1,4}$/.test(word)) return `#${Number(word)}`;
  if (more.length === 0 && Object.hasOwn(replies.numbers, word)) return `#${replies.numbers[word]}`;
  return `~${keyOf(words)}`;
}

function readGroups(room: Room) {
  const { alike, wider } = room.words.replies;
  const groups = new Map<string, string[]>();
  const names = new Map<string, string[]>();
  const add = (phrase: string[], sign: string) => {
    groups.set(keyOf(phrase), [...new Set([...(groups.get(keyOf(phrase)) ?? []), sign])]);
    if (phrase.length === 1) names.set(sign, [...(names.get(sign) ?? []), phrase[0] as string]);
  };
  for (const [i, line] of alike.entries()) for (const phrase of phrasesIn(room, line)) add(phrase, `=${i}`);
  for (const wide of Object.keys(wider).map(room.plain)) if (wide.length > 1) add(wide, `=${wide.join(' ')}`);
  return { groups, namesOf: (signs: string[]) => signs.flatMap((sign) => names.get(sign) ?? []) };
}

/** For each sign, those of the broader words above it. */
function readWider(room: Room, signsOf: (words: string[]) => string[]): Map<string, string[]> {
  const above = new Map<string, string[]>();
  for (const [wide, lines] of Object.entries(room.words.replies.wider))
    for (const narrow of lines.flatMap((line) => phrasesIn(room, line)))
      for (const sign of signsOf(narrow)) above.set(sign, [...(above.get(sign) ?? []), ...signsOf(room.plain(wide))]);
  return above;
}
