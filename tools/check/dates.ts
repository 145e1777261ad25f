import type { Fault, Flow } from '../../dialogs/types';
import type { Place } from '../../directory/place';
import type { Content } from '../../read-content';

export const DATE_RULES = ['checked', 'checked-with', 'check-by'] as const;
const DAY_MS = 86_400_000;
/** After so many days somebody has to look a national line up again, and after so many nobody may be sent there. */
const LOOK_AGAIN = 180;
const TOO_OLD = 365;

type LineOf = (file: string, path: readonly PropertyKey[]) => number;
const daysSince = (day: string, today: string) => Math.floor((Date.parse(today) - Date.parse(day)) / DAY_MS);

/** National lines that nobody has looked up for long. `today`: `YYYY-MM-DD`. */
export function helplineDates(
  helplines: Content['helplines'],
  file: string,
  lineOf: LineOf,
  today: string,
): { faults: Fault[]; warnings: Fault[] } {
  const old = helplines.flatMap(({ name, checked }, index) => {
    const days = daysSince(checked, today);
    const what = `"${name}" was last checked ${days} days ago`;
    const mend = 'look it up, put it right, and write the day in `checked`';
    const line = lineOf(file, [index, 'checked']);
    return days > LOOK_AGAIN ? [{ days, fault: { file, line, rule: DATE_RULES[0], what, mend } }] : [];
  });
  const pick = (isFault: boolean) => old.filter(({ days }) => days > TOO_OLD === isFault).map(({ fault }) => fault);
  return { faults: pick(true), warnings: pick(false) };
}

/** Help that was to be checked again by a day that is over. */
export function helpDates(help: Place['help'], file: string, lineOf: LineOf, today: string): Fault[] {
  return help.flatMap(({ name, 'check-by': checkBy }, index) =>
    checkBy !== null && checkBy < today
      ? [
          {
            file,
            line: lineOf(file, [index, 'check-by']),
            rule: DATE_RULES[2],
            what: `"${name}" was to be checked again by ${checkBy}`,
            mend: 'make sure that it is still so, and write the day in `checked` and the next in `check-by`',
          },
        ]
      : [],
  );
}

/** Flows that people who have been there read too long ago. */
export function readersDates(flows: Record<string, Flow>, today: string): Fault[] {
  return Object.values(flows).flatMap(({ file, title, checkedOn }) =>
    checkedOn !== null && daysSince(checkedOn, today) > TOO_OLD
      ? [
          {
            file,
            line: 1,
            rule: DATE_RULES[1],
            what: `"${title}" was last read by people who have been there on ${checkedOn}`,
            mend: 'ask some to read it, and write who and when in `checked-with` and `checked-on`',
          },
        ]
      : [],
  );
}
