import type { Activity } from 'botbuilder';
import { AT_A_TIME } from '../dialogs/help';
import type { Event } from '../dialogs/types';
import type { Found, Listing, Query } from '../directory/types';
import { TOPICS } from '../understanding/types';
import { day, inFull, said, spoken } from './listing-words';
import type { Memory } from './memory';
import { message, phrase } from './speak';
import type { Talk } from './talk';
import type { TurnWork } from './turn-work';

type Asked = Extract<Event, { type: 'local-help' }>;

/** A list to keep has the latest of what was shown: on a phone it is one text. */
const MOST_KEPT = 6;
const KM_TO_A_MILE = 1.609;
/** How old somebody is taken to be who sounds like a child: old enough for what is made for the young. */
const YOUNG = 14;

/** Whom help is for where it should not be only for the young: themselves, their partner. */
const FOR_GROWN = new Set<string>(['self', 'relative']);

/** What is said for each event about help near them: looked up before anything else is said. */
export type NearTexts = Map<Event, Partial<Activity>[]>;

/** Does what these events ask for about help near them. What is shown is remembered, so that "send me this list" knows which. */
export async function nearTexts(
  talk: Talk,
  { memory, conversation, now }: TurnWork,
  events: Event[],
): Promise<NearTexts> {
  const texts: NearTexts = new Map();
  for (const event of events) {
    if (event.type === 'local-help') texts.set(event, await helpNear(talk, memory, event, now));
    if (event.type === 'send-list') texts.set(event, await listToKeep(talk, memory, now));
    if (event.type === 'help-details') texts.set(event, await details(talk, memory, event.which, now));
    if (event.type === 'report-help') await report(talk, memory, event, { conversation, now });
  }
  return texts;
}

async function helpNear(talk: Talk, memory: Memory, event: Asked, now: number): Promise<Partial<Activity>[]> {
  const query = await queryOf(talk, memory, event, now);
  const { found, isWhole } = await talk.near.at(event.near.place).find(query, event.from, AT_A_TIME);
  const ids = found.map(({ listing }) => listing.id);
  const isNew = event.from === 0;
  memory.helpShown = isNew ? ids : [...memory.helpShown, ...ids];
  const { help } = memory.engine;
  const names = found.map(({ listing }) => spoken(talk, listing, now).name);
  if (help) memory.engine.help = { ...help, names: isNew ? names : [...help.names, ...names] };
  const texts = helpTexts(talk, memory, event, found, now);
  return isWhole ? texts : [...phrase(talk, memory, 'local-help-in-part'), ...(found.length > 0 ? texts : [])];
}

async function queryOf(
  talk: Talk,
  { engine }: Memory,
  { topic, words, give, near }: Asked,
  now: number,
): Promise<Query> {
  const reading = words ? await talk.understanding.read(words) : null;
  return {
    topic: TOPICS.find((each) => each === topic) ?? null,
    ...talk.near.wishes(words),
    about: topic === null ? (reading?.topics ?? []) : [],
    near: near.outcode ? talk.near.positionOf(near.outcode) : null,
    age: engine.young === true ? YOUNG : null,
    grown: engine.young !== true && FOR_GROWN.has(engine.about),
    give,
    today: day(now),
  };
}

/** What is said of the help that was found, and honest words where there is none, or it is another place's. */
function helpTexts(talk: Talk, memory: Memory, event: Asked, found: Found[], now: number): Partial<Activity>[] {
  if (found.length === 0) return phrase(talk, memory, event.from > 0 ? 'local-help-no-more' : 'local-help-none');
  return [...introduction(talk, memory, event), ...found.map((each) => message(lineOf(talk, each, event.give, now)))];
}

function introduction(talk: Talk, memory: Memory, { near, give, from }: Asked): Partial<Activity>[] {
  const { places } = talk.library;
  if (give) return phrase(talk, memory, 'local-help-give');
  if (near.place !== null && near.place !== places[0]?.name)
    return phrase(talk, memory, 'local-help-there', { place: near.place });
  const isElsewhere = near.outcode !== null && near.place === null && from === 0;
  const intro = phrase(talk, memory, 'local-help-intro');
  return isElsewhere
    ? [...phrase(talk, memory, 'local-help-elsewhere', { outcode: near.outcode ?? '' }), ...intro]
    : intro;
}

function lineOf(talk: Talk, { listing, km }: Found, give: boolean, now: number): string {
  const words = spoken(talk, listing, now);
  if (give) return said(talk, 'local-help-give-line', { name: words.name, give: listing.give ?? '', next: words.next });
  const away = km === null ? '' : awayWords(talk, Math.round(km / KM_TO_A_MILE));
  return said(talk, 'local-help-line', { ...words, away });
}

const awayWords = (talk: Talk, miles: number) =>
  miles < 2 ? said(talk, 'help-close', {}) : said(talk, 'help-away', { miles: String(miles) });

/** The list that was shown, to keep: one text on a phone, a page elsewhere. */
async function listToKeep(talk: Talk, memory: Memory, now: number): Promise<Partial<Activity>[]> {
  const listings = await talk.near.listings(memory.helpShown.slice(-MOST_KEPT));
  if (listings.length === 0) return phrase(talk, memory, 'help-list-empty');
  if (!memory.engine.phone) {
    const link = talk.near.linkTo(listings.map(({ id }) => id));
    return phrase(talk, memory, 'help-list-link', { link });
  }
  const lines = listings.map((listing) => spoken(talk, listing, now)).map(({ name, next }) => `${name}: ${next}`);
  return [message([said(talk, 'help-list-text', {}), ...lines].join('\n'))];
}

/** All that is known of the help they picked. */
async function details(talk: Talk, memory: Memory, which: string, now: number): Promise<Partial<Activity>[]> {
  const listing = await picked(talk, memory, which, now);
  const texts = listing ? inFull(talk, listing) : [];
  return texts.length > 0 ? texts.map(message) : phrase(talk, memory, 'help-no-details');
}

/** Nothing tells who said so. */
async function report(
  talk: Talk,
  memory: Memory,
  { which, reason }: Extract<Event, { type: 'report-help' }>,
  { conversation, now }: Pick<TurnWork, 'conversation' | 'now'>,
): Promise<void> {
  const listing = await picked(talk, memory, which, now);
  if (listing) await talk.near.report(listing, reason, conversation.id);
}

/** Of the help they were shown, the one that was said by this name. */
async function picked(talk: Talk, { helpShown }: Memory, name: string, now: number): Promise<Listing | null> {
  const listings = await talk.near.listings(helpShown);
  return listings.find((listing) => spoken(talk, listing, now).name === name) ?? null;
}
