import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Shorter numbers belong to services, and only mean something inside one country. */
const SHORTEST = 7;

/**
 * A number of GOV.UK Notify's as the whole world writes it: `447700900123` and `07700 900123` are `+447700900123`.
 * Short codes, names of senders and what cannot be parsed stay as they are.
 */
export function e164(given: string): string {
  const digits = given.replace(/[\s().-]/g, '');
  if (!/^\+?\d+$/.test(digits) || digits.length < SHORTEST) return given;
  const whole = digits.startsWith('0') || digits.startsWith('+') ? digits : `+${digits}`;
  const parsed = parsePhoneNumberFromString(whole.replace(/^00/, '+'), 'GB');
  return parsed?.isPossible() ? parsed.number : given;
}

/** Can anything be sent there? To a short code or a name it cannot. */
export const isNumber = (person: string): boolean => /^\+\d{7,15}$/.test(person);
