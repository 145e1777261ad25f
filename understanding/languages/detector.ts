interface Detected {
  /** ISO 639 code; '' when there was nothing to go by. */
  language: string;
  sure: boolean;
}
interface Eld {
  detect(text: string): { language: string; isReliable(): boolean };
}

/** Codes that this library knows by the name of a wider one. */
const CODES: Record<string, string> = { ku: 'ckb' };
let eld: Eld | null = null;

/**
 * What letters tend to follow each other tells the language of a longer text. The data take half a second to load, so
 * they are loaded the first time a text is plainly not English, and never where all write English.
 */
export function detect(text: string): Detected {
  // By its file: the package allows itself only to be imported, which cannot be done at once.
  eld ??= (require('../../node_modules/eld/src/entries/static.small.js') as { eld: Eld }).eld;
  const found = eld.detect(text);
  return { language: CODES[found.language] ?? found.language, sure: found.isReliable() };
}
