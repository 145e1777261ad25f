import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { NotWords } from '../../handoff/types';
import type { Address, Beside } from '../contract';
import { optOutOf } from './opt-out';
import { type Form, field } from './twilio-signature';

export const PROVIDER = 'twilio';
const WHATSAPP = 'whatsapp:';

/** A message as Twilio hands it in. */
export interface Inbound {
  /** Twilio's id: a repeat has the same one. */
  id: string;
  channel: 'sms' | 'whatsapp';
  address: Address;
  /** What the person is known by, the best first. */
  names: [string, ...string[]];
  text: string;
  beside: Beside;
}

/** Why a signed request is no message that can be answered. Safe to log. */
export type Unread = 'no-id' | 'no-sender' | 'status' | 'echo' | 'channel' | 'not-a-phone';

const MEDIA: [pattern: RegExp, sent: NotWords][] = [
  [/^image\/webp/, 'sticker'],
  [/^image\//, 'photo'],
  [/^video\//, 'video'],
  [/^audio\//, 'voice'],
  [/^text\/(?:x-)?(?:vcard|directory)/, 'contact'],
];

/** Reads a message. `own`: our numbers, without a prefix; what comes from one of them is ours. */
export function readInbound(form: Form, own: readonly string[]): Inbound | Unread {
  const id = field(form, 'MessageSid') ?? field(form, 'SmsMessageSid');
  if (!id) return 'no-id';
  if (field(form, 'MessageStatus')) return 'status';
  const to = field(form, 'To');
  const from = senderOf(form, to);
  if (!from || !to) return 'no-sender';
  if (from === to || own.includes(bare(from))) return 'echo';
  const channel = channelOf(from);
  if (!channel || channelOf(to) !== channel) return 'channel';
  if (channel === 'sms' && !isPhone(from)) return 'not-a-phone';
  const sent = sentOf(form, channel);
  const text = sent === 'location' ? '' : wordsOf(form);
  return {
    id,
    channel,
    address: { provider: PROVIDER, person: from, ours: to },
    names: namesOf(form, from),
    text,
    beside: { ...(sent ? { sent } : {}), ...askedOf(form, channel, to, text) },
  };
}

/** Somebody with a WhatsApp user name may have no number, and is known by an id instead. */
function senderOf(form: Form, to: string | null): string | null {
  const id = field(form, 'ExternalUserId');
  return field(form, 'From') ?? (id && to?.startsWith(WHATSAPP) ? WHATSAPP + bare(id) : null);
}

/** WhatsApp's id comes with every message of somebody who has one, their number may not: so the id is what they are known by. */
function namesOf(form: Form, from: string): [string, ...string[]] {
  const id = field(form, 'ExternalUserId');
  const number = bare(from);
  return id && bare(id) !== number ? [bare(id), number] : [number];
}

const bare = (address: string): string => address.replace(/^[a-z]+:/, '');

function channelOf(address: string): Inbound['channel'] | null {
  if (address.startsWith(WHATSAPP)) return 'whatsapp';
  return address.includes(':') ? null : 'sms';
}

/**
 * Short codes and names are machines: an answer reaches nobody, or another machine that answers again. Whether a number is
 * in use is not asked: new ranges come faster than lists of them.
 */
const isPhone = (from: string): boolean =>
  from.startsWith('+') && (parsePhoneNumberFromString(from)?.isPossible() ?? false);

const wordsOf = (form: Form): string =>
  field(form, 'ButtonText') ?? field(form, 'ListTitle') ?? field(form, 'Body') ?? '';

/** What they sent that is not words. It is never fetched. Where somebody is, is not even read. */
function sentOf(form: Form, channel: Inbound['channel']): NotWords | null {
  if (field(form, 'Latitude')) return 'location';
  if (Number(field(form, 'NumMedia') ?? 0) > 0) {
    const type = (field(form, 'MediaContentType0') ?? '').toLowerCase();
    return MEDIA.find(([pattern]) => pattern.test(type))?.[1] ?? 'file';
  }
  return channel === 'whatsapp' && wordsOf(form) === '' ? 'other' : null;
}

/**
 * Twilio marks what it has answered itself (`OptOutType`) where that is set up. Where it is not, it still answers the usual
 * words on ordinary numbers, but neither on short codes nor on WhatsApp. HELP is answered by us as well: in its own answer
 * Twilio knows nothing of who can help.
 */
function askedOf(form: Form, channel: Inbound['channel'], to: string, text: string): Beside {
  const marked = field(form, 'OptOutType')?.toLowerCase();
  if (marked === 'stop' || marked === 'start') return { optOut: marked, told: true };
  const asked = channel === 'sms' ? optOutOf(text) : {};
  return asked.optOut ? { ...asked, told: to.startsWith('+') } : {};
}
