import { peopleFigures } from '../../tools/measure/figures';
import { readSet, topicLine } from '../../tools/measure/sets';
import type { About } from '../../understanding/types';
import { understanding } from './english';

test.each<[string, About]>([
  ['i feel so low', 'self'],
  ['my husband hits me', 'self'],
  ['i have 2 kids and no money', 'self'],
  ['i cant sleep', 'self'],
  ['my husband left me and i cant sleep', 'self'],
  ['im skint and my kids are hungry', 'self'],
  ['my mum says i should ring you', 'self'],
  ['since my dad died i dont go out', 'self'],
  ['ive moved back in with my parents at 40', 'self'],
  ['my ex keeps turning up at my work', 'self'],
  ['me and my sister dont speak', 'self'],
  ['lost my job and got nothing in the fridge', 'self'],
  ['the boiler packed in on friday and it is freezing', 'self'],
  ['he checks my phone and takes my wages', 'self'],
  ['my daughter is 14', 'child'],
  ['worried about my son', 'child'],
  ['my 5 year old boy wont eat', 'child'],
  ['my son is being bullied', 'child'],
  ['our youngest wont go to school, he screams at the gate', 'child'],
  ['how do i get my lad to talk to me? he just sits in his room', 'child'],
  ['hes 3 and still not talking', 'child'],
  ['my eldest is 30 and back on the drink', 'child'],
  ['im worried about my mum, shes not eating', 'parent'],
  ['my dad has dementia', 'parent'],
  ['mum fell again last night, she cant get up the stairs', 'parent'],
  ['i look after my mum, she has ms', 'parent'],
  ['nan has collapsed', 'relative'],
  ['my husband drinks too much', 'relative'],
  ['my wife has cancer and she wont talk about it', 'relative'],
  ['my brother is in trouble', 'relative'],
  ['our auntie lives alone and shes not opening the door', 'relative'],
  ['my best friend is being hurt at home', 'friend'],
  ['im asking for a friend of mine', 'friend'],
  ['the old lady next door hasnt got any heating on', 'friend'],
  ['a girl in my class has cuts on her arms', 'friend'],
  ['hello', 'unknown'],
  ['what time do you open', 'unknown'],
  ['can they turn the gas off in winter', 'unknown'],
  ['yes please', 'unknown'],
  ['she is asleep now', 'unknown'],
])('"%s" is about %s', async (text, about) => expect((await understanding.read(text)).about).toBe(about));

test.each([
  ['im 14', true],
  ['i am 9 years old', true],
  ['im nearly fifteen', true],
  ['i turn 16 in june', true],
  ['im in yr 9', true],
  ['year 9 here', true],
  ['my teacher shouts at me', true],
  ['my mum and dad are always shouting', true],
  ['the kids from school keep laughing at me', true],
  ['i get picked on by kids from my school', true],
  ['i hate school', true],
  ['miss said i had to stay behind', true],
  ['my form tutor took me out of maths', true],
  ['everyone in my year has seen it', true],
  ['mum wont let me see my friends', true],
  ['my daughter is 14', false],
  ['my kids are hungry', false],
  ['hes took my keys again and my phone and i dont know how to get the kids from school', false],
  ['i cant pick the kids up from school he has the car', false],
  ['my husband drinks', false],
  ['im 34 and lonely', false],
  ['35 yrs old', false],
  ['im a single mum', false],
  ['my son is in year 9 and his teacher shouts at him', false],
  ['ive two kids and no heating', false],
  ['my landlord wants us out', false],
  ['universal credit stopped', false],
  ['they cut my shifts again', false],
  ['i taught for years, im retired', false],
  ['im 12 weeks pregnant', null],
  ['im 10 minutes away', null],
  ['be there in 10 mins', null],
  ['clean 14 years', null],
  ['my sister is 12', null],
  ['i feel sad', null],
  ['', null],
])('"%s": writer under 18? %s', async (text, young) => expect((await understanding.read(text)).young).toBe(young));

test('messages by people who had not seen the patterns are read as well as they were', async () => {
  const { row } = await peopleFigures(understanding.read, readSet('topics-development', topicLine));
  expect(row['about right']).toBeGreaterThanOrEqual(0.83);
  expect(row['young right']).toBeGreaterThanOrEqual(0.95);
  expect(row['children found']).toBeGreaterThanOrEqual(0.97);
  expect(row['adults taken for children']).toBeLessThan(0.01);
});
