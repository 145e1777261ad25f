import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Two numbers in one field: "01632 960101 / 01632 960102". */
const BETWEEN = /[/;,|]|\b(?:or|and)\b/i;
const NUMBER = /\+?\(?\d(?:[\d\s().–-]{0,22}\d)?/g;
const OF_UK = /^(?:\+44|0044|0)/;
/** "01632 960101 ext 12" */
const EXTENSION = /\s*(?:ext(?:ension|n)?|x)\.?\s*(\d{1,6})\s*$/i;
/** Such as 999 and 116 123: taken for a number only where nothing else is said. */
const SHORT = /^\W*\d[\d ]{1,5}\d\W*$/;
/** Two numbers and when to ring them; what is longer is a text. */
const LONGEST = 60;
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;
/** The zero in front gets lost where a number was kept in a spreadsheet. */
const WITHOUT_ZERO = /^[1-37]\d{9}$/;

/**
 * The phone numbers in a field, as they are dialled in the UK: "+44 1632 960101" is "01632 960101". A number of another
 * country, or a short one, stays as it is written. A field longer than 60 characters has none.
 */
export function dialled(field: string): string[] {
  if (field.length > LONGEST) return [];
  return field.split(BETWEEN).flatMap((piece) => {
    const extension = EXTENSION.exec(piece)?.[1];
    const bare = piece.replace(EXTENSION, '').replace(/\(0\)/, '');
    const runs = (bare.match(NUMBER) ?? []).filter((run) => isLong(run) || SHORT.test(bare));
    const numbers = runs.map((run) => numberOf(run.trim()));
    return extension === undefined ? numbers : numbers.map((number) => `${number} ext ${extension}`);
  });
}

function isLong(run: string): boolean {
  const { length } = run.replace(/\D/g, '');
  return length >= FEWEST_DIGITS && length <= MOST_DIGITS;
}

function numberOf(written: string): string {
  const parsed = parsePhoneNumberFromString(written, 'GB');
  const lostZero = WITHOUT_ZERO.test(written) && ['FIXED_LINE', 'MOBILE'].includes(parsed?.getType() ?? '');
  const isOurs = parsed?.countryCallingCode === '44' && (lostZero || OF_UK.test(written.replace(/[\s(]/g, '')));
  // Numbers that are kept for plays and tests are possible, and never valid.
  return isOurs && parsed.isPossible() ? parsed.formatNational() : written;
}
