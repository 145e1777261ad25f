import type { Danger } from '../types';
import type { Language, Languages } from './language-words';
import { scriptsIn } from './letters';
import { createPhraseSearch, type Line, spaced } from './phrases-in';

/** A message as it is held against the languages. `words`: each once. */
export interface Heard extends Line {
  text: string;
  words: string[];
}

/** The languages most of a message speaks for, in the order in which they are listed, and how much of it does. */
export interface Best {
  score: number;
  codes: string[];
}

export interface KnownLanguages {
  /** Those that are written so. */
  writtenIn(script: string): string[];
  /** The one whose way of asking for help, or whose name, is the whole message. */
  certain(heard: Heard): string | null;
  best(heard: Heard, codes: string[]): Best;
}

/** As much as a phrase tells. Less than this tells nothing by itself. */
export const ENOUGH = 2;
const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

type Fold = (text: string) => string[];

export function hear(text: string, fold: Fold): Heard {
  const words = fold(text);
  return { text: text.toLowerCase(), words: [...new Set(words)], line: spaced(words) };
}

/** Makes the languages ready to be told apart. What is also English tells nothing. */
export function knowLanguages({ languages, english }: Languages, fold: Fold): KnownLanguages {
  const isEnglish = new Set(fold(english.words));
  const known = languages.map((language) => {
    const asking = [
      language.own,
      ...language.help,
      language.person,
      ...(language.latin ? [language.latin.person] : []),
    ];
    const words = fold(language.words).filter((word) => !isEnglish.has(word) && (word.length > 1 || HAN.test(word)));
    const letters = [...language.letters];
    return {
      code: language.code,
      scripts: scriptsIn([...asking, language.words].join(' ')),
      asking: asking.map(fold),
      words: [...new Set(words)],
      letters,
      // Among ours they may be no more than somebody's name.
      mostLetters: LATIN.test(language.letters) ? 1 : letters.length,
      dangers: dangerPhrases(language, fold).map(({ phrase }) => phrase),
    };
  });
  const whole = new Map(
    known.toReversed().flatMap(({ code, asking }) => asking.map((words) => [spaced(words), code] as const)),
  );
  const telling = Map.groupBy(
    known.flatMap(({ code, words }) => words.map((word) => ({ word, code }))),
    ({ word }) => word,
  );
  const phrases = createPhraseSearch(
    known.flatMap(({ code, asking, dangers }) =>
      [...asking.filter((words) => words.length > 1), ...dangers].map((phrase) => ({ phrase, of: code })),
    ),
  );

  const scores = ({ text, words, line }: Heard): Map<string, number> => {
    const found = new Map<string, number>();
    const add = (code: string, much: number) => found.set(code, (found.get(code) ?? 0) + much);
    for (const word of words) for (const { code } of telling.get(word) ?? []) add(code, 1);
    // Words that no space sets apart.
    if (HAN.test(line))
      for (const [word, codes] of telling) if (HAN.test(word) && line.includes(word)) add(codes[0]?.code ?? '', 1);
    for (const code of phrases({ words, line })) add(code, ENOUGH);
    for (const { code, letters, mostLetters } of known)
      add(code, Math.min(letters.filter((letter) => text.includes(letter)).length, mostLetters));
    return found;
  };

  return {
    writtenIn: (script) => known.filter(({ scripts }) => scripts.has(script)).map(({ code }) => code),
    certain: ({ line }) => whole.get(line) ?? null,
    best(heard, codes) {
      const found = scores(heard);
      const score = Math.max(0, ...codes.map((code) => found.get(code) ?? 0));
      return { score, codes: codes.filter((code) => (found.get(code) ?? 0) === score) };
    },
  };
}

/** The words about danger of a language. */
export function dangerPhrases({ danger }: Language, fold: Fold): { phrase: string[]; of: Danger }[] {
  return Object.entries(danger).flatMap(([kind, phrases]) =>
    (phrases ?? []).map((phrase) => ({ phrase: fold(phrase), of: kind as Danger })),
  );
}
