import { join } from 'node:path';
import { inspect } from '../../dialogs/inspect';
import type { Fault } from '../../dialogs/types';
import { servedIn } from '../../directory/nearby';
import { type Content, placesIn, type ReadContent, readContent } from '../../read-content';
import { commandFaults } from './commands';
import { helpMessages, messagesOf } from './messages';
import { ownWordsFaults } from './own-words';
import { safetyFaults } from './safety';
import { segmentWarnings } from './segments';
import { styleFaults } from './style';

/** What was found in a content folder, sorted by file and line, and how much was looked at. */
export interface Checked {
  faults: Fault[];
  /** What is not wrong, but could be better. */
  warnings: Fault[];
  files: number;
  steps: number;
  messages: number;
}

/** Checks everything in a content folder, for every place in it. */
export function checkContent(dir: string): Checked {
  const files = new Set<string>();
  const steps = new Set<string>();
  const messages = new Set<string>();
  const faults = new Map<string, Fault>();
  const warnings = new Map<string, Fault>();
  const places = placesIn(dir);
  // Without any place, what is missing is told as if there were one.
  for (const place of places.length > 0 ? places : ['example']) {
    const read = readContent(dir, place);
    for (const file of read.files) files.add(file);
    const found = read.content
      ? checkRead(dir, place, read, read.content)
      : { faults: [], warnings: [], steps: [], messages: [] };
    for (const step of found.steps) steps.add(step);
    for (const message of found.messages) messages.add(message);
    for (const fault of [...read.faults, ...found.faults]) faults.set(JSON.stringify(fault), fault);
    for (const warning of found.warnings) warnings.set(JSON.stringify(warning), warning);
  }
  return {
    faults: [...faults.values()].sort(inOrder),
    warnings: [...warnings.values()].sort(inOrder),
    files: files.size,
    steps: steps.size,
    messages: messages.size,
  };
}

function checkRead(dir: string, place: string, { lineOf }: ReadContent, content: Content) {
  const lines = servedIn(content.helplines, content.place.nation);
  const helpFile = join(dir, 'places', place, 'help.yaml');
  const help = helpMessages(content, { help: helpFile, helplines: join(dir, 'helplines.yaml') }, lineOf);
  const found = Object.values(content.libraries).map((library) => {
    const { language } = library;
    const commands = content.commands[language] ?? {};
    const words = content.words[language] ?? [];
    const understanding = content.understanding[language];
    const messages = [...messagesOf(library), ...help];
    const at = join(dir, language);
    return {
      messages: messages.map(({ file, line, text }) => `${file}:${line}:${text}`),
      steps: Object.values(library.flows).flatMap(({ steps }) => steps.map(({ file, line }) => `${file}:${line}`)),
      faults: [
        ...inspect(library, commands, lines),
        ...styleFaults(messages, words),
        ...commandFaults(join(at, 'commands.yaml'), commands, library, lineOf),
        ...(understanding ? safetyFaults(at, understanding, lineOf) : []),
        ...ownWordsFaults(at, content.page[language], content.desk[language], lineOf),
      ],
      warnings: segmentWarnings(library, { ...content, file: helpFile, lineOf }),
    };
  });
  return {
    faults: found.flatMap(({ faults }) => faults),
    warnings: found.flatMap(({ warnings }) => warnings),
    steps: found.flatMap(({ steps }) => steps),
    messages: found.flatMap(({ messages }) => messages),
  };
}

function inOrder(a: Fault, b: Fault): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || (a.rule < b.rule ? -1 : 1);
}
