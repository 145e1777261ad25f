import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Arrival } from '../contract';
import { HttpError } from '../http';

/** The longest text taken, in characters. */
const MAX_TEXT = 100_000;

const posted = z.object({
  type: z.enum(['message', 'event', 'typing']),
  text: z.string().optional(),
  value: z.unknown().optional(),
  locale: z.string().max(35).optional(),
  channelData: z.object({ clientActivityID: z.string().min(1).max(200).optional() }).nullish(),
});

export interface Posted {
  said: { text: string; clientId: string | null; locale: string | null } | null;
  /** It only tells that they are writing. */
  typing: boolean;
}

/**
 * Checks an activity that a Direct Line client posted. Typing and events say nothing.
 * Only what is known here is kept: who it is from is never the client's to say.
 * @throws HttpError 400 `BadArgument`, 413 `TooLong`.
 */
export function readPosted(body: unknown): Posted {
  const read = posted.safeParse(body);
  if (!read.success) {
    const where = read.error.issues.map(({ path }) => path.join('.') || 'the body').join(', ');
    throw new HttpError(400, 'BadArgument', `Send an activity of type message, event or typing. Not right: ${where}.`);
  }
  const { type, text, value, locale, channelData } = read.data;
  if (type !== 'message') return { said: null, typing: type === 'typing' };
  // A button of type postBack carries its words in `value`.
  const words = text ?? (typeof value === 'string' ? value : '');
  const said = { text: checkText(words), clientId: channelData?.clientActivityID ?? null, locale: locale ?? null };
  return { said, typing: false };
}

/** Text as it can be kept: a half of a character pair is replaced. @throws HttpError 413 `TooLong`. */
export function checkText(text: string): string {
  if (text.length > MAX_TEXT && [...text].length > MAX_TEXT) {
    throw new HttpError(413, 'TooLong', `Send at most ${MAX_TEXT} characters at a time.`);
  }
  return text.toWellFormed();
}

/** What the person wrote, as it is handed on. `clientId` makes a repeat harmless and comes back in the transcript. */
export function messageArrival(
  conversation: string,
  said: { text: string; clientId: string; locale: string | null },
  at: number,
): Arrival {
  const activity: Partial<Activity> = {
    ...base(conversation, at),
    type: 'message',
    text: said.text,
    channelData: { clientActivityID: said.clientId },
    ...(said.locale === null ? {} : { locale: said.locale }),
  };
  return { id: `${conversation}:${said.clientId}`, channel: 'web', conversation, activity };
}

/**
 * Somebody opened the page: what makes the greeting. However often it is handed on, it counts once; as another `opening` of
 * the page, in a language of their choice, it counts once more.
 */
export function startArrival(conversation: string, at: number, language: string | null, opening?: string): Arrival {
  const activity = {
    ...base(conversation, at),
    type: 'conversationUpdate',
    membersAdded: [{ id: 'person', name: '' }],
    ...(language === null ? {} : { locale: language }),
  };
  const id = opening === undefined ? `start:${conversation}` : `start:${conversation}:${opening}`;
  return { id, channel: 'web', conversation, activity };
}

function base(conversation: string, at: number): Partial<Activity> {
  return {
    channelId: 'web',
    timestamp: new Date(at),
    from: { id: 'person', name: '', role: 'user' },
    recipient: { id: 'natter', name: '', role: 'bot' },
    conversation: { id: conversation, name: '', isGroup: false, conversationType: 'personal' },
  };
}
