import fc from 'fast-check';
import { normalise } from '../../understanding/reading/normalise';
import { understanding, words } from './english';

const plain = (text: string) => normalise(text, words.replies).text;

test.each([
  ["I DON'T want 2 go", 'i do not want 2 go'],
  ['i dont wanna talk', 'i do not want to talk'],
  ['i don\u2019t know', 'i do not know'],
  ['u r gr8 m8', 'you are great mate'],
  ['wiv my mates 2nite', 'with my mates tonight'],
  ['cos im kinda skint', 'because i am kind of skint'],
  ['heeeelllppppp', 'heellpp'],
  ['he\u200blp me', 'help me'],
  ['h\u00e9lp caf\u00e9', 'help cafe'],
  ['\ud83d\udc8a and a \ud83d\udd2a', 'pills and a knife'],
  ['\ud83d\ude2d', 'crying'],
  ['su1c1de and p@racetamol', 'suicide and paracetamol'],
  ['500mg at 9pm', '500 mg at 9 pm'],
  ['the 21st', 'the 21st'],
  ['\uff28\uff25\uff2c\uff30', 'help'],
  ["my mum's boyfriend", 'my mum boyfriend'],
  ['im ill and tired', 'i am ill and tired'],
  ["I'll go", 'i will go'],
  ['2\ufe0f\u20e3', '2'],
  ['\ud800 hello \udfff', 'hello'],
  ['a\u0007b\u0000c', 'a b c'],
  ['constructor __proto__ toString', 'constructor proto tostring'],
  ['', ''],
  [' \n\t ', ''],
])('%j is read as %j', (written, read) => expect(plain(written)).toBe(read));

test('sentences are told apart, and a very long one comes in overlapping parts that lose no word', () => {
  expect(normalise('Hi there. I am sad! Are you?\nYes', words.replies).sentences).toEqual([
    ['hi', 'there'],
    ['i', 'am', 'sad'],
    ['are', 'you'],
    ['yes'],
  ]);
  const long = Array.from({ length: 1000 }, (_, i) => `word${'x'.repeat(i % 7)}q${i}q`);
  const { sentences } = normalise(long.join(' '), words.replies);
  expect(Math.max(...sentences.map((some) => some.length))).toBeLessThanOrEqual(60);
  expect(new Set(sentences.flat()).size).toBe(new Set(normalise(long.join(' '), words.replies).text.split(' ')).size);
});

test('nothing that can be written makes it throw, and the same words are always read the same', async () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  );
  await fc.assert(
    fc.asyncProperty(anything, fc.array(anything, { maxLength: 4 }), async (text, options) => {
      expect(await understanding.read(text)).toEqual(await understanding.read(text));
      const { choice } = understanding.reply(text, options);
      expect(choice === null || (choice >= 0 && choice < options.length)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

describe('100,000 characters', () => {
  const size = 100_000;
  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  test.each([
    ['one letter', fill('a')],
    ['spaces', fill(' ')],
    ['the start of danger', fill('i want to ')],
    ['danger, over and over', fill('i want to die ')],
    ['starred letters', fill('a*')],
    ['short lines', fill('a\n')],
    ['quotes', fill("'")],
    ['brackets', fill('((((')],
    ['emoji', fill('\ud83d\udc8a')],
    ['lone surrogates', fill('\ud800')],
    ['a character that becomes many', fill('\ufdfa')],
    ['numbers', fill('7 ')],
    ['everyday words', fill('he said that she will not let me see my kids at the weekend and we argued about money. ')],
  ])('of %s take little time', async (_, text) => {
    await understanding.read(text.slice(0, 1000));
    const before = process.cpuUsage();
    await understanding.read(text);
    // Ten times what it takes alone on a slow core: what grows with the square takes minutes.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500);
  });

  test('are read to the very end', async () => {
    const text = `${fill('the weather is nice today and we went to the park. ')} i want to kill myself`;
    expect((await understanding.read(text)).safety).toEqual({ tier: 'now', kinds: ['suicide'] });
  });
});
