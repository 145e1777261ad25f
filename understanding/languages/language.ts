import type { Danger, Safety } from '../types';
import { detect } from './detector';
import { dangerPhrases, ENOUGH, type Heard, hear, type KnownLanguages, knowLanguages } from './known-languages';
import type { Languages } from './language-words';
import { createFold, scriptOf } from './letters';
import { createPhraseSearch } from './phrases-in';

/*
 * English is assumed unless the letters or several telling words say otherwise: calling a worried person's English
 * something else would be the worse mistake.
 */

const READ = 2000;
/** With fewer words than these, how letters follow each other tells nothing: beside a telling word, and by itself. */
const FEW_WORDS = 3;
const SOME_WORDS = 5;
/** More English than one word in so many, and the text is taken for English. */
const ENGLISH_IN = 4;

/** Languages of scripts that none of ours are written in. */
const BY_SCRIPT: Record<string, string> = {
  Armenian: 'hy',
  Georgian: 'ka',
  Hangul: 'ko',
  Hebrew: 'he',
  Kana: 'ja',
  Malayalam: 'ml',
  Sinhala: 'si',
  Telugu: 'te',
  Thai: 'th',
};

export interface LanguageReader {
  /** ISO 639 code of the language a message seems to be in. Reads no more than its beginning. */
  languageOf(text: string): string;
  /** The kinds of danger that words of any of the languages name. */
  dangersIn(text: string): Danger[];
}

/** Makes what tells languages apart. English stays English: dialect, slang, texting and names are no reason to doubt it. */
export function createLanguage(words: Languages): LanguageReader {
  const fold = createFold(words['same-letters']);
  const english = new Set(fold(words.english.words));
  const known = knowLanguages(words, fold);
  const dangers = createPhraseSearch(words.languages.flatMap((language) => dangerPhrases(language, fold)));
  return {
    languageOf(text) {
      const start = text.slice(0, READ);
      const script = scriptOf(start);
      if (script === null) return 'en';
      const heard = hear(start, fold);
      const certain = known.certain(heard);
      if (certain !== null) return certain;
      if (script === 'Latin') return inOurLetters(heard, known, english);
      return inOtherLetters(heard, script, known) ?? BY_SCRIPT[script] ?? (detect(start).language || 'en');
    },
    dangersIn: (text) => [...dangers(hear(text, fold))],
  };
}

/** Adds danger that was seen in words of another language to what was seen in English. */
export function withDangers(safety: Safety, more: Danger[]): Safety {
  if (more.length === 0) return safety;
  return { tier: 'now', kinds: [...new Set([...safety.kinds, ...more])] };
}

function inOurLetters(heard: Heard, known: KnownLanguages, english: Set<string>): string {
  const { text } = heard;
  // One letter is a word in many languages, and a number in all.
  const words = heard.words.filter((word) => word.length > 1 && !/\p{N}/u.test(word));
  const inEnglish = words.filter((word) => english.has(word)).length;
  const { score, codes } = known.best(heard, known.writtenIn('Latin'));
  if (score >= ENOUGH && score > inEnglish) return likeliest(text, codes);
  if (inEnglish * ENGLISH_IN > words.length) return 'en';
  if (words.length < (score > 0 ? FEW_WORDS : SOME_WORDS)) return 'en';
  const { language, sure } = detect(text);
  // One telling word and the way the letters go agree.
  if (score > 0 && codes.includes(language) && (sure || inEnglish === 0)) return language;
  return sure && words.length >= SOME_WORDS ? language : 'en';
}

/** Null when nothing of ours is written so. */
function inOtherLetters(heard: Heard, script: string, known: KnownLanguages): string | null {
  const written = known.writtenIn(script);
  if (written.length < 2) return written[0] ?? null;
  const { score, codes } = known.best(heard, written);
  if (score >= ENOUGH && codes.length === 1) return codes[0] ?? null;
  const { language, sure } = detect(heard.text);
  return sure || codes.includes(language) ? language : (codes[0] ?? null);
}

/** Of languages that have as much to speak for them, the one the letters speak for. */
function likeliest(text: string, codes: string[]): string {
  const [first = 'en', ...others] = codes;
  if (others.length === 0) return first;
  const { language } = detect(text);
  return codes.includes(language) ? language : first;
}
