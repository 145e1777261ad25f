import type { TurnContext } from 'botbuilder';
import { again, step } from '../dialogs/step';
import type { Message } from '../dialogs/types';
import { leave } from '../handoff/ownership';
import { addFlag } from '../story/story';
import { forDesk } from './for-desk';
import { unpause } from './pausing';
import { perform } from './perform';
import { leaveWorker } from './queue';
import { phrase } from './speak';
import type { Talk } from './talk';
import { workOf } from './turn-work';

/** True when this message is to get no answer but the one acknowledgement. */
export async function optedOut(context: TurnContext, talk: Talk, message: Message): Promise<boolean> {
  const { memory, now, beside } = workOf(context);
  const asked = beside.optOut ?? message.reply.command;
  if (memory.stopped) {
    await whileStopped(context, talk, message, asked);
    return true;
  }
  if (asked !== 'stop') return false;
  await stopMessages(context, talk);
  const stopped = step(talk.library, memory.engine, { ...message, reply: { choice: null, command: 'stop' } }, now);
  // Where the phone company has answered already, another answer would be one message too many.
  await perform(context, talk, beside.told ? { ...stopped, events: [] } : stopped);
  return true;
}

/** Nothing goes out any more. A worker who has them sees it, and can still say how it ended; nobody else waits for them. */
export async function stopMessages(context: TurnContext, talk: Talk): Promise<void> {
  const { memory, conversation } = workOf(context);
  memory.stopped = true;
  memory.held = [];
  if (conversation.owner === 'worker') {
    await context.sendActivities(forDesk(talk, memory, 'person-stopped'));
    return;
  }
  await leaveWorker(context, talk);
  Object.assign(conversation, leave());
}

async function whileStopped(context: TurnContext, talk: Talk, message: Message, asked: string | null): Promise<void> {
  const { memory, conversation, now, beside } = workOf(context);
  const { tier, kinds } = message.reading.safety;
  // No message goes out, but should they ask for a worker again, words about danger have not been lost.
  if (tier === 'now') {
    memory.story = addFlag(memory.story, { at: now, kinds, text: message.text });
    conversation.urgent = true;
    // Nobody else can write to them, but whoever has them is not to seem away from it.
    unpause(workOf(context));
  }
  if (asked === 'delete') {
    // Nobody is to have somebody of whom nothing is known any more.
    await leaveWorker(context, talk);
    return perform(context, talk, step(talk.library, memory.engine, message, now));
  }
  if (asked !== 'start') return;
  memory.stopped = false;
  if (beside.told) return;
  await context.sendActivities(phrase(talk, memory, 'started-again'));
  if (conversation.owner === 'worker') return;
  await perform(context, talk, again(talk.library, memory.engine, now));
}
