import { TOPICS } from '../../understanding/types';
import type { Missed, Row } from './figures';

/** One thing that was measured. */
export interface Section {
  title: string;
  rows: Record<string, Row>;
  missed: Missed[];
}

/** The one column that counts; every other number is a share. */
const COUNTED = 'messages';

const percent = (value: number | string) =>
  typeof value === 'number' ? `${Math.round(value * 1000) / 10}%` : String(value);

/** The figures as Markdown tables, one a section. */
export function figuresAsMarkdown(sections: Section[]): string {
  return sections.map(({ title, rows }) => `### ${title}\n\n${table(rows)}`).join('\n\n');
}

/** Rows: what a message was about. Columns: what it was taken for. Only mistakes are counted. */
export function confusionAsMarkdown(confusion: Map<string, number>): string {
  return `### Topics that were taken for others\n\n${table(confusionRows(confusion), String)}`;
}

export function confusionRows(confusion: Map<string, number>): Record<string, Row> {
  const taken = [...TOPICS, '-'];
  return Object.fromEntries(
    TOPICS.map((wanted) => [
      wanted,
      Object.fromEntries(taken.map((got) => [got, confusion.get(`${wanted} ${got}`) ?? ''])),
    ]),
  );
}

/** Every message that was not read as it should have been. */
export function missedAsMarkdown(sections: Section[]): string {
  const lines = sections
    .filter(({ missed }) => missed.length > 0)
    .map(({ title, missed }) => `## ${title}\n\n${missed.map(lineOf).join('\n')}`);
  return `# What was missed\n\nWritten by \`npm run measure -- --write\`. Messages of the development sets that were not read as they should have been.\n\n${lines.join('\n\n')}\n`;
}

const lineOf = ({ text, wanted, got }: Missed) =>
  `- ${text.replace(/\s+/g, ' ').replace(/[*_`<>[\]|\\]/g, '\\$&')} (wanted ${wanted}; got ${got || 'nothing'})`;

function table(rows: Record<string, Row>, shown = percent): string {
  const columns = Object.keys(Object.values(rows)[0] ?? {});
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const cell = (column: string, value: number | string) => (column === COUNTED ? String(value) : shown(value));
  return [
    line(['', ...columns]),
    line(['', ...columns].map(() => '---')),
    ...Object.entries(rows).map(([name, row]) =>
      line([name, ...columns.map((column) => cell(column, row[column] ?? ''))]),
    ),
  ].join('\n');
}

const [START, END] = ['<!-- measured -->', '<!-- /measured -->'];

/** Puts figures between the marks of a document. Throws when it has none. */
export function withFigures(document: string, figures: string): string {
  const [start, end] = [document.indexOf(START), document.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`The document needs ${START} and ${END} where figures go.`);
  return `${document.slice(0, start + START.length)}\n\n${figures}\n\n${document.slice(end)}`;
}
