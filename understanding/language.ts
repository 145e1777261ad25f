/*
 * English is assumed unless the letters or several telling words say otherwise. This knows only scripts and a few
 * common words per language, so it is honest about little: short Welsh, Somali or Urdu in Latin letters is read as
 * English. Calling a worried person's English something else would be the worse mistake.
 */

const SCRIPTS: [RegExp, (text: string) => string][] = [
  [/\p{Script=Arabic}/u, arabicScript],
  [/\p{Script=Cyrillic}/u, (text) => (/[іїєґ]/.test(text) ? 'uk' : /ў/.test(text) ? 'be' : 'ru')],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, () => 'ja'],
  [/\p{Script=Han}/u, () => 'zh'],
  [/\p{Script=Hangul}/u, () => 'ko'],
  [/\p{Script=Devanagari}/u, () => 'hi'],
  [/\p{Script=Bengali}/u, () => 'bn'],
  [/\p{Script=Gurmukhi}/u, () => 'pa'],
  [/\p{Script=Gujarati}/u, () => 'gu'],
  [/\p{Script=Tamil}/u, () => 'ta'],
  [/\p{Script=Greek}/u, () => 'el'],
  [/\p{Script=Hebrew}/u, () => 'he'],
  [/\p{Script=Thai}/u, () => 'th'],
  [/\p{Script=Ethiopic}/u, () => 'am'],
];

const TELLING: Record<string, string> = {
  pl: 'nie jest się że mam jestem proszę pomoc potrzebuję pomocy mój moja dzieci dziecko pieniędzy czy dzień dobry',
  ro: 'nu este sunt și să am nevoie ajutor vă rog copii copilul bani pentru mulțumesc',
  es: 'necesito ayuda por favor tengo estoy hijos dinero que para gracias mi hijo hola no puedo',
  pt: 'preciso ajuda por favor tenho estou filhos dinheiro não obrigado obrigada meu minha para',
  fr: "je j'ai suis besoin aide bonjour enfants argent pour avec merci mon ma mes ne pas",
  it: 'ho bisogno aiuto sono figli soldi per favore grazie mio mia non posso di ciao',
  de: 'ich bin habe brauche hilfe bitte meine mein kinder geld nicht und danke kann',
  tr: 'ben bir için yardım lütfen ihtiyacım var çocuk param yok istiyorum merhaba',
  cy: 'dwi angen help os gwelwch yn dda fy mhlant eisiau ddim gyda diolch mae bore da',
  so: 'waan waxaan u baahanahay caawimaad fadlan ilmahayga lacag ma haysto mahadsanid',
};
const TELLING_WORDS = Object.entries(TELLING).map(([id, words]) => ({ id, words: new Set(words.split(' ')) }));
const ENGLISH = new Set(
  'the and to i is my me you of in it a for that have with not do are was on he she they but so what be'.split(' '),
);
const ENOUGH = 3;
const READ = 2000;

/** ISO 639 code of the language a message seems to be in. */
export function languageOf(text: string): string {
  const start = text.slice(0, READ).toLowerCase().normalize('NFC');
  const letters = start.match(/\p{L}/gu) ?? [];
  for (const [script, name] of SCRIPTS)
    if (letters.filter((letter) => script.test(letter)).length * 2 > letters.length) return name(start);
  return letters.length === 0 ? 'en' : latinScript(start);
}

function latinScript(text: string): string {
  const words = new Set(text.match(/[\p{L}\p{M}']+/gu) ?? []);
  const count = (known: Set<string>) => [...words].filter((word) => known.has(word)).length;
  const [best] = TELLING_WORDS.map(({ id, words: known }) => ({ id, found: count(known) })).sort(
    (a, b) => b.found - a.found,
  );
  return best && best.found >= ENOUGH && best.found > count(ENGLISH) * 2 ? best.id : 'en';
}

function arabicScript(text: string): string {
  if (/[ٹڈڑںےہ]/.test(text)) return 'ur';
  if (/[ېۍښځڅ]/.test(text)) return 'ps';
  return /[پچژگ]/.test(text) ? 'fa' : 'ar';
}
