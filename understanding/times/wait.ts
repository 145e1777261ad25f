const HOUR = 60;
const COUNTS: Record<string, number> = { a: 1, an: 1, 'a couple of': 2, 'couple of': 2, 'a few': 3 };
const AMOUNT =
  '(?<amount>half(?: an?)?|an?|\\d{1,3}(?:\\.5)?|a couple of|couple of|a few|(?:3 quarters|quarter) of an?)';
const LENGTH = `${AMOUNT}(?<more> and a half)? ?(?<unit>hours?|minutes)(?<half> and a half)?`;
const WAITS = [
  new RegExp(`\\b(?:in|give (?:me|us)|ready in) (?:about |around |like |another )?${LENGTH}\\b(?! ago)`),
  new RegExp(`\\b${LENGTH} (?:from now|time)\\b`),
  new RegExp(`^(?:about |maybe )?${LENGTH}$`),
  /\b(?:in|give me) (?<amount>5|10|15|20|30)$/,
];
const AT_ONCE =
  /^(?:\S+ ){0,3}(?:(?:right |just )?now|asap|straight ?away|immediately|as soon as (?:possible|you can|u can))(?: \S+){0,3}$/;
const NOT_AT_ONCE = /\b(?:not|up to|until|til|for|by|from|the|just) now\b/;

/** Minutes to wait in "in half an hour", "give me 10 mins", "now"; null when nothing of the kind is said. */
export function waitIn(said: string): number | null {
  const found = WAITS.map((pattern) => pattern.exec(said)).find(Boolean);
  if (!found) return AT_ONCE.test(said) && !NOT_AT_ONCE.test(said) ? 0 : null;
  const { amount = '', unit = '', more, half } = found.groups ?? {};
  const each = unit.startsWith('hour') ? HOUR : 1;
  return Math.round((countOf(amount) + (more || half ? 0.5 : 0)) * each);
}

function countOf(amount: string): number {
  if (amount.startsWith('half')) return 0.5;
  if (amount.includes('quarter')) return amount.startsWith('3') ? 0.75 : 0.25;
  return COUNTS[amount] ?? Number(amount);
}
