import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import { outcodeSchema } from '../../directory/by-hand';
import { slug } from '../../directory/ids';
import type { Place } from '../../directory/place';
import { hoursInWords, readHours, type Week } from './hours';

/** `heard`: how an answer was understood, where that is not plain to see. `wrong`: what is not right about it, said kindly. */
export type Read<T> = { value: T; heard?: string } | { wrong: string };

const LONGEST_NAME = 60;
const NATIONS: Record<string, Place['nation']> = {
  england: 'england',
  wales: 'wales',
  cymru: 'wales',
  scotland: 'scotland',
  'northern ireland': 'northern-ireland',
  ni: 'northern-ireland',
};

export function readId(answer: string, taken: (id: string) => boolean): Read<string> {
  if (!slug.safeParse(answer).success)
    return { wrong: 'Use small letters, digits and dashes only, as in north-hazelford.' };
  if (taken(answer))
    return { wrong: `There is a place "${answer}" already, and it stays as it is. Take another name.` };
  return { value: answer };
}

export function readName(answer: string): Read<string> {
  if (!/\p{L}/u.test(answer)) return { wrong: 'I need a name with letters in it.' };
  if (/[{}\p{Cc}]/u.test(answer)) return { wrong: 'A name cannot hold { or }.' };
  if (answer.length > LONGEST_NAME)
    return { wrong: `That is too long for a text message: ${LONGEST_NAME} letters at most.` };
  return { value: answer };
}

/** Read after "in the". */
export const readTeam = (answer: string): Read<string> => readName(answer.replace(/^(?:in )?the\s+/i, ''));

export function readNation(answer: string): Read<Place['nation']> {
  const value = NATIONS[answer.toLowerCase().replace(/[.-]/g, ' ').trim()];
  return value ? { value } : { wrong: 'Answer England, Wales, Scotland or Northern Ireland.' };
}

export function readPhone(answer: string): Read<string> {
  const isNumber = /^\+?[\d\s()-]+$/.test(answer) && parsePhoneNumberFromString(answer, 'GB')?.isPossible();
  return isNumber
    ? { value: answer }
    : { wrong: 'That is no whole phone number. Write it with its area code, and nothing else.' };
}

export function readOpenings(answer: string): Read<Week> {
  const value = readHours(answer);
  return typeof value === 'string' ? { wrong: value } : { value, heard: hoursInWords(value) };
}

export function readOutcodes(answer: string): Read<string[]> {
  const codes = [
    ...new Set(
      answer
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  const odd = codes.find((code) => !outcodeSchema.safeParse(code).success);
  if (codes.length === 0) return { wrong: 'Name one at least.' };
  if (odd) return { wrong: `"${odd}" is no outcode. Write only the first half, such as LS6, with commas between.` };
  return { value: codes };
}

/** `/services` follows the address, so that one which ends in it is cut short. */
export function readAddress(answer: string): Read<string | null> {
  if (/^(?:none|no)?$/i.test(answer)) return { value: null };
  if (!z.url({ protocol: /^https?$/ }).safeParse(answer).success)
    return { wrong: 'That is no web address. It begins with https://. If there is none, answer none.' };
  return { value: answer.replace(/\/+(?:services\/*)?$/, '') };
}
