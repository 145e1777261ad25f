import { createHmac } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';

/** A key of GOV.UK Notify's: any name, the service and the secret. */
const KEY = /([0-9a-f-]{36})-([0-9a-f-]{36})$/;
/** Tokens are good for half a minute either way. */
const LIFE_S = 30;
const MOST = 918;

const asked = z.object({
  phone_number: z.string(),
  template_id: z.string(),
  personalisation: z.object({ message: z.string() }).optional(),
  reference: z.string().optional(),
  sms_sender_id: z.string().optional(),
});
export type Asked = z.output<typeof asked>;

/** Why Notify takes no text, in its own words for it. */
export interface Refusal {
  status: number;
  error: string;
  message: string;
}

/** Is this header a token signed with the key? */
export function isSigned(key: string, authorization: string, now: number): boolean {
  const [, service, secret = ''] = KEY.exec(key) ?? [];
  const [head = '', claims = '', signature] = authorization.replace(/^Bearer /, '').split('.');
  if (signature !== createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url')) return false;
  const { iss, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iss?: string; iat?: number };
  return iss === service && Math.abs(now / 1000 - (iat ?? 0)) <= LIFE_S;
}

/** What Natter asks for, or why it is refused. */
export function readAsked(body: unknown, templateId: string): Asked | Refusal {
  const read = asked.safeParse(body).data;
  const refused = (error: string, message: string) => ({ status: 400, error, message });
  if (!read) return refused('ValidationError', 'phone_number is a required property');
  const number = parsePhoneNumberFromString(read.phone_number, 'GB');
  if (!number?.isPossible()) return refused('ValidationError', 'phone_number Not enough digits');
  if (read.template_id !== templateId) return refused('BadRequestError', 'Template not found');
  if (!read.personalisation) return refused('BadRequestError', 'Missing personalisation: message');
  if (read.personalisation.message.length > MOST)
    return refused('BadRequestError', `Content for template has a character count greater than the limit of ${MOST}`);
  return { ...read, phone_number: number.number };
}

/** What a phone shows: emoji do not get through. */
export const onThePhone = (text: string): string => text.replace(/\p{Extended_Pictographic}\uFE0F?/gu, '?');
