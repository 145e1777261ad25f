import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import type { Author } from '../store/contract';
import { putWork, type TurnWork, workOf } from './turn-work';

/** Who says it. The framework fills `from` in with the bot, so anybody else is named in `channelData`. */
export interface Speaker {
  id: Author;
  name: string;
}

export const NATTER: Speaker = { id: 'natter', name: 'Natter' };

/**
 * Runs a turn without sending anything: what the bot says is gathered in the turn's work, committed with everything else,
 * and only then goes out. So an answer is never sent that was not kept, and never kept twice.
 */
export class TurnAdapter extends BotAdapter {
  async run(
    activity: Partial<Activity>,
    work: TurnWork,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const context = new TurnContext(this, activity);
    putWork(context, work);
    await this.runMiddleware(context, logic);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const { out } = workOf(context);
    return activities.map((activity) => {
      const { id, name } = speakerOf(activity);
      out.push({ from: id, activity: { ...essence(activity), from: { id, name, role: 'bot' } } });
      return { id: String(out.length) };
    });
  }

  override async updateActivity(): Promise<undefined> {
    throw new Error('What was said is not changed afterwards: the transcript is append-only.');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('What was said is not taken back singly: "delete" forgets the whole conversation.');
  }

  override async continueConversation(): Promise<void> {
    throw new Error('Turns start with an arrival or a timer: hand one to Turns.');
  }

  override async continueConversationAsync(): Promise<void> {
    return this.continueConversation();
  }
}

/** Says it as somebody else than Natter. */
export function saidBy(speaker: Speaker, activity: Partial<Activity>): Partial<Activity> {
  return { ...activity, channelData: { speaker } };
}

function speakerOf({ channelData }: Partial<Activity>): Speaker {
  return (channelData as { speaker?: Speaker } | undefined)?.speaker ?? NATTER;
}

/** What is worth keeping: the rest is how this turn came in, and is known from the conversation. */
function essence({ type, text, name, value, suggestedActions }: Partial<Activity>): Partial<Activity> {
  const kept = { type, text, name, value, suggestedActions };
  return Object.fromEntries(Object.entries(kept).filter(([, each]) => each !== undefined));
}
