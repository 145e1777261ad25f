import type { TurnContext } from 'botbuilder';
import type { AtDesk } from '../handoff/free';
import type { Patience } from '../handoff/patience';
import type { Presence } from '../handoff/presence';
import type { Waits } from '../handoff/waits';

/** What a turn may know of the workers. */
export interface Staff {
  presence: Presence;
  waits: Waits;
  /** Who is there, and who waits beside this conversation. */
  atDesk: (conversation: string) => Promise<AtDesk>;
  patience: Patience;
}

const KEY = Symbol('staff');

export function staffOf(context: TurnContext): Staff {
  const staff = context.turnState.get<Staff>(KEY);
  if (!staff) throw new Error('The bot has not said who the staff are.');
  return staff;
}

export function putStaff(context: TurnContext, staff: Staff): void {
  context.turnState.set(KEY, staff);
}
