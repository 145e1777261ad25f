import fc from 'fast-check';
import { MOST_WORDS, withPlainNumbers } from '../../understanding/values/numbers';
import { readAge, readNumber, readPhone, readPostcode } from '../../understanding/values/values';

test.each<[string, number | null]>([
  ['22', 22],
  ['twenty two', 22],
  ['about twenty-one', 21],
  ['a hundred and five', 105],
  ['1,500', 1500],
  ['a couple', 2],
  ['half a dozen', 6],
  ['none', 0],
  ['no kids', 0],
  ['14yo', 14],
  ['3 or 4', null],
  ['2 boys and 1 girl', null],
  ['the 5th', null],
  ['hello', null],
  ['', null],
])('"%s" is the number %p', (text, number) => expect(readNumber(text)).toBe(number));

test.each<[string, number | null]>([
  ['my daughter is 14', 14],
  ["my daughter's 14", 14],
  ['im nearly fifteen', 14],
  ['my eldest is almost 18', 17],
  ['shes just turned 18', 18],
  ['im 15', 15],
  ['14', 14],
  ['14yo', 14],
  ['i am 34 years old', 34],
  ['aged 70', 70],
  ['my son is 6 months old', 0],
  ['hes 18 months', 1],
  ['she is thirteen and he is 9', null],
  ['i was 16 when it started', null],
  ['im 4 months behind', null],
  ['im 5 weeks pregnant', null],
  ['im 16 stone', null],
  ['my daughter has 14 pills', null],
  ['year 7', null],
  ['its 3pm', null],
  ['i have 2 kids', null],
  ['my son is 999', null],
])('"%s" says the age %p', (text, age) => expect(readAge(text)).toBe(age));

test.each([
  ['LS6 3QA', 'postcode', 'LS6 3QA'],
  ['ls63qa', 'postcode', 'LS6 3QA'],
  ['i live at sw1a 2aa ok', 'postcode', 'SW1A 2AA'],
  ['SW1A oAA', 'postcode', 'SW1A 0AA'],
  ['ls6', 'outcode', 'LS6'],
  ['i live in b12', 'outcode', 'B12'],
  ['near NE1 please', 'outcode', 'NE1'],
])('"%s" is the %s %s', (text, kind, value) => expect(readPostcode(text)).toEqual({ kind, value }));

test.each(['b4 5pm', 'cheers m8', 'e1 or ls6', 'ls6 3qa or ls6 4qb', 'LS6 3Q', 'hello', ''])(
  '"%s" is no one postcode',
  (text) => expect(readPostcode(text)).toBeNull(),
);

test.each([
  ['07700 900142', 'mobile', '+447700900142'],
  ['+44 (0)7700 900142', 'mobile', '+447700900142'],
  ['0044 7700 900142', 'mobile', '+447700900142'],
  ['7700900142', 'mobile', '+447700900142'],
  ['my number is 07700-900-142 ask for jo', 'mobile', '+447700900142'],
  ['07700900142 after 6', 'mobile', '+447700900142'],
  ['07911 123456', 'mobile', '+447911123456'],
  ['+353 86 123 4567', 'mobile', '+353861234567'],
  ['(0161) 496 0000', 'landline', '+441614960000'],
  ['0800 1111', 'other', '+448001111'],
  ['999', 'short', '999'],
  ['text 85258', 'short', '85258'],
  ['116 123', 'short', '116123'],
])('"%s" is a %s number', (text, kind, number) => expect(readPhone(text)).toEqual({ kind, number }));

test.each(['0770090014', '077009001422', '07700900142 or 07700900143', 'i have 2 kids', '05/06/2026', ''])(
  '"%s" is no one phone number',
  (text) => expect(readPhone(text)).toBeNull(),
);

test('whatever is written, a value or null comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const read of [readNumber, readAge, readPostcode, readPhone]) expect(read(text)).toBeDefined();
    }),
    { numRuns: 30 },
  );
});

test('of a long text the library for numbers is handed only the first words', () => {
  const words = withPlainNumbers('twenty two and half a dozen '.repeat(2000)).split(' ');
  expect(words.length).toBeLessThanOrEqual(MOST_WORDS + 1);
});
