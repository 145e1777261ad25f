import { z } from 'zod';
import type { Helpline } from './helplines';

/** How lines are reached and when, in other words: `Call {a}: Ffoniwch {a}`. What stands in braces is a number or an address. */
export const linesSaidSchema = z.record(z.string().min(1), z.string().min(1));
export type LinesSaid = z.infer<typeof linesSaidSchema>;

const SLOT = /\\\{([a-z])\\\}/g;

/** The same lines with what is known of them said in the words given. Names, and what has no such words, stay as they are. */
export function sayLines(lines: Helpline[], said: LinesSaid): Helpline[] {
  const ways = Object.entries(said).map(([english, own]) => ({ own, pattern: patternOf(english) }));
  const inWords = (text: string): string => {
    for (const { own, pattern } of ways) {
      const found = pattern.exec(text);
      if (found) return own.replace(/\{([a-z])\}/g, (slot, name: string) => found.groups?.[name] ?? slot);
    }
    return text;
  };
  return lines.map((line) => ({ ...line, how: inWords(line.how), hours: inWords(line.hours) }));
}

const patternOf = (english: string): RegExp =>
  new RegExp(`^${english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(SLOT, String.raw`(?<$1>[\d ]*\d|\S+@\S+)`)}$`);
