import { fill } from '../../dialogs/phrases';
import { gradeInFigures } from './figures';
import { widthOf, wrap } from './letters';
import type { Box, Cause, Leading } from './map';
import type { PreviewWords } from './words';

/** Sizes on the map, in its own units: about a pixel each. */
export const TITLE = { size: 15, line: 19 };
export const SMALL = { size: 12.5, line: 16 };
export const PAD = 10;
const ROW = 23;
const ARROW = 22;
/** Bold letters are wider. */
const BOLD = 1.08;
const TITLE_LETTERS = 24;

/** One way on, as a row of its step. Its arrow goes all the way, or to a small rounded box beside it. */
export interface Row {
  lead: Leading;
  y: number;
  label: string;
  chip: { x: number; width: number; text: string } | null;
}

/** A step as it is drawn; everything in it is measured from its upper left corner. */
export interface Card {
  box: Box;
  title: string[];
  /** How hard it is to read, and whether tests reach it. */
  facts: string;
  headHeight: number;
  rows: Row[];
  width: number;
  height: number;
}

export function cardOf(box: Box, words: PreviewWords): Card {
  const title = wrap(box.title, TITLE_LETTERS);
  const facts = factsOf(box, words);
  const headHeight = PAD + title.length * TITLE.line + (facts ? SMALL.line : 0) + PAD - 2;
  const labels = box.leads.map(({ by }) => causeInWords(by, words));
  const chipX = PAD + Math.max(0, ...labels.map((label) => widthOf(label, SMALL.size))) + ARROW;
  const rows = box.leads.map((lead, index): Row => {
    const y = headHeight + PAD / 2 + index * ROW + ROW / 2;
    const { link } = lead.way;
    const chip = lead.drawn ? null : { x: chipX, width: widthOf(link, SMALL.size) + 16, text: link };
    return { lead, y, label: labels[index] ?? '', chip };
  });
  const width = Math.max(
    ...title.map((line, index) => widthOf(line, TITLE.size) * BOLD + PAD * 2 + (index === 0 ? TITLE.size + PAD : 0)),
    widthOf(facts, SMALL.size) + PAD * 2,
    ...rows.map(({ label, chip }) => (chip ? chip.x + chip.width : PAD + widthOf(label, SMALL.size)) + PAD),
  );
  return {
    box,
    title,
    facts,
    headHeight,
    rows,
    width,
    height: headHeight + (rows.length > 0 ? rows.length * ROW + PAD : 0),
  };
}

function factsOf({ grade, reached, first }: Box, { map, figures }: PreviewWords): string {
  const hard = grade === null ? null : fill(figures.grade, { grade: gradeInFigures(grade) });
  const tested = reached === null ? null : reached ? `✓ ${map.reached}` : `✗ ${map['not-reached']}`;
  return [first ? map.first : null, hard, tested].filter((part) => part !== null).join(' · ');
}

/** What makes somebody go on, as a label. */
export function causeInWords(cause: Cause, { map }: PreviewWords): string {
  if (cause.kind === 'choice') return cause.label;
  return cause.kind === 'answer' ? map.answer : map['by-itself'];
}
