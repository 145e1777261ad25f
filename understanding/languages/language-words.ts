import { z } from 'zod';
import { DANGERS } from '../types';

const line = z.string().min(1);

/** WhatsApp shows 20 letters on a button. */
const LONGEST_LABEL = 20;

/** What is said to somebody whose words cannot be read. */
const sayings = {
  reply: z
    .array(line)
    .min(2)
    .max(3)
    .refine((lines) => lines.filter((each) => each.includes('999')).length === 1, 'one line of the reply must say 999'),
  again: z.array(line).min(2),
  asked: line,
  person: line.max(LONGEST_LABEL),
};

const languageSchema = z.strictObject({
  code: z.string().regex(/^[a-z]{2,3}$/),
  name: line,
  own: line,
  direction: z.enum(['ltr', 'rtl']),
  /** Who has read it and speaks it; null: nobody yet. */
  'read-by': line.nullable(),
  help: z.array(line).min(10).max(20),
  words: line,
  letters: z.string().default(''),
  danger: z.partialRecord(z.enum(DANGERS), z.array(line).min(1)),
  ...sayings,
  latin: z.strictObject(sayings).optional(),
});

/** `content/languages.yaml`; its head says what each part is for. */
export const languagesSchema = z
  .strictObject({
    'same-letters': z.record(z.string().min(1), z.string()),
    english: z.strictObject({ own: line, words: line, ...sayings }),
    languages: z.array(languageSchema),
  })
  .superRefine(({ english, languages }, { addIssue }) => {
    const known = new Set(wordsOf(english.words));
    const fault = (path: PropertyKey[], message: string) =>
      addIssue({ code: 'custom', path: ['languages', ...path], message });
    languages.forEach(({ code, words, danger }, at) => {
      if (languages.findIndex((other) => other.code === code) < at) fault([at, 'code'], `${code} is there twice`);
      const both = wordsOf(words).filter((word) => known.has(word));
      if (both.length > 0) fault([at, 'words'], `these are also English words: ${both.join(' ')}`);
      for (const [kind, phrases] of Object.entries(danger))
        phrases?.forEach((phrase, n) => {
          if (wordsOf(phrase).every((word) => known.has(word))) fault([at, 'danger', kind, n], 'this is also English');
        });
    });
  });

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/);

/** The languages Natter may meet, as plain data. */
export type Languages = z.infer<typeof languagesSchema>;
export type Language = Languages['languages'][number];
export type Sayings = Pick<Language, keyof typeof sayings>;
