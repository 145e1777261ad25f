import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { putWork, type TurnWork, workOf } from './turn-work';

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
      const { from } = activity;
      const author = from?.id === 'worker' || from?.id === 'desk' ? from.id : 'natter';
      out.push({ from: author, activity });
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
