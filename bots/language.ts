import type { TurnContext } from 'botbuilder';
import { aside } from '../dialogs/aside';
import { again, step } from '../dialogs/step';
import type { Event, Message, Stepped } from '../dialogs/types';
import type { Sayings } from '../understanding/languages/language-words';
import { perform } from './perform';
import { inBurst } from './phone';
import { startWaiting } from './queue';
import { asksForPerson, englishChoice, linesNow, personChoice, sayingsFor, wantsEnglish } from './sayings';
import { message as said } from './speak';
import { speakFrom } from './speaks';
import type { Talk } from './talk';
import { canRead, talkIn } from './talk-in';
import { type TurnWork, workOf } from './turn-work';

/** Whoever is in danger reads this line first. */
const EMERGENCY = '999';

/** They wrote in a language there is no content for. What they picked, or a word that works anywhere, is no such thing. */
export function isUnread(work: TurnWork, talk: Talk, { text, reading, reply }: Message): boolean {
  const { asked, unclear, at, offered } = work.memory.engine;
  if (canRead(talk, reading.language) || reply.command !== null) return false;
  // On the way to a person, a name or an answer may be in any language: it is for the worker.
  if ((asked || unclear) && at?.flow === 'person') return false;
  return !offered.some(({ label }) => label.toLowerCase() === text.trim().toLowerCase());
}

/** Keeps which language it was, for the desk. */
export function noteLanguage({ memory }: TurnWork, talk: Talk, { reading }: Message): void {
  if (reading.language !== (talk.original ?? talk).library.language) memory.language = reading.language;
}

/** The English name of a language, as a worker reads it. */
export function languageName(talk: Talk, code: string): string {
  const { languages, library } = talk.original ?? talk;
  const known = languages.languages.find((each) => each.code === code);
  return known?.name ?? new Intl.DisplayNames(library.language, { type: 'language' }).of(code) ?? code;
}

/** Says honestly that their words cannot be read, and offers a person. True when that was the whole answer. */
export async function answerUnread(context: TurnContext, talk: Talk, message: Message): Promise<boolean> {
  const work = workOf(context);
  const { memory, conversation, now } = work;
  if (conversation.owner !== 'bot') return false;
  const asks = asksForPerson(talk, memory, message);
  if (asks) return askForPerson(context, talk, asks);
  if (wantsEnglish(talk, memory, message)) return goOnInEnglish(context, talk);
  if (!isUnread(work, talk, message)) {
    memory.unread = 0;
    return false;
  }
  if (inBurst(work, message)) return true;
  const sayings = sayingsFor(talk, message);
  const says = [...sayAll(linesNow(memory, sayings)), ...toldBefore(work)];
  const offers = [personChoice(sayings), englishChoice(talk)];
  memory.unread += 1;
  await perform(context, talk, aside(talk.library, memory.engine, message, { says, offers }, now));
  return true;
}

/** Puts what can be said in their language before words about danger, 999 first, and a person before the other choices. */
export function inTheirWords(work: TurnWork, talk: Talk, message: Message, { state, events }: Stepped): Stepped {
  if (!isUnread(work, talk, message)) return { state, events };
  const told = toldBefore(work);
  work.memory.unread += 1;
  const sayings = sayingsFor(talk, message);
  const lines = sayings.reply.toSorted((a, b) => Number(b.includes(EMERGENCY)) - Number(a.includes(EMERGENCY)));
  const offered = [personChoice(sayings), ...state.offered];
  return {
    state: { ...state, offered },
    events: [
      ...sayAll(lines),
      ...told,
      ...events.map((event) =>
        event.type === 'offer' ? { ...event, labels: offered.map(({ label }) => label) } : event,
      ),
    ],
  };
}

const sayAll = (lines: string[]): Event[] => lines.map((text) => ({ type: 'say', text }));

/** What they told before would go to the worker too: they see it first. */
function toldBefore({ memory, conversation }: TurnWork): Event[] {
  const { unread, story } = memory;
  return conversation.owner === 'bot' && unread === 0 && story.lines.length > 0 ? [{ type: 'story' }] : [];
}

/** They read in their own language who will see what, so asking is all it takes. */
async function askForPerson(context: TurnContext, talk: Talk, { asked }: Sayings): Promise<true> {
  const { memory } = workOf(context);
  memory.unread = 0;
  memory.engine = { ...memory.engine, offered: [], asked: null };
  await context.sendActivity(said(asked));
  await startWaiting(context, talk);
  return true;
}

/** Where they were, or hello when nothing was said yet. */
async function goOnInEnglish(context: TurnContext, before: Talk): Promise<true> {
  const { memory, now } = workOf(context);
  const { engine } = memory;
  memory.unread = 0;
  speakFrom(memory, null);
  const talk = talkIn(before, memory.speaks);
  await perform(context, talk, engine.at ? again(talk.library, engine, now) : step(talk.library, engine, null, now));
  return true;
}
