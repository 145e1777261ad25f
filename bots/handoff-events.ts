import { type Activity, type ConversationAccount, EventFactory, type TurnContext } from 'botbuilder';
import { workOf } from './turn-work';

/**
 * The Bot Framework's own events about a handoff, so that any client of the protocol can follow along.
 * They carry no words of the person: those are passed on at the desk, and only what was agreed.
 */
export function handoffInitiated(context: TurnContext): Partial<Activity> {
  return EventFactory.createHandoffInitiation(context, { urgent: workOf(context).conversation.urgent });
}

export function handoffStatus(context: TurnContext, state: 'accepted' | 'failed' | 'completed'): Partial<Activity> {
  const conversation = { id: workOf(context).conversation.id } as ConversationAccount;
  return EventFactory.createHandoffStatus(conversation, state);
}
