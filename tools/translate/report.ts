import { changed, type MadeFrom, type Part } from '../../dialogs/standing';

const STANDINGS = ['missing', 'outdated', 'up to date'] as const;

/** Every part and how it stands, what changed in those that are outdated, and how many there are of each. */
export function told(parts: Part[]): string {
  const counts = STANDINGS.map((is) => `${parts.filter((part) => part.is === is).length} ${is}`);
  return [...parts.map(lineOf), '', counts.join(', ')].join('\n');
}

function lineOf(part: Part): string {
  const head = `${part.is.padEnd('up to date'.length)}  ${part.name}  ${part.file}:${part.line}`;
  if (part.is !== 'outdated') return head;
  const { before, now } = changed(part);
  return [head, ...before.map((line) => `  - ${line}`), ...now.map((line) => `  + ${line}`)].join('\n');
}

/**
 * What is noted once the parts of these names fit, `all` being every one that is translated. What is no longer translated
 * is forgotten.
 * @throws Error naming what is not translated.
 */
export function accepted(parts: Part[], given: string[]): { from: MadeFrom; names: string[] } {
  const there = parts.filter(({ is }) => is !== 'missing');
  const all = given.includes('all');
  const unknown = given.filter((name) => name !== 'all' && !there.some((part) => part.name === name));
  if (unknown.length > 0) throw new Error(`Not translated: ${unknown.join(', ')}.`);
  const fits = (name: string) => all || given.includes(name);
  const noted = there.flatMap((part): [string, string][] => {
    const text = fits(part.name) ? part.english : part.was;
    return text === null ? [] : [[part.name, text]];
  });
  return { from: Object.fromEntries(noted), names: there.map(({ name }) => name).filter(fits) };
}
