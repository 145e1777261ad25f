import { roughen } from '../../../tools/encoder/rough';
import { seeded } from '../../../understanding/learning/random';

const SAID = 'they keep ringing about the money and nothing is right at home since he started working nights';

test('about one word in four of four letters or more is misspelt, and short ones never are', () => {
  const random = seeded(5);
  const words = SAID.split(' ');
  let [long, changed] = [0, 0];
  for (let times = 0; times < 200; times += 1) {
    const rough = roughen(SAID, random).split(' ');
    expect(rough).toHaveLength(words.length);
    words.forEach((word, i) => {
      if (word.length < 4) expect(rough[i]).toBe(word);
      else long += 1;
      if (rough[i] !== word) changed += 1;
    });
  }
  expect(changed / long).toBeGreaterThan(0.2);
  expect(changed / long).toBeLessThan(0.3);
});

test('the same dice give the same slips', () => expect(roughen(SAID, seeded(7))).toBe(roughen(SAID, seeded(7))));

test('numbers, points and emoji stay as they are', () =>
  expect(roughen('12345, 999! 🥀', () => 0)).toBe('12345, 999! 🥀'));
