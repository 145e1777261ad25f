import { type Activity, ActivityTypes, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { NotWords } from '../../handoff/types';
import type { Address, Arrival, Beside } from '../contract';
import { checkText } from '../web/activity';

const id = z.string().min(1).max(2_000);
const account = z.looseObject({ id });

/** What every activity must have before anything in it is believed. */
const shape = z.looseObject({
  type: z.string(),
  channelId: id,
  serviceUrl: id,
  conversation: z.looseObject({ id, isGroup: z.boolean().nullish(), conversationType: z.string().nullish() }),
  from: account,
  recipient: account,
  membersAdded: z.array(account).nullish(),
  text: z.string().nullish(),
  attachments: z.array(z.looseObject({})).nullish(),
  entities: z
    .array(
      z.looseObject({}).refine(({ type, mentioned }) => type !== 'mention' || account.safeParse(mentioned).success),
    )
    .nullish(),
  reactionsAdded: z.array(z.unknown()).nullish(),
});

const JOINED: Partial<Activity> = {
  type: ActivityTypes.ConversationUpdate,
  membersAdded: [{ id: 'person', name: '' }],
  recipient: { id: 'natter', name: '' },
};

export interface Read {
  /** Who writes, by a name that is theirs in this conversation. */
  person: string;
  address: Address;
  arrival: Omit<Arrival, 'conversation' | 'address'>;
}

/** What a person did in an activity. Null when it says nothing that Natter answers: typing, events, groups, our own echo. */
export function readActivity(given: Activity, now: number): Read | null {
  const activity = shape.safeParse(given).success ? given : null;
  // What somebody says about their life is not for a group to read.
  if (!activity || inGroup(activity)) return null;
  const person = personIn(activity);
  const said = person && saidIn(activity);
  if (!person || !said) return null;
  const { channelId, conversation, recipient, timestamp } = activity;
  const at = timestamp instanceof Date && !Number.isNaN(timestamp.getTime()) ? timestamp.getTime() : now;
  const unique = said.activity.type === 'message' ? (activity.id ?? `at ${at}`) : `start ${person.id}`;
  return {
    person: JSON.stringify([conversation.id, person.id]),
    address: {
      provider: 'botframework',
      person: person.id,
      ours: JSON.stringify([channelId, recipient.id]),
      detail: { ...TurnContext.getConversationReference(activity), user: { id: person.id } },
    },
    arrival: { id: JSON.stringify([channelId, conversation.id, unique]), channel: 'botframework', ...said },
  };
}

function inGroup({ conversation }: Activity): boolean {
  return conversation.isGroup === true || /group|channel/i.test(conversation.conversationType ?? '');
}

/** Never the bot itself: some channels send its own messages back, and say first of all that it has joined. */
function personIn({ type, from, recipient, membersAdded }: Activity): { id: string } | null {
  const others = (type === ActivityTypes.ConversationUpdate ? (membersAdded ?? []) : [from]).filter(
    ({ id: other, role }) => other !== recipient.id && role !== 'bot',
  );
  return others[0] ?? null;
}

function saidIn(activity: Activity): { activity: Partial<Activity>; beside?: Beside } | null {
  switch (activity.type) {
    case ActivityTypes.ConversationUpdate:
      return { activity: JOINED };
    case ActivityTypes.MessageReaction:
      return activity.reactionsAdded?.length ? message('', 'reaction') : null;
    case ActivityTypes.Message: {
      const text = wordsIn(activity);
      const sent = sentIn(activity);
      return text || sent ? message(text, sent) : message('', 'other');
    }
    default:
      return null;
  }
}

const message = (text: string, sent: NotWords | null) => ({
  activity: { type: 'message', text },
  ...(sent ? { beside: { sent } } : {}),
});

/** A tapped button may carry its words in `value`. */
function wordsIn(activity: Activity): string {
  const text = TurnContext.removeRecipientMention({ ...activity, text: activity.text ?? '' });
  const value: unknown = activity.value;
  return checkText((text || (typeof value === 'string' ? value : '')).trim());
}

const KINDS: [RegExp, NotWords][] = [
  [/^image\//, 'photo'],
  [/^video\//, 'video'],
  [/^audio\//, 'voice'],
  [/vcard/, 'contact'],
  [/^application\/vnd\.microsoft\.card/, 'other'],
];

/** What they sent that is not words. Nothing of it is kept, a place least of all. */
function sentIn({ attachments, entities }: Activity): NotWords | null {
  // Teams sends every message a second time, as HTML.
  const attached = (attachments ?? []).find(({ contentType }) => contentType !== 'text/html');
  if (attached) return KINDS.find(([kind]) => kind.test(String(attached.contentType)))?.[1] ?? 'file';
  return (entities ?? []).some(({ type }) => /^(GeoCoordinates|Place)$/i.test(String(type))) ? 'location' : null;
}
