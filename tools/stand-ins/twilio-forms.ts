import type { NotWords } from '../../handoff/types';

/** What Twilio sends with every message of somebody's. */
export function inboundForm(
  from: string,
  to: string,
  id: string,
  more: Record<string, string>,
): Record<string, string> {
  const onWhatsApp = from.startsWith('whatsapp:')
    ? { ProfileName: 'Somebody', WaId: from.replace(/^whatsapp:\+/, '') }
    : { FromCountry: 'GB', ToCountry: 'GB' };
  return {
    AccountSid: 'AC',
    ApiVersion: '2010-04-01',
    MessageSid: id,
    SmsMessageSid: id,
    SmsSid: id,
    SmsStatus: 'received',
    From: from,
    To: to,
    Body: '',
    NumMedia: '0',
    NumSegments: '1',
    ...onWhatsApp,
    ...more,
  };
}

/** What is different when it is not words. */
export function attachmentForm(sent: NotWords): Record<string, string> {
  if (sent === 'location') return { Latitude: '51.5033', Longitude: '-0.1276', Label: 'Here' };
  const type = TYPES[sent];
  return type
    ? {
        NumMedia: '1',
        MediaContentType0: type,
        MediaUrl0: 'https://api.twilio.example/media/ME00000000000000000000000000000000',
      }
    : {};
}

const TYPES: Partial<Record<NotWords, string>> = {
  photo: 'image/jpeg',
  video: 'video/mp4',
  voice: 'audio/ogg',
  file: 'application/pdf',
  sticker: 'image/webp',
  contact: 'text/vcard',
};

/** What Twilio says of a message it took. */
export function statusForm(
  { id, to, from }: { id: string; to: string; from: string },
  status: string,
  code?: string,
): Record<string, string> {
  return {
    AccountSid: 'AC',
    ApiVersion: '2010-04-01',
    MessageSid: id,
    MessageStatus: status,
    SmsSid: id,
    SmsStatus: status,
    To: to,
    From: from,
    ...(code === undefined ? {} : { ErrorCode: code }),
  };
}
