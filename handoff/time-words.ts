import { z } from 'zod';

const words = z.string().min(1);

/** How times are said: `at` joins a day and a time, `morning` and `afternoon` hold the hour of the clock. */
export const timeWordsSchema = z.strictObject({
  /** Names the days and months: `en-GB`. */
  locale: words.default('en-GB'),
  /** The days, where they are said otherwise in the middle of a sentence. */
  days: z
    .strictObject({ mon: words, tue: words, wed: words, thu: words, fri: words, sat: words, sun: words })
    .nullable()
    .default(null),
  at: words.includes('{day}').includes('{time}'),
  today: words,
  noon: words,
  midnight: words,
  morning: words.includes('{time}'),
  afternoon: words.includes('{time}'),
});
export type TimeWords = z.infer<typeof timeWordsSchema>;

export const ENGLISH_TIMES: TimeWords = {
  locale: 'en-GB',
  days: null,
  at: '{day} at {time}',
  today: 'today',
  noon: '12 noon',
  midnight: 'midnight',
  morning: '{time}am',
  afternoon: '{time}pm',
};
