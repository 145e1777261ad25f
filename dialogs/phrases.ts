import type { RootContent } from 'mdast';
import { plainText, readMarkdown, slug } from './markdown';
import type { Fault, Library, Phrase } from './types';

/** Fills `{name}` from the values given; a name nobody knows is left as it stands, so that it is seen. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{([a-z][a-zA-Z0-9-]*)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The messages of a phrase. `turn` picks the variant, so that a line that comes again is not word for word the same. */
export function phraseTexts(library: Library, id: string, turn: number, values: Record<string, string> = {}): string[] {
  const variants = library.phrases[id]?.variants ?? [];
  const texts = variants[turn % variants.length] ?? [];
  return texts.map((text) => fill(text, { ...library.values, ...values }));
}

/** Reads `phrases.md`: a heading for each phrase, a rule between variants. */
export function parsePhrases(file: string, source: string): { phrases: Record<string, Phrase>; faults: Fault[] } {
  const phrases: Record<string, Phrase> = {};
  const faults: Fault[] = [];
  let current: Phrase | null = null;
  const fault = (node: RootContent, what: string, mend: string) =>
    faults.push({ file, line: node.position?.start.line ?? 1, rule: 'form', what, mend });

  for (const node of readMarkdown(source).children) {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading' && node.depth !== 1) {
      fault(node, 'a smaller heading', 'name a phrase with one #; a rule (---) needs an empty line above it');
    } else if (node.type === 'heading') {
      const id = slug(plainText(node, source));
      if (phrases[id]) fault(node, `there are two phrases "${id}"`, 'give one of them another name');
      current = { id, file, line, variants: [[]], lines: [[]] };
      phrases[id] = current;
    } else if (!current || node.type === 'yaml') {
      fault(node, 'words before the first heading', 'put them under a heading that names the phrase');
    } else if (node.type === 'thematicBreak') {
      current.variants.push([]);
      current.lines.push([]);
    } else if (node.type === 'paragraph') {
      current.variants.at(-1)?.push(plainText(node, source));
      current.lines.at(-1)?.push(line);
    } else {
      fault(node, `a ${node.type} cannot be part of a phrase`, 'write paragraphs only');
    }
  }
  for (const phrase of Object.values(phrases)) {
    if (phrase.variants.some((texts) => texts.length === 0)) {
      faults.push({
        file,
        line: phrase.line,
        rule: 'form',
        what: `phrase "${phrase.id}" has no words`,
        mend: 'write at least one paragraph',
      });
    }
  }
  return { phrases, faults };
}
