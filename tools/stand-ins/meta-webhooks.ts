import { createHmac } from 'node:crypto';
import type { NotWords } from '../../handoff/types';
import type { News } from './phones';

/** Our number, as Meta names it. */
export interface Ours {
  phoneNumberId: string;
  /** With its country, without a plus. */
  number: string;
}

/** Who somebody is to Meta: a number unless they keep it to themselves, and a user id. */
export interface Who {
  from?: string;
  from_user_id?: string;
}

/** A person by number (`+447700900001`), or by user id (`GB.123`) when their number is not told. */
export function whoIs(person: string): Who {
  if (!person.startsWith('+')) return { from_user_id: person };
  const from = person.slice(1);
  return { from, from_user_id: `GB.${from.split('').reverse().join('')}` };
}

const hook = ({ phoneNumberId, number }: Ours, value: object) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '100000000000001',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: number, phone_number_id: phoneNumberId },
            ...value,
          },
        },
      ],
    },
  ],
});

const seconds = (at: number) => String(Math.floor(at / 1000));

/** Somebody's message. `content`: its type, and what belongs to that. */
export function messageHook(ours: Ours, who: Who, id: string, at: number, content: object): object {
  const { from: wa_id, from_user_id: user_id } = who;
  const contact = { profile: { name: 'Somebody' }, ...(wa_id && { wa_id }), ...(user_id && { user_id }) };
  return hook(ours, { contacts: [contact], messages: [{ ...who, id, timestamp: seconds(at), ...content }] });
}

/** What became of a message of ours. */
export function statusHook(
  ours: Ours,
  message: { id: string; to: string; row: string | undefined },
  { state, code }: News,
  at: number,
): object {
  const { id, to, row } = message;
  const errors = [{ code: Number(code ?? 131000), title: 'It was not delivered.' }];
  const status = {
    id,
    status: state,
    timestamp: seconds(at),
    recipient_id: to.replace('+', ''),
    ...(row !== undefined && { biz_opaque_callback_data: row }),
    ...(state === 'failed' && { errors }),
  };
  return hook(ours, { statuses: [status] });
}

const FILE = { id: '200000000000001', sha256: 'c2hhMjU2', mime_type: 'application/octet-stream' };

/** Something that is not words. */
export function attachment(sent: NotWords, about: string): object {
  switch (sent) {
    case 'photo':
      return { type: 'image', image: FILE };
    case 'voice':
      return { type: 'audio', audio: { ...FILE, voice: true } };
    case 'file':
      return { type: 'document', document: { ...FILE, filename: 'letter.pdf' } };
    case 'video':
    case 'sticker':
      return { type: sent, [sent]: FILE };
    case 'location':
      return { type: 'location', location: { latitude: 51.5033, longitude: -0.1276, name: 'Here' } };
    case 'contact':
      return { type: 'contacts', contacts: [{ name: { formatted_name: 'Somebody Else' } }] };
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: about, emoji: '\u{1F44D}' } };
    default:
      return { type: 'unsupported', errors: [{ code: 131051, title: 'Message type unknown' }] };
  }
}

/** A request's body, and the headers Meta sends with it. */
export function signed(secret: string, webhook: object): { body: string; headers: Record<string, string> } {
  const body = JSON.stringify(webhook);
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return { body, headers: { 'Content-Type': 'application/json', 'X-Hub-Signature-256': `sha256=${signature}` } };
}
