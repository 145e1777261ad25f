import type { TryWords } from './keys.js';

/** Every word of the page, as content/en/try.yaml has it. */
export const words: TryWords = JSON.parse(document.getElementById('words')?.textContent ?? '{}');

/** Fills the `{names}` of a line. */
export const fill = (line: string, values: Record<string, string | number>): string =>
  line.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

const clock = new Intl.DateTimeFormat(words.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
export const timeOf = (at: number): string => clock.format(at);

/** A number as people write it down: +447700900123 is 07700 900123. */
export const spoken = (number: string): string => number.replace(/^\+44/, '0').replace(/^(\d{5})(\d+)$/, '$1 $2');
