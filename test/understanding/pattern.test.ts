import { PatternError } from '../../understanding';
import { createRoom } from '../../understanding/room';
import { words } from './english';

const slots = { me: '(myself|my self)', loop: 'a {loop}', age: '#minor years old' };
const room = () => createRoom({ ...words, safety: { ...words.safety, slots } });

function matches(source: string, text: string, anyForm = false): boolean {
  const here = room();
  const find = here.finder([{ source, of: 'it' }], { anyForm });
  return find(here.message(text)).has('it');
}

test.each([
  ['want to die', 'i want to die now', true],
  ['want to die', 'i want die', false],
  ['(end|stop) it', 'please stop it', true],
  ['want [really] to (die|end it)', 'i want to end it', true],
  ['kill {me}', 'kill my self', true],
  ['strangl*', 'he was strangling', true],
  ['strangl*', 'a strange thing', false],
  ['took ... pills', 'took a whole lot of pills', true],
  ['took ... pills', 'took one two three four five pills', false],
  ['took ...6 pills', 'took one two three four five pills', true],
  ['took #many pills', 'took thirty pills', true],
  ['took #many pills', 'took 2 pills', false],
  ['i am #minor', 'im 12', true],
  ['i am #minor', 'im 42', false],
  ['i am {age}', 'i am 9 years old', true],
  ['die !(laughing|of shame)', 'i could die laughing', false],
  ['die !(laughing|of shame)', 'i could die of cold', true],
  ['<(phone|battery) die', 'my phone will die', false],
  ['<(phone|battery) die', 'my nan will die', true],
  ['^ help $', 'help', true],
  ['^ help $', 'help with bills', false],
  ['knife & throat', 'a knife at my throat', true],
  ['knife & throat', 'my throat hurts. bring a knife', false],
  ['knife + throat', 'my throat hurts. bring a knife', true],
  ['want to die', 'i want 2 die', true],
  ['overdose', 'took an overdoes', true],
  ['overdose', 'an ovredose', true],
  ['bleach', 'a day at the beach', false],
  ['(knife|knives) crime', 'knive crime', true],
  ['kill', 'k*ll', true],
  ['kill', 'kil', false],
])('%s, looked for in "%s"', (source, text, expected) => expect(matches(source, text)).toBe(expected));

test('any form of a word counts where that is asked for', () => {
  expect(matches('bill', 'so many bills', true)).toBe(true);
  expect(matches('worry', 'worried sick', true)).toBe(true);
  expect(matches('stopping', 'it stopped', true)).toBe(true);
  expect(matches('bill', 'so many billboards', true)).toBe(false);
});

test.each([
  ['(die', /not closed/],
  ['die)', /not expected/],
  ['{nobody}', /no slot called "nobody"/],
  ['{loop}', /too deep/],
  ['[maybe]', /nothing at all/],
  ['!(die)', /nothing at all/],
  ['die & [maybe]', /nothing at all/],
  ['?', /holds no word/],
  ['', /nothing at all/],
  ['a } b', /cannot read/],
])('"%s" is refused, and the message says why', (source, why) => {
  const attempt = () => room().finder([{ source, of: 'it' }]);
  expect(attempt).toThrow(PatternError);
  expect(attempt).toThrow(why);
});
