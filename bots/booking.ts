import type { TurnContext } from 'botbuilder';
import { phraseTexts } from '../dialogs/phrases';
import type { Message } from '../dialogs/types';
import { isAhead, isLater, type Stretch, saidOf, whileOpen } from '../handoff/booking';
import { clock } from '../handoff/hours';
import { localOf, momentOf } from '../handoff/local-time';
import type { Booked } from '../handoff/types';
import { readTime } from '../understanding';
import { BOOKED, unbook } from './booked';
import { setReminders, stopReminders } from './queue';
import { phrase } from './speak';
import type { Talk } from './talk';
import { type TurnWork, workOf } from './turn-work';

/** What is kept of their words; all of them are in the talk. */
const WORDS_MAX = 500;
/** "Could you please text me ...": so many words can come before the time. */
const MOST_BEFORE = 6;
const MONTH_MS = 30 * 24 * 60 * 60_000;

/** While they wait: they ask to be reached later, say when, or take it back. True when the message did so. */
export async function book(context: TurnContext, talk: Talk, { text, reply }: Message): Promise<boolean> {
  const { memory } = workOf(context);
  const { command } = reply;
  if (command === 'forget-time' || (command === 'skip' && memory.booking)) await takeBack(context, talk);
  else if (command === 'call-back') await askWhen(context, talk);
  else if (command === null && (memory.booking || asksWithTime(context, talk, text))) await take(context, talk, text);
  else return false;
  return true;
}

export async function askWhen(context: TurnContext, talk: Talk): Promise<void> {
  const { memory } = workOf(context);
  memory.booking = { before: null };
  await context.sendActivities(phrase(talk, memory, 'booking-ask'));
}

/** The time has come: the turn itself wakes the desk. On a phone it is the worker who writes. */
export async function theirTime(context: TurnContext, talk: Talk): Promise<void> {
  const work = workOf(context);
  const { conversation, memory, timers, now } = work;
  if (isLater(memory.booked, now)) return;
  timers.cancel.push(BOOKED);
  if (!memory.booked || conversation.owner !== 'waiting' || memory.stopped || memory.engine.phone) return;
  setReminders(work);
  await context.sendActivities(phrase(talk, memory, 'booked-now'));
}

/** The time that is booked, in words; null when none is still to come. */
export function bookedWords(talk: Talk, { memory, now }: TurnWork): string | null {
  const { booked } = memory;
  return booked?.from != null && isLater(booked, now) ? whenWords(talk, { from: booked.from, to: booked.to }) : null;
}

/** "Text me on tues after school": words that ask for it, with a time after them. */
function asksWithTime(context: TurnContext, talk: Talk, text: string): boolean {
  const words = text.trim().split(/\s+/).slice(0, MOST_BEFORE);
  const asks = words.some(
    (_, n) => talk.understanding.reply(words.slice(0, n + 1).join(' '), []).command === 'call-back',
  );
  return asks && stretchIn(context, talk, text) !== null;
}

function stretchIn(context: TurnContext, { place: { timezone } }: Talk, text: string): Stretch | null {
  const { now } = workOf(context);
  const span = readTime(text.slice(0, WORDS_MAX), localOf(timezone, now));
  if (!span) return null;
  const [from, to] = [momentOf(timezone, span.from), span.to === null ? null : momentOf(timezone, span.to)];
  // "Today" is what is left of it.
  return { from: to !== null && from < now && now < to ? now : from, to };
}

/** Asks once more where it does not do. Then what they want stands as they wrote it. */
async function take(context: TurnContext, talk: Talk, text: string): Promise<void> {
  const { memory, now } = workOf(context);
  const before = memory.booking?.before ?? null;
  const said = stretchIn(context, talk, text);
  const time = said && isAhead(said, now) ? said : null;
  const inHours = time && whileOpen(talk.place, time);
  const words = [before?.words, text.trim().slice(0, WORDS_MAX)].filter(Boolean).join('\n');
  if (inHours) return keep(context, talk, { ...inHours, words });
  const wanted: Booked = { ...(time ?? { from: before?.from ?? null, to: before?.to ?? null }), words };
  if (before) return keep(context, talk, wanted);
  memory.booking = { before: wanted };
  await context.sendActivities(
    time
      ? phrase(talk, memory, 'booking-closed', { when: whenWords(talk, time), opens: opensWords(talk, time) })
      : phrase(talk, memory, said ? 'booking-not-then' : 'booking-again'),
  );
}

async function keep(context: TurnContext, talk: Talk, booked: Booked): Promise<void> {
  const work = workOf(context);
  const { memory, timers } = work;
  unbook(work);
  stopReminders(work);
  memory.booked = booked;
  const { from, to, words } = booked;
  if (from === null) await context.sendActivities(phrase(talk, memory, 'booked-words', { words }));
  else {
    timers.cancel = timers.cancel.filter((id) => id !== BOOKED);
    timers.set.push({ id: BOOKED, at: from, body: '' });
    await context.sendActivities(phrase(talk, memory, 'booked', { when: whenWords(talk, { from, to }), words }));
    if (!whileOpen(talk.place, { from, to }))
      await context.sendActivities(phrase(talk, memory, 'booked-closed', { opens: opensWords(talk, { from, to }) }));
  }
  await context.sendActivities(phrase(talk, memory, memory.engine.phone ? 'booked-phone' : 'booked-here'));
}

async function takeBack(context: TurnContext, talk: Talk): Promise<void> {
  const work = workOf(context);
  unbook(work);
  setReminders(work);
  await context.sendActivities(phrase(talk, work.memory, 'booked-no-more'));
}

/** When the team is there next, after a time at which they are not. */
function opensWords(talk: Talk, { from, to }: Stretch): string {
  const open = whileOpen(talk.place, { from, to: (to ?? from) + MONTH_MS });
  return open ? whenWords(talk, { from: open.from, to: null }) : '';
}

function whenWords({ library, place: { timezone }, times }: Talk, { from, to }: Stretch): string {
  const say = (id: string, values: Record<string, string>) => phraseTexts(library, id, 0, values).join(' ');
  const start = saidOf(timezone, from, times);
  if (to === null) return say('booked-from', { day: start.day, from: clock(start.minutes, times) });
  // What ends at midnight ends on the day before.
  const end = saidOf(timezone, to - 1, times);
  if (start.day !== end.day) return say('booked-days', { first: start.day, last: end.day });
  return say('booked-between', {
    day: start.day,
    from: clock(start.minutes, times),
    to: clock(end.minutes + 1, times),
  });
}
