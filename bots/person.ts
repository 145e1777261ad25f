import type { Activity, TurnContext } from 'botbuilder';
import { type GentleQuestion, gentleQuestion } from '../dialogs/hearing';
import { phraseTexts } from '../dialogs/phrases';
import { interrupt, step } from '../dialogs/step';
import type { Event, Message } from '../dialogs/types';
import { leave } from '../handoff/ownership';
import { addFlag } from '../story/story';
import { outcodeIn, withoutIncodes } from '../understanding';
import type { Danger } from '../understanding/types';
import { readLabel } from './labels';
import { answerUnread, inTheirWords, isUnread, noteLanguage } from './language';
import type { Memory } from './memory';
import { answerNotWords } from './not-words';
import { heardWhilePaused } from './paused';
import { ratherPeer } from './peers';
import { perform } from './perform';
import { heard, inBurst, openHeld, welcomeBack } from './phone';
import { notQuiet } from './quiet';
import { relay } from './relay';
import { rewrite } from './rewrite';
import { speak } from './speak';
import { goOnIn, introduction, served, speakFrom, turnsTo } from './speaks';
import { optedOut } from './stop';
import type { Talk } from './talk';
import { replyTo, talkIn } from './talk-in';
import { withTheirTeam } from './team';
import { type TurnWork, workOf } from './turn-work';

/** Answered first when several are seen: what cannot wait a minute comes before what cannot wait a day. */
const FIRST: Danger[] = ['medical', 'danger', 'suicide', 'child', 'abuse', 'self-harm', 'harm-to-others'];

/** The person opened the conversation: say hello, ask nothing. */
export async function greet(context: TurnContext, before: Talk): Promise<void> {
  const { conversation, memory, now } = workOf(context);
  const wanted = served(before, context.activity.locale);
  const turned = wanted !== undefined && wanted !== memory.speaks;
  if (turned) speakFrom(memory, wanted);
  const talk = talkIn(before, memory.speaks);
  if (conversation.seq === 0) return perform(context, talk, step(talk.library, memory.engine, null, now));
  // They have opened the page once more, in another language.
  if (turned && conversation.owner === 'bot' && !memory.stopped) await goOnIn(context, talk, null);
}

/** The person wrote. Opt-out first, then safety, then whoever has the conversation. */
export async function hear(context: TurnContext, before: Talk): Promise<void> {
  const work = workOf(context);
  const said = await understand(context.activity, work, before);
  const turned = turnsTo(before, work.memory, said);
  if (turned) speakFrom(work.memory, turned.to);
  const talk = withTheirTeam(talkIn(before, work.memory.speaks), work.memory);
  // What was on offer was so in the other language.
  const message = turned ? { ...said, reply: talk.understanding.reply(said.text, []) } : said;
  const afterHours = heard(work, message);
  notQuiet(work);
  if (await optedOut(context, talk, message)) return;
  if (!turned) noteLanguage(work, talk, message);
  const danger = notice(work, talk, message);
  if (work.conversation.owner === 'ended') Object.assign(work.conversation, leave());
  if (openHeld(work, message)) return;
  const { choice, command } = message.reply;
  const first = isFirst(work);
  // Where help is comes before anything about a photo.
  if (!danger && (await answerNotWords(context, talk, message, { first, afterHours }))) return;
  if (turned && !danger && !afterHours && command === null && work.conversation.owner === 'bot')
    return goOnIn(context, talk, turned.by === 'words' ? message : null);
  if (!danger && (await answerUnread(context, talk, message))) return;
  if (first && !danger) {
    if (command === 'hello') return perform(context, talk, step(talk.library, work.memory.engine, null, work.now));
    await introduce(context, talk);
  }
  if (afterHours && !danger && choice === null && command === null) await welcomeBack(context, talk, message);
  else if (work.conversation.owner === 'bot') await answer(context, talk, message, { danger, first });
  else {
    await relay(context, talk, message, danger);
    await heardWhilePaused(context, talk, message);
  }
}

/** Where they write from afar nobody has opened a page that says who this is. Nothing has been said yet, by anybody. */
const isFirst = ({ conversation, memory }: TurnWork): boolean =>
  memory.address !== null && conversation.seq === 0 && memory.engine.at === null;

/** Says hello, and who is speaking, before anything else. */
async function introduce(context: TurnContext, talk: Talk): Promise<void> {
  const { memory, now } = workOf(context);
  await context.sendActivities(speak(talk, memory, introduction(talk, memory.engine, now), now));
}

