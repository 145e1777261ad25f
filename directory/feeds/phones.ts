import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { dialled } from './dial';
import { line } from './fields';
import { type Holders, nearestFirst } from './holders';
import { fault, inners, innersOrNames, type Part } from './part';

/** Nobody can ring these, or needs to be told of them among the numbers to ring. */
const NOT_TO_RING = /\bfax|text ?phone|\btty\b|\btdd\b|minicom|\bpager\b/i;
const SAYS_SO = /^\W*(?:fax|text ?phone|minicom|tty)\b/i;
const EXTENSION = /^\d{1,6}$/;
const MOST = 10;

/** The numbers to ring, those of the service itself first; where there are none, those in its own words. */
export function readPhones(holders: Holders, words: (string | null)[]): string[] {
  const listed = nearestFirst(holders).flatMap((holder) => [
    ...numbersOf(holder),
    ...contactsOf(holder).flatMap(numbersOf),
  ]);
  const found = listed.length > 0 ? listed : words.flatMap((text) => numbersInText(text ?? ''));
  return [...new Set(found)].slice(0, MOST);
}

/** The contacts of a part, without those that are not for everybody. */
export function contactsOf(holder: Part): Part[] {
  return inners(holder, 'contacts').filter(({ fields }) => fields.visible !== false);
}

function numbersOf(holder: Part): string[] {
  const own = ['phone', 'telephone'].flatMap((field) => numbersIn(holder, line(holder, field), field));
  return [...own, ...innersOrNames(holder, 'phones').flatMap(numbersOfPhone)];
}

function numbersOfPhone(phone: Part): string[] {
  const type = line(phone, 'type', 'number_type') ?? '';
  if (NOT_TO_RING.test(type) || SAYS_SO.test(line(phone, 'description') ?? '')) return [];
  const extension = extensionOf(phone);
  const field = phone.fields.number ? 'number' : 'name';
  const numbers = numbersIn(phone, line(phone, field), field);
  return extension === null ? numbers : numbers.map((number) => `${number} ext ${extension}`);
}

function extensionOf(phone: Part): string | null {
  const { extension } = phone.fields;
  const said = typeof extension === 'number' ? `${extension}` : line(phone, 'extension');
  if (said === null || EXTENSION.test(said)) return said;
  fault(phone, 'extension', 'is no number of up to six digits: it is left out');
  return null;
}

function numbersIn(part: Part, said: string | null, field: string): string[] {
  if (said === null) return [];
  const numbers = dialled(said);
  if (numbers.length === 0) fault(part, field, 'is no phone number');
  return numbers;
}

function numbersInText(text: string): string[] {
  return findPhoneNumbersInText(text, 'GB').flatMap(({ number }) => dialled(number.number));
}
