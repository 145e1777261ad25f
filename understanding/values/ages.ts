import { readNumber, statedAges, withPlainNumbers } from './numbers';

const OLDEST = 115;
const NUMBER = '(?<age>\\d{1,3}|[a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)';
const SOMEBODY =
  '(?:im|i am|me|hes|he is|shes|she is|theyre|they are|its|turned|turning|turns|aged?|(?:my|our|the) (?:\\w+ ){0,2}?(?!has\\b|was\\b|is\\b)\\w+(?: is|s)|(?:is|be|being|am))';
const ALMOST = '(?<almost>nearly|almost|about to be|coming up to|going on|not quite|turning)';
const JUST = '(?:only|just|just turned|now|already|about|around|actually|still|a|an)';
/** After these the number is none of years. */
const COUNTED =
  '(?! ?(?:weeks?|months?|days?|hours?|hrs|minutes|mins|oclock|am|pm|kids?|children|of\\b|stone|kg|st\\b|lbs|foot|feet|ft|cm|miles?|pounds?|quid|grand|p\\b|k\\b|%|percent|times|people|in a row|behind|late|bed|payments|to\\b|[.:/]\\d|\\d))';
/** "hes 18 months" */
const MONTHS = /\b((?:hes|shes|is|babys) \d{1,2} (?:months|weeks))\b(?! (?:old|pregnant|behind|late|into))/g;
const SAID = new RegExp(`\\b${SOMEBODY} (?:${JUST} )?(?:${ALMOST} )?(?:${JUST} )?${NUMBER}\\b${COUNTED}`, 'g');
const ALONE = new RegExp(`^(?:${JUST} )?(?:${ALMOST} )?${NUMBER}[.!]?$`);

/**
 * An age in whole years, as people say it: "my daughter is 14", "im nearly fifteen" (14), "6 months old" (0). Null when
 * none is said, or more than one.
 */
export function readAge(text: string): number | null {
  const said = withPlainNumbers(text).replace(/[,;]/g, ' ').replace(/\s+/g, ' ').replace(MONTHS, '$1 old').trim();
  const stated = statedAges(said);
  const ages = stated.length > 0 ? stated : [...said.matchAll(SAID), ...alone(said)].flatMap(yearsIn);
  const [age, ...others] = new Set(ages.filter((years) => years >= 0 && years <= OLDEST));
  return age === undefined || others.length > 0 ? null : age;
}

const alone = (said: string) => {
  const found = ALONE.exec(said);
  return found ? [found] : [];
};

/** Who is nearly fifteen is fourteen. */
function yearsIn(found: RegExpExecArray | RegExpMatchArray): number[] {
  const number = readNumber(found.groups?.age ?? '');
  if (number === null || !Number.isInteger(number)) return [];
  return [found.groups?.almost === undefined ? number : number - 1];
}
