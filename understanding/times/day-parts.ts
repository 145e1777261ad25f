import { written } from './moments';
import { NAMED, PARTS, type Part } from './time-hours';
import { MONTH, WEEKDAY } from './time-words';

/** "Nights are worst" in a longer message is no time to meet, unless there is a day too. */
const FEW_WORDS = 5;
const BESIDE_DAY = new RegExp(
  `\\b(?:${WEEKDAY}|tomorrow|today|next week|\\d(?:st|nd|rd|th))\\b|\\d/\\d|\\b(?:${MONTH})\\b`,
);

/** The part of the day that is named, which also tells what "at 8" means. */
export function partOfDay(said: string): Part | null {
  const part = /\b(morning|afternoon|evening|night|tonight)\b/.exec(said)?.[1];
  return part === undefined ? null : part === 'tonight' ? 'night' : (part as Part);
}

/** Writes times that have a name: "after school" becomes "after 3:30pm". */
export function namedInFull(said: string): string {
  return NAMED.reduce(
    (all, { words, from, to }) =>
      all.replace(new RegExp(`(?:\\b(before|by|til|after) (?:my )?)?(?:${words.source})`, 'g'), (_, lead?: string) => {
        if (lead === 'after') return ` after ${written(to ?? from)} `;
        if (lead !== undefined) return ` before ${written(from)} `;
        return to === null ? ` after ${written(from)} ` : ` ${written(from)} to ${written(to)} `;
      }),
    said,
  );
}

/** Beside a time of day the part of the day has told what it could; alone it is a stretch of the day. */
export function partsInFull(said: string): string {
  const full = said.replace(/\btonight\b/g, 'today night');
  const known = /\d(?:am|pm)\b|\b(?:noon|midday|midnight)\b/.test(full);
  const isShort = full.split(' ').length <= FEW_WORDS;
  return full.replace(
    /\b(this )?(in |at |of |on )?(?:the )?(morning|afternoon|evening|night)\b/g,
    (all, now, lead, name: Part) => {
      const { from, to } = PARTS[name];
      if (!known && !isShort && !now && lead !== 'in ' && !BESIDE_DAY.test(full)) return all;
      return known ? ' ' : ` ${written(from)} to ${written(to)} `;
    },
  );
}