async function understand(activity: Partial<Activity>, work: TurnWork, talk: Talk): Promise<Message> {
  const said = activity.text ?? '';
  const { engine } = work.memory;
  const offered = engine.offered.map(({ label }) => label);
  const choice = offered.indexOf(said);
  if (choice >= 0)
    return {
      text: said,
      reading: await readLabel((talk.original ?? talk).understanding, said),
      reply: { choice, command: null },
    };
  if (engine.asked?.kind !== 'outcode')
    return { text: said, reading: await talk.understanding.read(said), reply: replyTo(talk, engine, said) };
  const text = onlyOutcodes(work, said);
  const outcode = outcodeIn(said);
  const reply = replyTo(talk, engine, text);
  return { text, reading: await talk.understanding.read(text), reply: outcode ? { ...reply, outcode } : reply };
}

/** Asked for the first half of a postcode, many write all of it: no more than was asked for is kept of what they said. */
function onlyOutcodes({ out }: TurnWork, said: string): string {
  const text = withoutIncodes(said);
  for (const { from, activity } of out) if (from === 'person') activity.text = text;
  return text;
}

/** Keeps words about danger with the story, and puts the person first in the queue. */
function notice(work: TurnWork, talk: Talk, message: Message): Danger | GentleQuestion | null {
  const { text, reading, reply } = message;
  const { tier, kinds } = reading.safety;
  // "Help now" is on every page for those who do not want to say why: it shows where help is, and is no statement.
  if (reply.command === 'help-now' || isLabel(work, text)) return null;
  if (tier === 'now') {
    work.memory.story = addFlag(work.memory.story, { at: work.now, kinds, text });
    work.conversation.urgent = true;
    return FIRST.find((kind) => kinds.includes(kind)) ?? null;
  }
  // The gentle question is Natter's to ask: while a worker is there or awaited, the words are for them.
  const { owner } = work.conversation;
  if (tier !== 'check' || work.memory.checked || owner === 'waiting' || owner === 'worker') return null;
  // Nor can it be asked of somebody who would not understand it, about words that were not.
  if (isUnread(work, talk, message)) return null;
  work.memory.checked = true;
  return gentleQuestion(kinds);
}

/** A label they tapped is our wording: what it says about danger, it leads to. */
function isLabel({ conversation, memory }: TurnWork, text: string): boolean {
  const said = text.trim().toLowerCase();
  return conversation.owner === 'bot' && memory.engine.offered.some(({ label }) => label.toLowerCase() === said);
}

/** Natter has the conversation. */
async function answer(
  context: TurnContext,
  talk: Talk,
  message: Message,
  { danger, first }: { danger: Danger | GentleQuestion | null; first: boolean },
): Promise<void> {
  const { memory, now } = workOf(context);
  const { library } = talk;
  if (danger) {
    memory.changing = null;
    const stepped = interrupt(library, memory.engine, message, { flow: 'safety', step: danger }, now);
    // Whose language Natter cannot read is told who answers in that.
    const isTold = !first || !memory.engine.phone || isUnread(workOf(context), talk, message);
    const { state, events } = inTheirWords(workOf(context), talk, message, stepped);
    return perform(context, talk, { state, events: isTold ? events : sayingWho(talk, events) });
  }
  if (inBurst(workOf(context), message)) return;
  if (await rewrite(context, talk, message)) return;
  if (message.reply.command === 'call-back') memory.booking = { before: null };
  memory.engine.ratherPeer = ratherPeer(memory, message);
  await perform(context, talk, step(library, memory.engine, await secondly(talk, memory, message), now));
}

/** Nobody had said hello yet: who answers, and that their number can be seen, comes after where help is, before the last that is said. */
function sayingWho({ library }: Talk, events: Event[]): Event[] {
  const who = phraseTexts(library, 'who-answers', 0).map((text): Event => ({ type: 'say', text }));
  return events.toSpliced(
    events.findLastIndex(({ type }) => type === 'say'),
    0,
    ...who,
  );
}

/** What it is about, once more: only of words that answer nothing, and in which nothing about danger was heard. */
async function secondly({ secondOpinion }: Talk, { engine }: Memory, message: Message): Promise<Message> {
  const { text, reading, reply } = message;
  const isAnswer = reply.choice !== null || reply.command !== null || engine.asked !== null;
  if (!secondOpinion || isAnswer || reading.safety.tier !== 'none' || reading.language !== 'en') return message;
  return { ...message, reading: { ...reading, topics: await secondOpinion(text, reading.topics) } };
}
