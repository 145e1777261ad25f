import { phraseTexts } from '../dialogs/phrases';
import { type HelpWords, inWords, type Speech } from '../directory/saying';
import { sentencesOf } from '../directory/sentences';
import type { Listing } from '../directory/types';
import type { Talk } from './talk';
import { tidy } from './tidy';

/** A description is told no further than this, to the end of a sentence. */
const MOST_LETTERS = 700;

/** A listing in words, as everywhere it is shown. */
export function spoken(talk: Talk, listing: Listing, now: number): HelpWords {
  return inWords(listing, speechOf(talk), day(now));
}

/** These listings as they are shown on a list to keep. */
export function listed(talk: Talk, listings: Listing[], now: number): { name: string; lines: string[] }[] {
  return listings.map((listing) => {
    const { name, what, who, when, cost, next, checked } = spoken(talk, listing, now);
    const lines = [`${what} ${who}`, `${when} ${cost}`, next, checked].map(tidy).filter(Boolean);
    return { name, lines };
  });
}

/** All that its owner wrote of a listing, in plainer words, as far as somebody may want to read it; [] where there is no more. */
export function inFull(talk: Talk, { name, what, who, apply, words, places }: Listing): string[] {
  if (words) return [];
  const access = places.flatMap((place) => place.access);
  const texts = [what, who ?? '', apply ?? '', ...access].map((text) => shortened(talk.near.plain(text)));
  const told = [...new Set(texts.filter(Boolean))];
  return told.length > 0 ? [`${name}. ${told[0]}`, ...told.slice(1)] : [];
}

/** The whole sentences of a text, as many as fit. */
function shortened(text: string): string {
  let fits = '';
  for (const sentence of sentencesOf(text)) {
    if (fits.length + sentence.length > MOST_LETTERS) break;
    fits = `${fits} ${sentence}`.trim();
  }
  return fits;
}

/** A sentence of content, its gaps filled and what is not known left out. */
export const said = (talk: Talk, id: string, values: Record<string, string>): string =>
  tidy(phraseTexts(talk.library, id, 0, values).join('\n'));

/** The day it is, `YYYY-MM-DD`. */
export const day = (now: number): string => new Date(now).toISOString().slice(0, 10);

function speechOf(talk: Talk): Speech {
  return {
    say: (id, values = {}) => said(talk, id, values),
    day: (name) => talk.near.words.days[name],
    plain: talk.near.plain,
    date: dateInWords,
  };
}

/** "2026-11-22" as people say it: "22 November 2026". */
function dateInWords(date: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return words.format(new Date(`${date}T00:00:00Z`));
}
