import type { Activity } from 'botbuilder';
import type { NotWords } from '../../handoff/types';
import { type Beside, MORE_EVENT } from '../contract';
import { moreFrom } from './more';
import type { Content, Message } from './shapes';

/** What a message comes to: something they said, or something that happened. */
export interface Said {
  activity: Partial<Activity>;
  beside: Beside;
}

const SENT: Record<string, NotWords> = {
  image: 'photo',
  video: 'video',
  audio: 'voice',
  document: 'file',
  sticker: 'sticker',
  location: 'location',
  contacts: 'contact',
  reaction: 'reaction',
};

/** What WhatsApp tells of itself rather than of the person: taken note of, and not answered. */
const SILENT = new Set(['revoke', 'system', 'ephemeral']);

/** What they said with this message, or null when there is nothing to answer. */
export function saidWith(message: Message): Said | null {
  if (SILENT.has(message.type) || isTakenBack(message)) return null;
  if (message.type === 'request_welcome') {
    const opened = { type: 'conversationUpdate', membersAdded: [{ id: 'person', name: '' }] };
    return { activity: opened, beside: {} };
  }
  // Changed words are new words: there may be danger in them that was not there before.
  return heard(message.type === 'edit' && message.edit ? message.edit.message : message);
}

/** They took their thumbs-up away again. */
const isTakenBack = ({ type, reaction }: Message) => type === 'reaction' && !reaction?.emoji;

function heard(content: Content): Said {
  const words = wordsOf(content);
  const from = moreFrom(content.interactive?.list_reply?.id);
  if (from !== null) return { activity: { type: 'event', name: MORE_EVENT, value: { from } }, beside: {} };
  const sent = words !== null && !(content.type in SENT) ? null : (SENT[content.type] ?? 'other');
  return { activity: { type: 'message', text: words ?? '' }, beside: sent ? { sent } : {} };
}

/** A tap is the whole label: the title that WhatsApp shows may be cut, so the label travels as the reply's id. */
function wordsOf({ text, interactive, button, image, video, document }: Content): string | null {
  const tapped = interactive?.button_reply ?? interactive?.list_reply;
  const words = [text?.body, tapped?.id, button?.text, (image ?? video ?? document)?.caption];
  return words.find((each) => each !== undefined) ?? null;
}
