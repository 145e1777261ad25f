import type { Activity, TurnContext } from 'botbuilder';
import { again, interrupt, recite, rest, step } from '../dialogs/step';
import type { Event, Message, Stepped } from '../dialogs/types';
import { leave, wait } from '../handoff/ownership';
import { applyEdit, readEdit } from '../story/edits';
import { addFlag, addLine, blankStory } from '../story/story';
import { DANGERS, type Danger } from '../understanding/types';
import { handoffInitiated, handoffStatus } from './handoff-events';
import { readLabel } from './labels';
import { blankMemory } from './memory';
import { phrase, showsStory, speak, waiting } from './speak';
import type { Talk } from './talk';
import { saidBy } from './turn-adapter';
import { type TurnWork, workOf } from './turn-work';

/** Answered first when several are seen: what cannot wait a minute comes before what cannot wait a day. */
const FIRST: Danger[] = ['medical', 'danger', 'suicide', 'child', 'abuse', 'self-harm', 'harm-to-others'];
/** Words that still do something while a worker has the conversation, or is being waited for. Any other words are for the worker. */
const ALWAYS = new Set(['help-now', 'about-me', 'delete', 'who-can-see']);
const REASSURE_MS = 5 * 60_000;
/** When somebody who still waits hears from us, so that nobody wonders whether they were forgotten. */
export const STILL_WAITING = [
  { id: 'still-waiting-1', ms: 10 * 60_000 },
  { id: 'still-waiting-2', ms: 60 * 60_000 },
];

/** The person opened the conversation: say hello, ask nothing. */
export async function greet(context: TurnContext, talk: Talk): Promise<void> {
  const work = workOf(context);
  if (work.conversation.version > 0) return;
  await perform(context, talk, step(talk.library, work.memory.engine, null, work.now));
}

/** The person wrote. Opt-out first, then safety, then whoever has the conversation. */
export async function hear(context: TurnContext, talk: Talk): Promise<void> {
  const work = workOf(context);
  const message = understand(context.activity, work, talk);
  if (await optedOut(context, talk, message)) return;
  const danger = notice(work, message);
  if (work.conversation.owner === 'ended') Object.assign(work.conversation, leave());
  if (work.conversation.owner === 'bot') await answer(context, talk, message, danger);
  else await relay(context, talk, message, danger);
}

/** One of the timers of a wait rings. One that was set in an earlier wait and comes late is not about this one. */
export async function ring(context: TurnContext, talk: Talk, timer: string): Promise<void> {
  const { conversation, memory, timers, now } = workOf(context);
  const since = conversation.owner === 'waiting' ? conversation.waitingSince : null;
  const ms = STILL_WAITING.find(({ id }) => id === timer)?.ms ?? 0;
  if (since !== null && now < since + ms) return;
  timers.cancel.push(timer);
  if (since !== null) await context.sendActivities(phrase(talk, memory, 'still-waiting'));
}

function understand(activity: Partial<Activity>, work: TurnWork, talk: Talk): Message {
  const text = activity.text ?? '';
  const offered = work.memory.engine.offered.map(({ label }) => label);
  const choice = offered.indexOf(text);
  if (choice >= 0) return { text, reading: readLabel(talk.understanding, text), reply: { choice, command: null } };
  return { text, reading: talk.understanding.read(text), reply: talk.understanding.reply(text, offered) };
}

/** True when this message is to get no answer but the one acknowledgement. */
async function optedOut(context: TurnContext, talk: Talk, message: Message): Promise<boolean> {
  const work = workOf(context);
  const { memory, conversation, now } = work;
  const { command } = message.reply;
  if (memory.stopped) {
    // No message goes out, but should they ask for a worker again, words about danger have not been lost.
    if (message.reading.safety.tier === 'now') notice(work, message);
    if (command === 'delete') await perform(context, talk, step(talk.library, memory.engine, message, now));
    if (command !== 'start') return true;
    memory.stopped = false;
    await context.sendActivities(phrase(talk, memory, 'started-again'));
    await perform(context, talk, again(talk.library, memory.engine, now));
    return true;
  }
  if (command !== 'stop') return false;
  await leaveWorker(context, talk);
  Object.assign(conversation, leave());
  await perform(context, talk, step(talk.library, memory.engine, message, now));
  memory.stopped = true;
  return true;
}

/** Keeps words about danger with the story, and puts the person first in the queue. */
function notice(work: TurnWork, { text, reading, reply }: Message): Danger | 'check' | null {
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
  work.memory.checked = true;
  return 'check';
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
  danger: Danger | 'check' | null,
): Promise<void> {
  const { memory, now } = workOf(context);
  const { library } = talk;
  if (danger) {
    return perform(context, talk, interrupt(library, memory.engine, message, { flow: 'safety', step: danger }, now));
  }
  const edit = memory.storyShownIn === memory.engine.at?.flow ? readEdit(message.text, talk.edits) : null;
  if (edit) {
    const { story, changed } = applyEdit(memory.story, edit);
    memory.story = story;
    const unknown = edit.numbers.find((n) => !changed.includes(n));
    if (edit.struck) await note(context, talk, 'story-struck-note', changed);
    if (unknown !== undefined) await note(context, talk, 'story-no-line', [unknown]);
    return perform(context, talk, again(library, memory.engine, now));
  }
  await perform(context, talk, step(library, memory.engine, message, now));
}

