import type { Dice } from './dice';

/** A part of a description before it is marked up. */
export type Block =
  | { is: 'paragraph'; sentences: string[] }
  | { is: 'heading'; text: string }
  | { is: 'list'; items: string[] };

/** Writes blocks as one kind of editor leaves them. */
type Markup = (blocks: Block[]) => string;

/** The inside of a block; how headings and items begin and end is the editor's. */
function inside(block: Block, heading: (text: string) => string, item: (text: string) => string): string {
  if (block.is === 'paragraph') return block.sentences.join(' ');
  return block.is === 'heading' ? heading(block.text) : block.items.map(item).join('');
}

const between = (before: string, after: string) => (text: string) => `${before}${text}${after}`;
const entities = (text: string) => text.replaceAll('&', '&amp;').replaceAll('’', '&rsquo;').replaceAll('£', '&pound;');

const tidy: Markup = (blocks) =>
  blocks
    .map((block) => {
      const inner = entities(inside(block, between('<strong>', '</strong>'), between('<li>', '</li>')));
      return block.is === 'list' ? `<ul>${inner}</ul>` : `<p>${inner}</p>`;
    })
    .join('');

const breaks: Markup = (blocks) =>
  blocks.map((block) => `${inside(block, between('<b>', '</b>'), between('&bull; ', '<br>'))}<br />`).join('<br />');

const divs: Markup = (blocks) =>
  blocks
    .map((block) => inside(block, between('<h3>', '</h3>'), between('<div>-&nbsp;', '</div>')))
    .map((inner) => `<div>${inner.replaceAll('. ', '.&nbsp; ')}</div>\r\n`)
    .join('<div>&nbsp;</div>');

const WORD_SPAN = '<span style="font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif">';
const word: Markup = (blocks) =>
  blocks
    .map((block) => inside(block, between('<b>', '<o:p></o:p></b>'), between('·&nbsp;&nbsp; ', '<br>')))
    .map(between(`<p class="MsoNormal" style="margin-bottom:0cm">${WORD_SPAN}`, '</span></p>\n'))
    .join('');

/** Tags that were opened are not closed, and some are closed that were not opened. */
const broken: Markup = (blocks) =>
  blocks.map((block) => `<p>${inside(block, between('</div><h2>', ''), between('<li>', ''))}`).join('');

/** Escaped once too often on the way, so that people are shown the tags. */
const escaped: Markup = (blocks) =>
  tidy(blocks).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const plain: Markup = (blocks) =>
  blocks.map((block) => inside(block, (text) => text.toUpperCase(), between('* ', '\n'))).join('\n\n');

/** In the shares of real feeds, of which 94 to 100% have markup. */
const STYLES: readonly (readonly [share: number, style: Markup])[] = [
  [0.52, tidy],
  [0.18, breaks],
  [0.12, divs],
  [0.08, word],
  [0.05, broken],
  [0.02, escaped],
  [0.03, plain],
];

export const markupOf = (dice: Dice): Markup => dice.weighted(STYLES);
