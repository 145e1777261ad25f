import { ActivityHandler } from 'botbuilder';
import { greet, hear } from './person';
import { ring } from './queue';
import type { Talk } from './talk';
import { type DeskAct, desk } from './worker';

/** Names of the events that come from inside: never taken from a client. */
export const DESK_EVENT = 'natter/desk';
export const TIMER_EVENT = 'natter/timer';

/** Natter as a Bot Framework bot: it says hello, hears the person, and does what the desk and the clock ask. */
export class NatterBot extends ActivityHandler {
  constructor(talk: Talk) {
    super();
    this.onMembersAdded(async (context, next) => {
      await greet(context, talk);
      await next();
    });
    this.onMessage(async (context, next) => {
      await hear(context, talk);
      await next();
    });
    this.onEvent(async (context, next) => {
      const { name, value } = context.activity;
      if (name === DESK_EVENT) await desk(context, talk, value as DeskAct);
      if (name === TIMER_EVENT) await ring(context, talk, String(value.id));
      await next();
    });
  }
}
