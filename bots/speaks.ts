import type { TurnContext } from 'botbuilder';
import { aside } from '../dialogs/aside';
import { phraseTexts } from '../dialogs/phrases';
import { again, recite, step } from '../dialogs/step';
import type { Event, Message, State } from '../dialogs/types';
import { namedIn } from '../understanding/languages/names';
import type { Memory } from './memory';
import { perform } from './perform';
import { inBurst } from './phone';
import type { Talk } from './talk';
import { workOf } from './turn-work';

/*
 * Which language a conversation is in, and how it comes to another.
 */

/** A language they turn to, null being the first one, and how: by its name, or simply by writing in it. */
export interface Turned {
  to: string | null;
  by: 'name' | 'words';
}

/** Does this message turn to another language that is served? */
export function turnsTo(talk: Talk, { speaks }: Memory, { text, reading, reply }: Message): Turned | null {
  const { translations, languageNames } = talk.original ?? talk;
  if (reply.choice !== null) return null;
  const named = namedIn(languageNames, text);
  if (named !== null) return turned(served(talk, named), speaks, 'name');
  const isServed = reply.command === null && translations.has(reading.language);
  return isServed ? turned(reading.language, speaks, 'words') : null;
}

const turned = (to: string | null | undefined, speaks: string | null, by: Turned['by']): Turned | null =>
  to === undefined || to === speaks ? null : { to, by };

/** As it is remembered: null for the first language, undefined where this one is not served. */
export function served(talk: Talk, code: string | undefined): string | null | undefined {
  const first = talk.original ?? talk;
  if (code === first.library.language) return null;
  return code !== undefined && first.translations.has(code) ? code : undefined;
}

/** From here on Natter talks with them in this language, and the desk knows. */
export function speakFrom(memory: Memory, to: string | null): void {
  if (to !== null || memory.language === memory.speaks) memory.language = to;
  memory.speaks = to;
}

/** Says hello in the language they have turned to, and goes on where they were. What they wrote in it is kept. */
export async function goOnIn(context: TurnContext, talk: Talk, message: Message | null): Promise<void> {
  const work = workOf(context);
  const { memory, now } = work;
  const { library } = talk;
  if (message && inBurst(work, message)) return;
  memory.unread = 0;
  if (!message && isAtStart(memory.engine)) return perform(context, talk, step(library, memory.engine, null, now));
  const kept = message ? aside(library, memory.engine, message, { says: [], offers: [] }, now) : null;
  const state = kept?.state ?? memory.engine;
  const hello = introduction(talk, state, now);
  const isKept = kept ? phraseTexts(library, 'in-your-language', state.said) : [];
  const next = again(library, state, now);
  const says = isKept.map((text): Event => ({ type: 'say', text }));
  await perform(context, talk, { ...next, events: [...(kept?.events ?? []), ...hello, ...says, ...next.events] });
}

const isAtStart = ({ at }: State): boolean => at === null || at.flow === 'start';

/** Hello, and who is speaking, without the question that the greeting ends in. */
export function introduction({ library }: Talk, engine: State, now: number): Event[] {
  const hello = recite(library, engine, { flow: 'start', step: '' }, now);
  const question = hello.findLastIndex(({ type }) => type === 'say');
  return hello.slice(0, question).filter(({ type }) => type === 'say');
}
