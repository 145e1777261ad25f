import { type AtDesk, isFree } from '../../handoff/free';
import type { Worker } from '../../handoff/types';

const someone = (id: string, teams: string[] = []): Worker => ({
  id,
  name: id,
  email: `${id}@example.org`,
  role: 'worker',
  ...(teams.length > 0 && { teams }),
});
const KIM = someone('kim', ['money']);
const SAM = someone('sam', ['families']);
const LEE = someone('lee');
const MONEY = { id: 'money', name: 'Money Team' };

const desk = (there: Worker[], busy: Worker[] = [], waiting = 0): AtDesk => ({
  there: new Set(there.map(({ id }) => id)),
  workers: [KIM, SAM, LEE],
  busy: new Set(busy.map(({ id }) => id)),
  waiting,
});

test.each([
  ['nobody is there', desk([]), false],
  ['one is there who talks with nobody', desk([LEE]), true],
  ['the one who is there talks with somebody', desk([LEE], [LEE]), false],
  ['another waits for the one who is there', desk([LEE], [], 1), false],
  ['two are there, and one waits', desk([LEE, KIM], [], 1), true],
  ['two are there, one talks, and one waits', desk([LEE, KIM], [KIM], 1), false],
])('%s', (_, at, free) => {
  expect(isFree(at, null)).toBe(free);
});

test('somebody of another team does not count while one of theirs is there', () => {
  expect(isFree(desk([KIM, SAM], [KIM]), MONEY)).toBe(false);
  expect(isFree(desk([KIM, SAM], [SAM]), MONEY)).toBe(true);
});

test('somebody of another team counts where nobody of theirs is there; somebody of no team always does', () => {
  expect(isFree(desk([SAM]), MONEY)).toBe(true);
  expect(isFree(desk([KIM, LEE], [KIM]), MONEY)).toBe(true);
});

test('somebody whose account is not known is there all the same', () => {
  expect(isFree({ ...desk([]), there: new Set(['new']) }, MONEY)).toBe(true);
});
