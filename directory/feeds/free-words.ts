const PRICE = /[£€$]\s?(?!0(?:\.0+)?\b)\d|\b\d+p\b/;
const GIFT = /donation/i;

const FREE = String.raw`\bfree(?: of charge)?|\bno (?:charge|cost|fee)s?|\bat no (?:charge|cost)`;
/** "The car park is free." */
const OTHER_THING = '(?:parking|car ?parks?|wi-?fi|refreshments?)';
/** "Free for members", "no charge if you are on benefits". */
const SOME =
  '(?:(?:children|those|people|anyone|adults) )?(?:under|over|aged|on|receiving|members|carers?|companions?)';
/** What is free, but not what somebody asks about: the price of the thing itself, for anybody. */
const BESIDES = new RegExp(
  [
    `(?:${FREE}) (?:(?:for|to|on-?site|car|the|our|your|using) )*${OTHER_THING}`,
    `${OTHER_THING} (?:is|are) (?:${FREE})`,
    `(?:${FREE}) (?:(?:for|to) ${SOME}|if|(?:for )?the first)`,
    String.raw`\bfeel free|\bfree ?phone|[a-z]-free|\bfree (?:from|up|time|spaces?)`,
  ]
    .map((each) => `(?:${each})\\b`)
    .join('|'),
  'gi',
);
const NOT = String.raw`(?:\bnot|n['’]t|\bnever|\bno longer) (?:always |usually |entirely |completely |offered |provided )?`;

/** How a price is spoken of: where it is, all that is said is about it; in a description only what cannot mean anything else. */
const OF_PRICE = {
  free: new RegExp(`(?:${FREE}|\\bnil)\\b|^none(?:\\.|$)|^[£$€]?0(?:\\.00)?$`, 'i'),
  notFree: new RegExp(`${NOT}(?:${FREE})\\b`, 'i'),
};
const SURE = String.raw`(?:free of charge|no charge|at no cost|free to (?:use|attend|join|access))\b`;
const IN_DESCRIPTION = {
  free: new RegExp(String.raw`\b(?:${SURE}|(?:completely|totally|always) free\b)`, 'i'),
  notFree: new RegExp(NOT + SURE, 'i'),
};

/** Whether words name a price that has to be paid. */
export const namesPrice = (words: string) => PRICE.test(words) && !GIFT.test(words);

/** Whether it is free by what is said of the price, or else in the description; null where that is not said. */
export function freeInWords(fees: string | null, what: string): boolean | null {
  const byFees = PRICE.test(fees ?? '') ? null : freeBy(fees ?? '', OF_PRICE);
  const byWhat = PRICE.test(`${fees} ${what}`) ? null : freeBy(what, IN_DESCRIPTION);
  return byFees ?? byWhat;
}

function freeBy(words: string, { free, notFree }: { free: RegExp; notFree: RegExp }): boolean | null {
  const ofPrice = words.replace(BESIDES, '');
  if (notFree.test(ofPrice)) return false;
  return free.test(ofPrice) ? true : null;
}