/** Says a line about each of these lines of the story. */
async function note(context: TurnContext, talk: Talk, id: string, numbers: number[]): Promise<void> {
  const { memory } = workOf(context);
  for (const n of new Set(numbers)) await context.sendActivities(phrase(talk, memory, id, { n: String(n) }));
}

/** A worker has the conversation, or is being waited for: the words are theirs, and Natter keeps quiet. */
async function relay(
  context: TurnContext,
  talk: Talk,
  message: Message,
  danger: Danger | 'check' | null,
): Promise<void> {
  const { memory, conversation, now } = workOf(context);
  const { command } = message.reply;
  if (danger && danger !== 'check') return show(context, talk, { flow: 'safety', step: danger }, message);
  if (command === 'stop-waiting' || command === 'end-chat') return leaveQueue(context, talk);
  if (command === 'delete') {
    await leaveWorker(context, talk);
    return perform(context, talk, step(talk.library, memory.engine, message, now));
  }
  if (command && ALWAYS.has(command)) return show(context, talk, { flow: command, step: '' });
  if (conversation.owner === 'waiting' && (command === 'how-long' || command === 'person')) {
    await context.sendActivities(waiting(talk, memory, 'waiting-started', now));
    return;
  }
  if (conversation.owner === 'waiting' && now - memory.reassuredAt > REASSURE_MS) {
    memory.reassuredAt = now;
    await context.sendActivities(phrase(talk, memory, 'waiting-kept'));
  }
}

/** Says a step without changing where anybody is: no choices, because the conversation belongs to a worker. */
async function show(
  context: TurnContext,
  talk: Talk,
  place: { flow: string; step: string },
  message: Message | null = null,
): Promise<void> {
  const { memory, now } = workOf(context);
  const events = recite(talk.library, memory.engine, place, now, message);
  const words = events.filter(({ type }) => type !== 'offer' && type !== 'ask');
  await context.sendActivities(speak(talk, memory, words, now));
}

async function leaveQueue(context: TurnContext, talk: Talk): Promise<void> {
  const { conversation, memory, now } = workOf(context);
  const waited = conversation.owner === 'waiting';
  await leaveWorker(context, talk);
  await context.sendActivities(phrase(talk, memory, waited ? 'stopped-waiting' : 'ended-by-person'));
  memory.engine = rest(memory.engine);
  if (waited) await perform(context, talk, again(talk.library, memory.engine, now));
}

/** Takes the conversation back from the desk, and tells the worker. */
async function leaveWorker(context: TurnContext, talk: Talk): Promise<void> {
  const { conversation, memory, timers } = workOf(context);
  if (conversation.owner !== 'waiting' && conversation.owner !== 'worker') return;
  await context.sendActivities(forDesk(phrase(talk, memory, 'person-left')));
  await context.sendActivity(handoffStatus(context, 'completed'));
  timers.cancel.push(...STILL_WAITING.map(({ id }) => id));
  Object.assign(conversation, leave());
  memory.worker = null;
}

/** Words that only the desk sees. */
export function forDesk(activities: Partial<Activity>[]): Partial<Activity>[] {
  return activities.map((activity) => saidBy({ id: 'desk', name: 'Natter' }, activity));
}

/** Takes over the engine's new state and does what its events ask for. */
export async function perform(context: TurnContext, talk: Talk, stepped: Stepped): Promise<void> {
  const work = workOf(context);
  const { memory } = work;
  memory.engine = stepped.state;
  for (const event of stepped.events) {
    if (event.type === 'keep') keep(work, event);
    if (event.type === 'problem') work.problems.push({ code: event.code, where: event.where });
  }
  flagChoice(work, stepped);
  if (showsStory(stepped.events, memory.story)) memory.storyShownIn = stepped.state.at?.flow ?? null;
  const forget = stepped.events.findIndex(({ type }) => type === 'forget');
  if (forget >= 0) erase(work);
  await context.sendActivities(speak(talk, memory, stepped.events, work.now));
  if (stepped.events.some(({ type }) => type === 'handoff')) await startWaiting(context, talk);
}

function keep({ memory, now }: TurnWork, { question, text, kind }: Extract<Event, { type: 'keep' }>): void {
  memory.story = addLine(memory.story, { at: now, question, text, kind });
}

/** Picking "I think about dying" says it as plainly as writing it. */
function flagChoice(work: TurnWork, { state, events }: Stepped): void {
  const kind = DANGERS.find((danger) => state.at?.flow === 'safety' && state.at.step === danger);
  const picked = events.find((event) => event.type === 'keep' && event.kind === 'choice');
  if (!kind || picked?.type !== 'keep') return;
  work.memory.story = addFlag(work.memory.story, { at: work.now, kinds: [kind], text: picked.text });
  work.conversation.urgent = true;
}

/** Everything said goes at once, with this turn's commit. That they want no messages is the one thing kept. */
function erase(work: TurnWork): void {
  const { engine, stopped } = work.memory;
  work.memory = Object.assign(work.memory, blankMemory(), { engine, stopped, story: blankStory() });
  work.conversation.urgent = false;
  work.forget = true;
}

async function startWaiting(context: TurnContext, talk: Talk): Promise<void> {
  const { conversation, memory, timers, now } = workOf(context);
  Object.assign(conversation, wait(conversation, now));
  memory.sharedFrom = conversation.seq;
  memory.reassuredAt = 0;
  for (const { id, ms } of STILL_WAITING) timers.set.push({ id, at: now + ms, body: '' });
  await context.sendActivity(handoffInitiated(context));
  await context.sendActivities(waiting(talk, memory, 'waiting-started', now));
}
