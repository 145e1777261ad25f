import { stringify } from 'yaml';
import { DAYS } from '../../directory/types';
import type { Holiday } from './bank-holidays';
import { spanAsWritten } from './hours';
import type { Answers } from './questions';

/** Anything as it may stand after a colon. */
const written = (value: string) => stringify(value, { lineWidth: 0 }).trim();

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('-') ?? 'first';

/** The text of place.yaml. */
export function placeFile(answers: Answers, holidays: Holiday[]): string {
  const { id, name, town, nation, team, childphone, hours, outcodes, directory } = answers;
  const day = (spans: string[]) => `[${spans.map((span) => `'${span}'`).join(', ')}]`;
  return `# content/places/example/place.yaml says what else may stand here, and docs/writing-flows.md how a place says things its own way.
id: ${written(id)}
name: ${written(town)}
nation: ${nation}
timezone: Europe/London

# Said wherever a flow has {place}, {town} or {childphone}.
values:
  place: ${written(name)}
  town: ${written(town)}
  childphone: ${written(childphone)}

# Who the workers are. The first team is meant where no other fits. is: one plain sentence that says who they are.
teams:
  - id: ${slugOf(team)}
    name: ${written(team)}
    is: They listen, and look for what helps with you.
    young: true

# When a worker may be there.
hours:
${DAYS.map((each) => `  ${each}: ${day(hours[each].map(spanAsWritten))}`).join('\n')}

# Bank holidays, by rule. Add days that are given once, and days on which your team is away.
holidays:
${holidays.map(({ date, name }) => `  - { date: '${date}', name: ${name} }`).join('\n')}

outcodes: [${outcodes.join(', ')}]
${directory ? `\nfeeds:\n  - id: directory\n    url: ${written(directory)}\n    every: 24\n` : ''}`;
}

/** The text of help.yaml: nothing yet, and how it is done. */
export const helpFile = (
  { town }: Answers,
  today: string,
) => `# Help in and near ${town}, kept by hand. docs/help-near-people.md says how.
#
# Nothing is listed yet, and Natter lists nothing. Put what there is in place of an example, take the "# " away from its
# lines, and take away the [] at the end. content/places/example/help.yaml says what else may stand here.
#
# - id: warm-room
#   name: The Warm Room
#   kind: community
#   topics: [loneliness, food]
#   what: Soup, a warm seat and somebody to talk to.
#   who: For anyone.
#   when: Tuesdays, 11am to 2pm.
#   cost: Free.
#   next: Come to St Anne's Hall, Mill Lane.
#   days: [tue]
#   give: Make soup with us on a Tuesday.
#   terms: [warm space, lunch club, company, hot meal, cold at home]
#   checked: '${today}'
#
# - id: money-help
#   name: The Money Room
#   kind: formal
#   topics: [money, housing]
#   what: Sorts out bills and debts with you.
#   who: For anyone who lives here.
#   when: Monday to Friday, 9.30am to 4pm.
#   cost: Free.
#   next: Call 01632 960101.
#   days: [mon, tue, wed, thu, fri]
#   terms: [debt advice, rent arrears, bailiffs, cant pay bills]
#   checked: '${today}'
[]
`;
