import { readEdit } from '../../story/edits';
import { partsOf } from '../../web/chat/text';
import { openBots, talk } from '../bots/world';

/** The longest message taken. What costs the square of its length stands still for many seconds here. */
const LONGEST = 100_000;
const SOON_MS = 1_000;

const HARD: Record<string, string> = {
  'signs and then a letter': `${'!'.repeat(LONGEST - 1)}a`,
  'full stops and then a letter': `${'.'.repeat(LONGEST - 1)}a`,
  'an address of nothing but signs': `http://${'!'.repeat(LONGEST - 8)}a`,
  'an edit of very many lines': `leave out ${'1,'.repeat((LONGEST - 10) / 2)}`,
  'one phone number': '0'.repeat(LONGEST),
  'very many addresses': 'http://a '.repeat(LONGEST / 9),
  'only spaces': ' '.repeat(LONGEST),
};

function took(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

describe.each(Object.entries(HARD))('%s', (_name, text) => {
  test('is soon seen to be an edit of the story or none', () => {
    expect(took(() => readEdit(text, talk.edits))).toBeLessThan(SOON_MS);
  });

  test('is soon searched for links, and nothing of it is lost', () => {
    let parts: ReturnType<typeof partsOf> = [];
    expect(took(() => (parts = partsOf(text)))).toBeLessThan(SOON_MS);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });
});

test('is answered soon right after the story was shown', async () => {
  const bots = openBots();
  await bots.says('c', 'my bills are piling up');
  await bots.says('c', 'what do you know about me');
  expect((await bots.memory('c')).storyShownIn).toBe('about-me');
  const before = performance.now();
  await bots.says('c', HARD['signs and then a letter'] ?? '');
  expect(performance.now() - before).toBeLessThan(SOON_MS);
});
