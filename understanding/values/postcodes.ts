import { fix, isValid, match, parse, validOutcode } from 'postcode';
import { tidy } from '../reading/normalise';

/** A place in the UK: a whole postcode, or the half that names a part of a town. */
export interface Postcode {
  kind: 'postcode' | 'outcode';
  /** `LS6 3QA`, or `LS6`. */
  value: string;
}

const LONGEST = 200;
/** These letters never stand in the second half: "B4 5PM" is a time. */
const NO_INCODE = /\d[a-z]*[cikmov][a-z]*$/i;
/** "m8" may be a mate and "e4" a seat: half a postcode counts only where it is all of the answer, or is said to be one. */
const SAID =
  /\b(?:post ?code|live in|live near|living in|based in|in|near|around|from|area)(?: is| code| the)? ([a-z]{1,2}\d[a-z\d]?)\b/;
const WHOLE = /^([a-z]{1,2}\d[a-z\d]?)(?: (?:please|pls|area|ish|way))?[.!]?$/;

/** The UK postcode in a text, or the first half of one; null when there is none, or more than one. */
export function readPostcode(text: string): Postcode | null {
  const said = tidy(text.slice(0, LONGEST)).replace(/\s+/g, ' ').trim();
  const whole = new Set([...match(said), ...mended(said)].filter(isOne).map((found) => parse(found).postcode ?? ''));
  const [postcode, ...others] = whole;
  if (postcode !== undefined) return others.length > 0 ? null : { kind: 'postcode', value: postcode };
  const outcode = (WHOLE.exec(said) ?? SAID.exec(said))?.[1]?.toUpperCase();
  return outcode !== undefined && validOutcode(outcode) ? { kind: 'outcode', value: outcode } : null;
}

/** Typed with an O for a 0, or the other way round. */
function mended(said: string): string[] {
  const whole = fix(said);
  return whole.toLowerCase() !== said && isValid(whole) ? [whole] : [];
}

function isOne(found: string): boolean {
  return isValid(found) && !NO_INCODE.test(found);
}

/** The first half of the one UK postcode in a text; null when there is none, or more than one. */
export function outcodeIn(text: string): string | null {
  return readPostcode(text)?.value.split(' ')[0] ?? null;
}

/** The text with no more than the first half of each whole postcode in it. */
export function withoutIncodes(text: string): string {
  return match(text).reduce((left, found) => left.replaceAll(found, parse(found).outcode ?? ''), text);
}
