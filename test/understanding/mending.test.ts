import fc from 'fast-check';
import { createUnderstanding } from '../../understanding';
import { createMending } from '../../understanding/reading/mending';
import { createRoom } from '../../understanding/room';
import { understanding, words } from './english';

/* The most common first, as they stand in what was learnt: short forms too, as people write them. */
const KNOWN =
  'i the to a and my me im is it going cant not on he hes want do over myself in us sing kill die rapist breathe';
const mending = createMending(KNOWN.split(' '));
const { read } = createUnderstanding(words, undefined, mending);
const tierOf = async (text: string) => (await read(text)).safety.tier;

test.each([
  ['imgoingtokillmyself', 'im going to kill myself'],
  ['hesgoingtokillme', 'hes going to kill me'],
  ['iwant2die', 'i want to die'],
  ['killmyself', 'kill myself'],
])('%s was meant as %s', (written, meant) => expect(mending.apart(written).join(' ')).toBe(meant));

test.each(['rapist', 'kilmyself', 'tokill', 'imgoing7toki77', 'x'.repeat(80), ''])(
  'nothing is taken apart in "%s"',
  (word) => expect(mending.apart(word)).toEqual([word]),
);

test.each(['imgoingtokillmyself', 'iwanttodie', 'iwant2die', 'icantbreathe', 'i cnat breathe'])(
  'danger is heard in "%s"',
  async (text) => expect(await tierOf(text)).toBe('now'),
);

test('a word that a pattern knows stays whole, and so does what stands beside it', async () => {
  expect(mending.apart('overdosing')).toEqual(['over', 'do', 'sing']);
  const { sentences } = createRoomWithAll().message('shes overdosing');
  expect(sentences.map(({ key }) => key)).toEqual(['she is overdosing']);
  expect(await tierOf('my daughter is overdosing in the bathroom')).toBe('now');
});

test('what was taken apart is read beside what was written, and nothing is put in its place', () => {
  const { normalised, sentences } = createRoom(words, mending).message('ImGoingToKillMyself now');
  expect(normalised.original).toBe('ImGoingToKillMyself now');
  expect(normalised.text).toBe('imgoingtokillmyself now');
  expect(sentences.map(({ key }) => key)).toEqual(['imgoingtokillmyself now', 'i am going to kill myself now']);
});

test.each([
  ['i cnat breathe', 'i can not breathe'],
  ['i dotn know', 'i do not know'],
  ['herpes', 'herpes'],
  ['i want it', 'i want it'],
])('short forms are known with two letters swapped: "%s"', (written, read) =>
  expect(createRoom(words, mending).message(written).normalised.text).toBe(read),
);

test.each(Object.getOwnPropertyNames(Object.prototype))('"%s" is a word like any other', async (name) => {
  expect((await understanding.read(`${name} ${name.toLowerCase()}`)).safety.tier).toBe('none');
  expect(await tierOf(`i work as a ${name}`)).toBe('none');
});

test('whatever is written is read', () =>
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void createRoom(words, mending).message(text))));

test('a sentence does not grow without bounds', () => {
  const { sentences } = createRoom(words, mending).message('imgoingtokillmyself'.repeat(4).concat(' ').repeat(50));
  for (const { signs } of sentences) expect(signs.length).toBeLessThanOrEqual(120);
});

test('without anything known, nothing is put right', () => {
  expect(createMending([]).apart('imgoingtokillmyself')).toEqual(['imgoingtokillmyself']);
});

/** A room whose patterns are all there, as in a running Natter. */
function createRoomWithAll() {
  const room = createRoom(words, mending);
  room.finder(words.safety.groups.flatMap(({ patterns }) => patterns.map((source) => ({ source, of: source }))));
  return room;
}
