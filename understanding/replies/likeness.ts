import { distance } from 'fastest-levenshtein';
import { isNearMiss, stem } from '../reading/spelling';

const SHORT = 4;
const LONG = 8;

/** Whether what was typed may be this word of a choice: more is forgiven than elsewhere, for few words are on offer. */
export function looksLike(typed: string, word: string): boolean {
  if (typed === word || stem(typed) === stem(word)) return true;
  const [shorter, longer] = [Math.min(typed.length, word.length), Math.max(typed.length, word.length)];
  if (typed[0] !== word[0]) return typed[0] === word[1] && typed[1] === word[0] && isNearMiss(typed, word);
  return (
    isNearMiss(typed, word) ||
    (shorter >= SHORT && longer > SHORT && longer - shorter < 2 && distance(typed, word) === 1) ||
    (shorter >= LONG && distance(typed, word) <= 2) ||
    isWithoutVowels(typed, word)
  );
}

/** "txt", "lnk": the consonants alone. */
function isWithoutVowels(typed: string, word: string): boolean {
  return typed.length > 2 && !/[aeiou]/.test(typed) && word.replace(/[aeiou]/g, '') === typed;
}
