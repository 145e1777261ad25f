import {
  CLAUSE_ENDS,
  CORRECTED,
  EXCEPTED,
  NO_TIMES,
  NOT_PAST,
  NOT_REFUSED,
  ONLY_THIS_REFUSED,
  PAST,
  PAST_ALONE,
  REFUSED,
} from './time-refusals';

/** What is left where something was taken out, so that its neighbours do not become one phrase. */
const GAP = ' ; ';

/** What is said without the times that are turned down, gone, repeated or no times at all. */
export function offered(said: string): string {
  if (PAST_ALONE.test(said)) return said;
  const times = NO_TIMES.reduce((all, pattern) => all.replace(pattern, GAP), said);
  return times
    .replace(/\b(any ?(?:thing|day|time)?) but\b/g, '$1 except')
    .split(CLAUSE_ENDS)
    .map((part, i) => (i % 2 === 1 ? part : kept(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function kept(clause: string): string {
  if (PAST.test(clause.replace(NOT_PAST, ''))) return GAP;
  const [offer = ''] = clause.split(EXCEPTED);
  const rest = offer.replace(NOT_REFUSED, '').replace(ONLY_THIS_REFUSED, GAP);
  return REFUSED.test(rest) ? GAP : rest;
}

/** "2 no sorry 3 on monday": what was said last, and what stood before it. */
export function corrected(said: string): { last: string; before: string; adds: boolean } {
  const marks = [...said.matchAll(CORRECTED)];
  const mark = marks.findLast(({ index, 0: words }) => /[a-z0-9]/.test(said.slice(index + words.length)));
  if (!mark) return { last: said, before: '', adds: false };
  return {
    last: said.slice(mark.index + mark[0].length).trim(),
    before: said.slice(0, mark.index).trim(),
    // After "so" the reason came first: its times are others.
    adds: mark[0] !== 'so',
  };
}
