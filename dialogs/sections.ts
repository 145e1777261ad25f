import { slug } from './markdown';

/** A step or a phrase as it is written: everything from its heading to the next. */
export interface Section {
  id: string;
  line: number;
  /** Without the heading. */
  text: string;
}

/** The sections of a flow or of `phrases.md`, in order. What stands above the first heading is none. */
export function sectionsOf(source: string): Section[] {
  const sections: Section[] = [];
  for (const [index, line] of source.split('\n').entries()) {
    if (line.startsWith('# ')) sections.push({ id: slug(line.slice(2)), line: index + 1, text: '' });
    else {
      const last = sections.at(-1);
      if (last) last.text += `${line.trimEnd()}\n`;
    }
  }
  return sections.map(({ text, ...section }) => ({ ...section, text: text.trim() }));
}
