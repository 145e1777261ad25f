import type { Replies } from '../words';
import { nearMisses, stem } from './spelling';

/**
 * What one written word may stand for in a pattern: `kill` itself, `kil*` for each start that some pattern asks for,
 * `kill~` for its stem, and `#`, `#minor`, `#adult`, `#many` when it is a number.
 */
export type Signs = ReadonlySet<string>;

/** Every word that any pattern knows. One for the whole room, so that a word known to one pattern is never taken as another's misspelling. */
export class Vocabulary {
  private readonly known = new Set<string>();
  private readonly starts = new Set<string>();
  private near: ((word: string) => string[]) | null = null;
  private stems: Set<string> | null = null;
  private byLength: Map<number, string[]> | null = null;

  /** `repair` gives the word that a misspelt one most likely is. */
  constructor(
    private readonly habits: Pick<Replies, 'either' | 'numbers' | 'real'>,
    private readonly repair: (word: string) => string = (word) => word,
  ) {
    for (const word of habits.real) this.known.add(word);
  }

  addWord(word: string): void {
    this.known.add(word);
    this.near = null;
    this.stems = null;
    this.byLength = null;
  }

  /** Whether a pattern asks for it, in this form or another. */
  knows(word: string): boolean {
    this.stems ??= new Set([...this.known].map(stem));
    return this.known.has(word) || this.stems.has(stem(word));
  }

  addStart(start: string): void {
    this.starts.add(start);
  }

  signs(word: string): Signs {
    const signs = new Set<string>();
    for (const meant of this.meanings(word)) {
      signs.add(meant);
      signs.add(`${stem(meant)}~`);
      for (let i = 2; i <= Math.min(meant.length, 16); i++)
        if (this.starts.has(meant.slice(0, i))) signs.add(`${meant.slice(0, i)}*`);
    }
    for (const sign of this.numberSigns(word)) signs.add(sign);
    return signs;
  }

  private meanings(word: string): string[] {
    const either = Object.hasOwn(this.habits.either, word) ? [this.habits.either[word] as string] : [];
    if (word.includes('*')) return [word, ...this.withStars(word)];
    if (this.known.has(word) || /^\d/.test(word)) return [word, ...either];
    const plainer = [word.replace(/(.)\1/g, '$1'), word.replace(/s$/, '')].filter((it) => this.known.has(it));
    this.near ??= nearMisses(this.known);
    const repaired = this.repair(word);
    const meant = plainer.length > 0 ? plainer : this.near(word);
    return [word, ...either, ...meant, ...(repaired === word ? [] : [repaired])];
  }

  /** Words some of whose letters were starred out: "k*ll". */
  private withStars(word: string): string[] {
    this.byLength ??= Map.groupBy(this.known, (known) => known.length);
    const fits = (known: string) => [...known].every((letter, i) => letter === word[i] || word[i] === '*');
    return word.length < 3 ? [] : (this.byLength.get(word.length) ?? []).filter(fits);
  }

  private numberSigns(word: string): string[] {
    const { numbers } = this.habits;
    const value = /^\d{1,6}$/.test(word)
      ? Number(word)
      : Object.hasOwn(numbers, word)
        ? (numbers[word] as number)
        : null;
    if (value === null) return [];
    const signs = ['#'];
    if (value >= 5 && value <= 17) signs.push('#minor');
    if (value >= 18 && value <= 110) signs.push('#adult');
    if (value >= 6) signs.push('#many');
    return signs;
  }
}
