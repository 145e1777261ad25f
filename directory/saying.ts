import { ended, isShort, piecesOf, sentencesOf } from './sentences';
import { DAYS, type Day, type Listing, type Opening, type Where } from './types';

/** One help in words: each part a short sentence, or '' where nothing is known. */
export interface HelpWords {
  name: string;
  what: string;
  who: string;
  when: string;
  cost: string;
  next: string;
  checked: string;
}

/** What it is said with. */
export interface Speech {
  /** A sentence from content, its gaps filled. */
  say(id: SentenceId, values?: Record<string, string>): string;
  /** A day in words: "Tuesdays". */
  day(day: Day): string;
  /** The owner's words, with jargon swapped for plain words. */
  plain(text: string): string;
  /** `YYYY-MM-DD` in words. */
  date(day: string): string;
}

/** The sentences of content that listings are said with, with what fills them. */
export const SENTENCES = {
  'help-alert': ['alert'],
  'help-alert-long': [],
  'help-ages-between': ['from', 'to'],
  'help-ages-from': ['from'],
  'help-ages-to': ['to'],
  'help-free': [],
  'help-cost': ['cost'],
  'help-days': ['days'],
  'help-days-times': ['days', 'opens', 'closes'],
  'help-place': ['place'],
  'help-next-phone': ['phone'],
  'help-next-email': ['email'],
  'help-next-web': ['url'],
  'help-next-go': ['place'],
  'help-next-ask': [],
  'help-referred': [],
  'help-paused': [],
  'help-checked': ['checked'],
  'help-checked-long-ago': ['checked'],
  'help-never-checked': [],
} as const satisfies Record<string, readonly string[]>;
export type SentenceId = keyof typeof SENTENCES;

const LONGEST_NAME = 90;
const OLD_DAYS = 2 * 365;
const DAY_MS = 86_400_000;

/**
 * Says a listing in a few short sentences made from its parts. Nothing is made up: what is not known is left out.
 * @param today `YYYY-MM-DD`
 */
export function inWords(listing: Listing, speech: Speech, today: string): HelpWords {
  const { words } = listing;
  const name = calm(listing.name);
  const checked = checkedWords(listing, speech, today);
  if (words) return { name, ...words, checked };
  return {
    name,
    what: whatWords(listing, speech),
    who: whoWords(listing, speech),
    when: whenWords(listing, speech),
    cost: costWords(listing, speech),
    next: nextWords(listing, speech),
    checked,
  };
}

