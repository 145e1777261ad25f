import { hoursInWords, readHours, spanAsWritten } from '../../../tools/new-place/hours';

const inWords = (text: string) => {
  const week = readHours(text);
  return typeof week === 'string' ? `? ${week}` : hoursInWords(week);
};

describe('hours in plain words', () => {
  test.each([
    [
      'mon-fri 9-5, wed 9-7, sat 10-12',
      'Monday to Tuesday 9am to 5pm; Wednesday 9am to 7pm; Thursday to Friday 9am to 5pm; Saturday 10am to 12 noon',
    ],
    ['Monday to Friday 9am to 5pm', 'Monday to Friday 9am to 5pm'],
    ['mon – thu: 9.30–16:45; fri 9-12', 'Monday to Thursday 9:30am to 4:45pm; Friday 9am to 12 noon'],
    ['mon, weds and thurs 1-5', 'Monday 1pm to 5pm; Wednesday to Thursday 1pm to 5pm'],
    ['weekdays 9-5pm, fri closed', 'Monday to Thursday 9am to 5pm'],
    ['every day 6-8pm', 'Monday to Sunday 6pm to 8pm'],
    ['daily 8-8', 'Monday to Sunday 8am to 8pm'],
    ['daily 00:00-24:00', 'Monday to Sunday midnight to midnight'],
    ['tue 9-12 and 1-5', 'Tuesday 9am to 12 noon and 1pm to 5pm'],
    ['tue 1-5, tue 9-12', 'Tuesday 9am to 12 noon and 1pm to 5pm'],
    ['sat 12-3', 'Saturday 12 noon to 3pm'],
    ['sun 10 until noon', 'Sunday 10am to 12 noon'],
    ['thu 8-9pm', 'Thursday 8pm to 9pm'],
    ['thu 5pm-12', 'Thursday 5pm to midnight'],
  ])('%s', (text, expected) => {
    expect(inWords(text)).toBe(expected);
  });

  test.each([
    ['9-5', 'which days "9-5"'],
    ['fri-mon 9-5', 'which days "fri-mon 9-5"'],
    ['someday 9-5', 'which days "someday 9-5"'],
    ['mon 9 till late', 'from when until when "mon 9-late"'],
    ['mon 9-25', 'from when until when'],
    ['mon 10pm-4am', 'from when until when'],
    ['mon 9.75-5', 'from when until when'],
    ['mon 9', 'from when until when'],
    ['mon-sun closed', 'some hour in the week'],
    ['', 'some hour in the week'],
  ])('"%s" is asked again, with what is not clear', (text, expected) => {
    expect(inWords(text)).toMatch(/^\? /);
    expect(inWords(text)).toContain(expected);
  });

  test('are written as place.yaml has them', () => {
    const week = readHours('mon 9-5.30, tue 10-midnight');
    if (typeof week === 'string') throw new Error(week);
    expect([week.mon, week.tue].flat().map(spanAsWritten)).toEqual(['09:00-17:30', '10:00-24:00']);
  });
});
