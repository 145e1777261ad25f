import { tidy } from '../reading/normalise';
import { isNearMiss } from '../reading/spelling';
import { NUMBERS, ORDINALS, PHRASES, SPELLINGS, WEEKDAY, WEEKDAYS } from './time-words';

/** As many words of a message are read for a time: what says when to meet is short, and the libraries are slow on much. */
export const MOST_WORDS = 40;
const LONGEST = 400;

const SPELT: Map<string, string> = new Map([
  ...Object.entries(SPELLINGS).flatMap(([word, spellings]) => spellings.split(' ').map((it) => [it, word] as const)),
  ...WEEKDAYS.flatMap(([name, spellings]) => spellings.split(' ').map((it) => [it, name] as const)),
  ...ORDINALS.map((word, i) => [word, `${i + 3}th`.replace('3th', '3rd')] as const),
]);
const NUMBER = `(?:${NUMBERS.join('|')}|1[0-2]|[1-9])`;
/** Spelled out, "ten to three" is a time; "10 to 3" may be a stretch of time. */
const MINUTES_AROUND = new RegExp(`\\b(five|ten|twenty[ -]five|twenty) (?:minutes )?(to|past) (?=${NUMBER}\\b)`, 'g');

/** The first words of a message in plain English: "tmrw @ half 3" becomes "tomorrow at half 3". */
export function writtenOut(text: string): string {
  const said = tidy(text.slice(0, LONGEST))
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\b([a-z]+day|that|it|morning|afternoon|evening)'s\b/g, '$1 is')
    .replaceAll("'", '')
    .replace(/\s*@\s*/g, ' at ')
    .replace(/[^\p{L}\p{N}\s.,;:!?/\u00a3%&()+-]/gu, ' ');
  const words = said.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS).join(' ');
  const spelt = words
    .replace(/(?<![\w/.-])[a-z0-9/]*[a-z0-9](?![\w/-])/g, (word) => SPELT.get(word) ?? weekdayNear(word) ?? word)
    .replace(MINUTES_AROUND, (_, count: string, way: string) => `${minutesOf(count)} minutes ${way} `)
    .replace(new RegExp(`\\b(?:${NUMBERS.join('|')})\\b`, 'g'), (word) => `${NUMBERS.indexOf(word) + 1}`)
    .replace(new RegExp(`\\b(${WEEKDAY})s (is|ok|fine|good|better|grand|great|perfect|free)\\b`, 'g'), '$1 $2');
  return PHRASES.reduce((all, [pattern, full]) => all.replace(pattern, full), spelt)
    .replace(/\s+/g, ' ')
    .trim();
}

function minutesOf(count: string): number {
  return { five: 5, ten: 10, twenty: 20 }[count] ?? 25;
}

/** A weekday with one slip in it, with the plural kept: "wednesdys". */
function weekdayNear(word: string): string | null {
  if (!/^[a-z]{5,11}$/.test(word)) return null;
  const many = word.endsWith('s') ? 's' : '';
  const one = many ? word.slice(0, -1) : word;
  const known = SPELT.get(one);
  if (many && known?.endsWith('day')) return known + many;
  const name = WEEKDAYS.find(([day]) => isNearMiss(one, day))?.[0];
  return name === undefined ? null : name + many;
}
