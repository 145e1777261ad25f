import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A number to reach somebody by. */
export interface Phone {
  /** `+447700900142`; a short number as it is dialled. */
  number: string;
  /** `short`: like 999 or 85258, which nobody can be called back on. */
  kind: 'mobile' | 'landline' | 'other' | 'short';
}

const LONGEST = 300;
const MOST_NUMBERS = 5;
const DIGITS = /\+?\(?\d(?:[\d()]|[ .-](?=[\d(+])|\) ?){1,24}/g;
const SHORT = /^(?:\d{3}|\d{5}|\d{6}|11[68]\d{3})$/;
/** Numbers that Ofcom keeps for plays and tests; the library takes them for none. */
const FOR_PLAYS = /^\+447700900\d{3}$/;
const FEWEST_DIGITS = 8;
const KINDS: Record<string, Phone['kind']> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  FIXED_LINE_OR_MOBILE: 'mobile',
};

/**
 * The phone number in a text; null when there is none, or more than one. Written without a country it is a UK one; a
 * mobile of Guernsey or Jersey looks the same and is as good.
 */
export function readPhone(text: string): Phone | null {
  const runs = (text.slice(0, LONGEST).match(DIGITS) ?? []).slice(0, MOST_NUMBERS);
  const phones = runs.flatMap((run) => phoneOf(run) ?? []);
  const [phone, ...others] = phones.filter(({ kind }) => kind !== 'short');
  if (phone) return others.some(({ number }) => number !== phone.number) ? null : phone;
  return phones.length === 1 && runs.length === 1 ? (phones[0] ?? null) : null;
}

function phoneOf(run: string): Phone | null {
  const digits = run.replace(/\D/g, '');
  if (!run.startsWith('+') && SHORT.test(digits)) return { number: digits, kind: 'short' };
  if (digits.length < FEWEST_DIGITS) return null;
  const parsed = parsePhoneNumberFromString(run.replace(/\(0\)/, ''), 'GB');
  if (!parsed) return null;
  if (FOR_PLAYS.test(parsed.number)) return { number: parsed.number, kind: 'mobile' };
  return parsed.isValid() ? { number: parsed.number, kind: KINDS[parsed.getType() ?? ''] ?? 'other' } : null;
}