/** A name that is all in capitals is hard to read. */
const calm = (name: string): string => {
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).replace(/\s\S*$/, '')}...` : name;
  return /\p{Ll}/u.test(short)
    ? short
    : short.toLowerCase().replace(/(?<=^|[\s(-])\p{Ll}/gu, (first) => first.toUpperCase());
};

/** What it is, and before that what everybody has to know first. */
function whatWords({ alert, state, what }: Listing, { say, plain }: Speech): string {
  const first = firstShort(plain(what.slice(0, READ)), FIRST);
  const news = alert === null ? '' : firstShort(plain(alert.slice(0, READ)), FIRST);
  const told =
    state === 'paused'
      ? say('help-paused')
      : news
        ? say('help-alert', { alert: news })
        : alert
          ? say('help-alert-long')
          : '';
  return `${told} ${first}`.trim();
}

/** The first sentence that is short enough, of the first so many: those after them are about something else. */
const firstShort = (text: string, most: number): string =>
  sentencesOf(text)
    .slice(0, most)
    .find((sentence) => isShort(sentence) && !sentence.endsWith('?')) ?? '';
const READ = 2_000;
const FIRST = 3;

function whoWords({ ages: { from, to }, who }: Listing, { say, plain }: Speech): string {
  const least = from !== null && from > 0 ? String(from) : null;
  const most = to !== null && to < OLDEST ? String(to) : null;
  if (least && most) return say('help-ages-between', { from: least, to: most });
  if (least) return say('help-ages-from', { from: least });
  if (most) return say('help-ages-to', { to: most });
  return firstShort(plain((who ?? '').slice(0, READ)), FIRST);
}
/** Feeds write 99 or 120 where they mean no limit. */
const OLDEST = 90;

/** The first days and times that are known, with what there is to say beside them, and where it is if it is in one place. */
function whenWords({ openings, places, secret }: Listing, speech: Speech): string {
  const [place, ...others] = secret ? [] : places.filter(({ name, street }) => name ?? street);
  const where = place && others.length === 0 ? speech.say('help-place', { place: placeWords(place) }) : '';
  const opening = openings.find(({ days }) => days.length > 0) ?? openings[0];
  if (!opening) return where;
  const note = piecesOf(speech.plain((opening.note ?? '').slice(0, READ))).find(isShort);
  const times = opening.days.length > 0 ? timesWords(opening, speech) : '';
  return [times, note ? ended(note) : '', where].filter(Boolean).join(' ');
}

function timesWords({ days, opens, closes }: Opening, { say, day }: Speech): string {
  const said = daysWords(days, day);
  return opens && closes
    ? say('help-days-times', { days: said, opens: clock(opens), closes: clock(closes) })
    : say('help-days', { days: said });
}

/** "Mondays, Wednesdays and Fridays"; three and more in a row are the first to the last. */
function daysWords(days: readonly Day[], word: (day: Day) => string): string {
  const sorted = DAYS.filter((day) => days.includes(day));
  const [first = 'mon'] = sorted;
  const last = sorted.at(-1) ?? first;
  const isRow = sorted.length >= 3 && DAYS.indexOf(last) - DAYS.indexOf(first) === sorted.length - 1;
  return isRow ? `${word(first)} to ${word(last)}` : new Intl.ListFormat('en-GB').format(sorted.map(word));
}

/** "10:00" as people say it: "10am"; "13:30": "1.30pm". */
function clock(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (minutes === 0 && hours % 24 === 0) return 'midnight';
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  return `${hour}${minutes === 0 ? '' : `.${String(minutes).padStart(2, '0')}`}${hours < 12 ? 'am' : 'pm'}`;
}

const placeWords = ({ name, street, town }: Where): string =>
  [...new Set([name, street, town].filter((part) => part !== null))].join(', ');

function costWords({ cost: { free, text } }: Listing, { say, plain }: Speech): string {
  if (free) return say('help-free');
  // "Please contact the provider" is no price.
  const prices = piecesOf(plain((text ?? '').slice(0, READ))).filter((piece) => /\d/.test(piece));
  const isTold = prices.length > 0 && prices.length <= MOST_PRICES && prices.every(isShort);
  return isTold ? say('help-cost', { cost: prices.map(ended).join(' ') }) : '';
}

/** One clear next step: the first of phone, e-mail, web and place that there is. */
function nextWords({ direct, phones, email, url, places, secret }: Listing, { say }: Speech): string {
  if (direct === false) return say('help-referred');
  const [phone] = phones;
  if (phone) return say('help-next-phone', { phone });
  if (email) return say('help-next-email', { email });
  if (url) return say('help-next-web', { url });
  const place = secret ? undefined : places.find(({ name, street }) => name ?? street);
  return place ? say('help-next-go', { place: placeWords(place) }) : say('help-next-ask');
}

function checkedWords({ checked, checkBy }: Listing, { say, date }: Speech, today: string): string {
  if (checked === null) return say('help-never-checked');
  const isOverdue = checkBy !== null && checkBy < today;
  const isOld = isOverdue || Date.parse(today) - Date.parse(checked) > OLD_DAYS * DAY_MS;
  return say(isOld ? 'help-checked-long-ago' : 'help-checked', { checked: date(checked) });
}

/** More are a table, and of a table one line would mislead. */
const MOST_PRICES = 3;
