import type { Paragraph, PhrasingContent, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const reader = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkDirective).freeze();

/** Reads a content file into its syntax tree. Never throws: any text is Markdown. */
export function readMarkdown(text: string): Root {
  return reader.parse(text);
}

/** The link name GitHub gives a heading: "What helps?" is `what-helps`. */
export function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s+/g, '-');
}

/**
 * What a person reads: the words without their Markdown. A wrapped line is one line; a hard break is a new one.
 * `source` is the file's text: "9:Monday" looks like a directive to the reader and is put back as it was written.
 */
export function plainText(node: Paragraph | { children: PhrasingContent[] }, source: string): string {
  return node.children
    .map((child) => inline(child, source))
    .join('')
    .trim();
}

function inline(node: PhrasingContent, source: string): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\n/g, ' ');
    case 'break':
      return '\n';
    case 'inlineCode':
      return node.value;
    case 'link': {
      const words = plainText(node, source);
      return words === node.url ? words : `${words} (${node.url})`;
    }
    case 'emphasis':
    case 'strong':
    case 'delete':
      return plainText(node, source);
    default:
      return source.slice(node.position?.start.offset, node.position?.end.offset);
  }
}
