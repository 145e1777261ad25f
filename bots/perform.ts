import type { TurnContext } from 'botbuilder';
import type { Event, Stepped } from '../dialogs/types';
import { addFlag, addLine, blankStory } from '../story/story';
import { DANGERS } from '../understanding/types';
import { askWhen } from './booking';
import { expected, NOTHING_KNOWN } from './expect';
import { blankMemory } from './memory';
import { nearTexts } from './near-help';
import { startWaiting } from './queue';
import { showsStory, speak } from './speak';
import type { Talk } from './talk';
import { HANDOVER, WISH } from './team';
import { type TurnWork, workOf } from './turn-work';

/** Takes over the engine's new state and does what its events ask for. */
export async function perform(context: TurnContext, talk: Talk, stepped: Stepped): Promise<void> {
  const work = workOf(context);
  const { memory } = work;
  memory.engine = stepped.state;
  for (const event of stepped.events) {
    if (event.type === 'keep') keep(work, event, event.as === WISH && stepped.state.at?.flow !== 'safety');
    if (event.type === 'problem') work.problems.push({ code: event.code, where: event.where });
  }
  flagChoice(work, stepped);
  if (showsStory(stepped.events, memory.story)) memory.storyShownIn = stepped.state.at?.flow ?? null;
  const forget = stepped.events.findIndex(({ type }) => type === 'forget');
  if (forget >= 0) erase(work);
  const near = await nearTexts(talk, work, stepped.events);
  const wait = stepped.events.some(({ type }) => type === 'waiting') ? await expected(context, talk) : NOTHING_KNOWN;
  await context.sendActivities(speak(talk, memory, stepped.events, work.now, near, wait));
  const handoff = stepped.events.find((event) => event.type === 'handoff');
  if (!handoff) {
    // Who goes off to something else has dropped it.
    if (stepped.state.at?.flow !== HANDOVER) memory.booking = null;
    return;
  }
  await startWaiting(context, talk, handoff.peers);
  // They asked to be reached later before anybody could have been told.
  if (memory.booking) await askWhen(context, talk);
}

function keep(
  { memory, now }: TurnWork,
  { question, text, kind }: Extract<Event, { type: 'keep' }>,
  wish: boolean,
): void {
  memory.story = addLine(memory.story, { at: now, question, text, kind, ...(wish && { wish }) });
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
  const { engine, stopped, address, speaks } = work.memory;
  const kept = { engine, stopped, address, speaks, language: speaks, story: blankStory() };
  work.memory = Object.assign(work.memory, blankMemory(), kept);
  work.conversation.urgent = false;
  work.again = [];
  work.forget = true;
}
