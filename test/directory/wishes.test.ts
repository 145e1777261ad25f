import { join } from 'node:path';
import { createWishes } from '../../directory/wishes';
import { readContent } from '../../read-content';

const { content } = readContent(join(__dirname, '../../content'), 'example');
const words = content?.directory.en;
if (!words) throw new Error('no content');
const wishes = createWishes(words.wishes);

/** What is wished for, in one line: "sat free". */
const wished = (said: string): string => {
  const { days, free, direct } = wishes(said);
  return [...days, free ? 'free' : '', direct ? 'direct' : ''].filter(Boolean).join(' ');
};

describe('a day on which they want to go', () => {
  test.each([
    ['something on saturday for my 4 year old', 'sat'],
    ['Is there anything on a Sunday?', 'sun'],
    ['a group i can just turn up to tuesdays', 'tue direct'],
    ['toddler group mon morning or wednesdays', 'mon wed'],
    ['is the food bank open on sat', 'sat'],
    ['somewhere to go fri nights', 'fri'],
    ['something me and the grandson can do on a saturday, he’s 8', 'sat'],
    ['anything going on at the weekend', 'sat sun'],
    ['a choir, im free on thursdays', 'thu'],
    ['i could help out on mondays', 'mon'],
  ])('"%s"', (said, found) => expect(wished(said)).toBe(found));
});

describe('a day on which something else is', () => {
  test.each([
    'my benefits were stopped on monday',
    'baillifs r coming monday an im scared to answer the door',
    'nothing in the cupboards till friday',
    'he hit me on saturday and i need somewhere to go',
    'I need help. He gets out on Friday',
    'somewhere to get a suit for an interview on tuesday',
    'something happened to me on sunday',
    'need somewhere to live by monday',
    'anything but not on mondays',
    'a group, i cant do tuesdays',
    'any group except on fridays',
    'something to do, i work saturdays',
    'where can i get a sunday dinner',
  ])('"%s"', (said) => expect(wished(said)).toBe(''));
});

test.each([
  'i just sat at home and did something',
  'somewhere to sit in the sun',
  "something's wrong, mon dieu",
  'anything second hand',
  'a group where i sat alone',
])('"%s" has no day in it', (said) => expect(wished(said)).toBe(''));

describe('that it is free', () => {
  test.each([
    'something thats free',
    "Something that's free.",
    'free counselling',
    'where can i get free nappies',
    'a group that costs nothing',
    'it has to be free',
    "a class I don't have to pay for",
    'not far, and free',
  ])('"%s"', (said) => expect(wished(said)).toBe('free'));

  test.each([
    'can we get free school meals',
    'kids get free dinners in term but wot about half term',
    'ive been drug free for a year',
    'smoke-free',
    'gluten free food',
    'i want to be free of him',
    'how do i break free',
    'feel free to call',
    'in my free time',
    'when im free',
    'it doesnt have to be free',
    "it's not free",
    'step free please',
    'freephone number',
  ])('"%s" wishes for nothing', (said) => expect(wished(said)).toBe(''));
});

describe('that they can go by themselves', () => {
  test.each([
    'somewhere i can just turn up',
    'a drop-in',
    'groceries without being judged or refered',
    'counselling without a referral',
    'can i refer myself',
    'physio without going through the doctor',
  ])('"%s"', (said) => expect(wished(said)).toBe('direct'));

  test.each([
    'his dad didnt turn up',
    'he walks in on me',
    'i was referred months ago',
    "I can't just turn up, I'd be scared",
    'my gp sent a referral',
  ])('"%s" wishes for nothing', (said) => expect(wished(said)).toBe(''));
});

describe('what is left to search for', () => {
  test.each([
    ['something on Saturday for my 4 year old thats free', 'something on for my 4 year old'],
    ['Free choir. On a Tuesday?', 'choir On a Tuesday'],
    ['I’m lonely, and on Mondays I cry.', 'I’m lonely, and on Mondays I cry.'],
    ['counselling without a referral', 'counselling'],
    ['something free', 'something free'],
    ['', ''],
  ])('of "%s" is "%s"', (said, left) => expect(wishes(said).words.toLowerCase()).toBe(left.toLowerCase()));
});

test('where no words for wishes are known, nothing is taken for one', () => {
  const none = createWishes({ looking: [], days: {}, free: [], direct: [], other: [] });
  expect(none('something free')).toEqual({ words: 'something free', days: [], free: false, direct: false });
});
