import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLanguage, withDangers } from '../../understanding/languages/language';
import { words } from './english';

const { languages } = words.languages;
const { languageOf, dangersIn } = createLanguage(words.languages);

const SETS = join(__dirname, 'sets');
const readSet = (name: string): { text: string; language: string }[] =>
  readFileSync(join(SETS, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** How many are read as they should be, in percent. */
const right = (messages: { text: string; language: string }[]) =>
  (100 * messages.filter(({ text, language }) => languageOf(text) === language).length) / messages.length;

describe('languageOf', () => {
  test.each([
    ['i cant pay my rent', 'en'],
    ['ok', 'en'],
    ['', 'en'],
    ['\ud83d\ude2d\ud83d\ude2d', 'en'],
    ['\u00af\\_(\u30c4)_/\u00af', 'en'],
    ['kk hun c u l8r x', 'en'],
    ['my son Mateusz nie likes school', 'en'],
    ['how do you say necesito ayuda in english', 'en'],
    ['hello necesito ayuda please', 'es'],
    ['potrzebuje pomocy prosze', 'pl'],
    ['meni potribna dopomoha', 'uk'],
    ['अब मैं क्या करूँ', 'hi'],
    ['Română', 'ro'],
    ['家賃が払えません', 'ja'],
    ['ik heb geen geld en ik weet niet wat ik moet doen', 'nl'],
  ])('%j is %s', (text, language) => expect(languageOf(text)).toBe(language));

  test.each(languages.map(({ code, help }) => [code, help] as const))('asking for help in %s', (code, help) => {
    // A word that two languages share counts as the first of them.
    const others = help.filter((text) => languageOf(text) !== code);
    expect(others.filter((text) => !languages.some((each) => each.code !== code && each.help.includes(text)))).toEqual(
      [],
    );
  });

  test('short everyday messages in all of them, and English that only looks foreign', () => {
    const messages = [...readSet('languages-development'), ...readSet('languages-kept-aside')];
    expect(right(messages.filter(({ language }) => language !== 'en'))).toBeGreaterThan(96);
    expect(right(messages.filter(({ language }) => language === 'en'))).toBeGreaterThan(98);
  });

  test.each(['topics', 'danger', 'distressed-but-safe', 'idioms'])('English stays English: %s', (name) => {
    const messages = [...readSet(`${name}-development`), ...readSet(`${name}-kept-aside`)];
    expect(right(messages.map(({ text }) => ({ text, language: 'en' })))).toBeGreaterThan(99.5);
  });

  test('a very long text takes no longer than its beginning', () => {
    const long = 'мне нужна помощь '.repeat(50_000);
    const start = performance.now();
    expect(languageOf(long)).toBe('ru');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('dangersIn', () => {
  const phrases = languages.flatMap(({ danger }) =>
    Object.entries(danger).flatMap(([kind, list]) => (list ?? []).map((phrase) => [kind, phrase] as const)),
  );

  test('each phrase, however it is typed', () => {
    for (const [kind, phrase] of phrases) {
      expect(dangersIn(phrase)).toContain(kind);
      expect(dangersIn(`${phrase.toUpperCase()}!!!`)).toContain(kind);
    }
  });

  test.each([
    ['mąż mnie bije i boję się', 'abuse'],
    ['maz mnie bije', 'abuse'],
    ['زوجي يضربني كل يوم', 'abuse'],
    ['আমি মরতে চাই', 'suicide'],
    ['mujhe maarta hai', 'abuse'],
    ['mi bebé no respira', 'medical'],
    ['救命', 'danger'],
  ])('%s: %s', (text, kind) => expect(dangersIn(text)).toContain(kind));

  test('never in English', () => {
    const names = ['topics', 'danger', 'distressed-but-safe', 'idioms'].flatMap((name) => [
      ...readSet(`${name}-development`),
      ...readSet(`${name}-kept-aside`),
    ]);
    expect(names.filter(({ text }) => dangersIn(text).length > 0)).toEqual([]);
  });

  test('is danger now, beside what was seen in English', () => {
    expect(withDangers({ tier: 'none', kinds: [] }, [])).toEqual({ tier: 'none', kinds: [] });
    expect(withDangers({ tier: 'check', kinds: ['suicide'] }, ['abuse', 'suicide'])).toEqual({
      tier: 'now',
      kinds: ['suicide', 'abuse'],
    });
  });
});

describe('what is said', () => {
  const sayings = languages.flatMap((each) =>
    [each, ...(each.latin ? [each.latin] : [])].map((said) => ({ code: each.code, said })),
  );

  test('every label for a person is its own, and is read as its language', () => {
    const labels = sayings.map(({ said }) => said.person);
    expect(new Set(labels).size).toBe(labels.length);
    expect(sayings.filter(({ code, said }) => languageOf(said.person) !== code)).toEqual([]);
  });

  test('nothing that is said names a danger: only they do', () => {
    const lines = sayings.flatMap(({ said }) => [...said.reply, ...said.again, said.asked, said.person]);
    expect(lines.filter((line) => dangersIn(line).length > 0 && !line.includes('999'))).toEqual([]);
  });
});
