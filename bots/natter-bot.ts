import { ActivityHandler, type TurnContext } from 'botbuilder';
import { MORE_EVENT } from '../adapters/contract';
import { BOOKED } from './booked';
import { theirTime } from './booking';
import { DELIVERY_EVENT, hearOfDelivery, type News } from './delivery';
import { look } from './held';
import { pauseOver } from './paused';
import { PAUSED } from './pausing';
import { greet, hear } from './person';
import { CATCH_UP, catchUp, showMore } from './phone';
import { ring } from './queue';
import { askIfThere, QUIET } from './quiet';
import { putStaff, type Staff } from './staff';
import type { Talk } from './talk';
import { talkIn } from './talk-in';
import { withTheirTeam } from './team';
import { workOf } from './turn-work';
import { type DeskAct, desk } from './worker';

/** Names of the events that come from inside: never taken from a client. */
export const DESK_EVENT = 'natter/desk';
export const TIMER_EVENT = 'natter/timer';
/** Are the workers who are with them there? */
export const LOOK_EVENT = 'natter/look';

/** Natter as a Bot Framework bot: it says hello, hears the person, and does what the desk and the clock ask. */
export class NatterBot extends ActivityHandler {
  constructor(first: Talk, staff: Staff) {
    super();
    const talkWith = (context: TurnContext) => {
      const { memory } = workOf(context);
      return withTheirTeam(talkIn(first, memory.speaks), memory);
    };
    this.onTurn(async (context, next) => {
      putStaff(context, staff);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await greet(context, talkWith(context));
      await next();
    });
    this.onMessage(async (context, next) => {
      await hear(context, talkWith(context));
      await next();
    });
    this.onEvent(async (context, next) => {
      const { name, value } = context.activity;
      const talk = talkWith(context);
      if (name === DESK_EVENT) await desk(context, talk, value as DeskAct);
      if (name === TIMER_EVENT) await clock(context, talk, String(value.id));
      if (name === LOOK_EVENT) await look(context, talk);
      if (name === DELIVERY_EVENT) await hearOfDelivery(context, talk, value as News);
      if (name === MORE_EVENT) await showMore(context, talk, Number(value.from));
      await next();
    });
  }
}

function clock(context: TurnContext, talk: Talk, timer: string): Promise<void> {
  if (timer === CATCH_UP) return catchUp(context, talk);
  if (timer === QUIET) return askIfThere(context, talk);
  if (timer === PAUSED) return pauseOver(context, talk);
  if (timer === BOOKED) return theirTime(context, talk);
  return ring(context, talk, timer);
}
