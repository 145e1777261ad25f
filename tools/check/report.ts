import type { Library } from '../../dialogs/types';
import type { Coverage } from './coverage';
import { gradeOf } from './flows';
import { plainWords } from './grade';
import type { Message } from './messages';

/** One flow in figures. */
export interface FlowFigures {
  flow: string;
  steps: number;
  messages: number;
  /** School year; null: too little is said to tell. */
  grade: number | null;
  /** On average. */
  wordsAMessage: number;
  /** Of the longest message with its choices, as a text message. */
  segments: number;
  /** Parts from 0 to 1 that conversation tests reach. */
  stepsReached: number;
  choicesReached: number;
  checkedOn: string | null;
}

/** Every flow in figures, by name. `segments`: how many a message takes at each `file:line`. */
export function flowFigures(
  { flows }: Library,
  messages: Message[],
  segments: ReadonlyMap<string, { count: number }>,
  { steps, choices }: Coverage,
): FlowFigures[] {
  return Object.values(flows)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((flow) => {
      const own = messages.filter(({ group, kind }) => kind === 'message' && group.startsWith(`${flow.name}#`));
      const words = own.reduce((sum, { text }) => sum + plainWords(text).length, 0);
      const part = ({ all, reached }: Coverage['steps']) => {
        const mine = all.filter((name) => name.startsWith(`${flow.name}#`));
        return mine.length === 0 ? 1 : mine.filter((name) => reached.has(name)).length / mine.length;
      };
      return {
        flow: flow.name,
        steps: flow.steps.length,
        messages: own.length,
        grade: gradeOf(flow, messages),
        wordsAMessage: own.length === 0 ? 0 : words / own.length,
        segments: Math.max(0, ...own.map(({ file, line }) => segments.get(`${file}:${line}`)?.count ?? 0)),
        stepsReached: part(steps),
        choicesReached: part(choices),
        checkedOn: flow.checkedOn,
      };
    });
}

/** The figures as a table for the terminal, the closing line over all flows. */
export function asTable(figures: FlowFigures[]): string {
  const percent = (part: number) => `${Math.floor(part * 100)}%`;
  const rows = figures.map((each) => [
    each.flow,
    String(each.steps),
    String(each.messages),
    each.grade?.toFixed(1) ?? '-',
    each.wordsAMessage.toFixed(0),
    String(each.segments),
    percent(each.stepsReached),
    percent(each.choicesReached),
    each.checkedOn ?? 'not yet',
  ]);
  const head = [
    'flow',
    'steps',
    'messages',
    'grade',
    'words',
    'texts',
    'steps in tests',
    'choices in tests',
    'read by others',
  ];
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return table.map(line).join('\n');
}
