import { join } from 'node:path';
import { inspect } from '../../dialogs/inspect';
import type { Fault } from '../../dialogs/types';
import { linesAt, servedIn } from '../../directory/nearby';
import { type Content, placesIn, type ReadContent, readContent } from '../../read-content';
import type { PlainWords } from '../../web/desk/shared/plain-words';
import { commandFaults } from './commands';
import { helpDates, helplineDates, readersDates } from './dates';
import { flowFaults } from './flows';
import { helpMessages, messagesOf } from './messages';
import { ownWordsFaults } from './own-words';
import { isWarning } from './plain';
import { privateFaults } from './private';
import { safetyFaults } from './safety';
import { savedMessages, savedValueFaults } from './saved-replies';
import { segmentWarnings } from './segments';
import { styleFaults } from './style';
import { outdatedWarnings, translationFaults } from './translations';

/** What was found in a content folder, sorted by file and line, and how much was looked at. */
export interface Checked {
  faults: Fault[];
  /** What is not wrong, but could be better. */
  warnings: Fault[];
  files: number;
  steps: number;
  messages: number;
}

const NO_WORDS: PlainWords = { jargon: [], letters: new Set() };

/** Checks everything in a content folder, for every place in it. `today`: `YYYY-MM-DD`. */
export function checkContent(dir: string, today: string): Checked {
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
      ? checkRead(dir, { place, today }, read, read.content)
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

function checkRead(
  dir: string,
  { place, today }: { place: string; today: string },
  { lineOf }: ReadContent,
  content: Content,
) {
  const lines = servedIn(linesAt(content.place, content.helplines), content.place.nation);
  const here = (name: string) => join(dir, 'places', place, name);
  const files = {
    place: here('place.yaml'),
    help: here('help.yaml'),
    local: here('helplines.yaml'),
    national: join(dir, 'helplines.yaml'),
  };
  const help = helpMessages(content, files, lineOf);
  const dates = [
    helplineDates(content.helplines, files.national, lineOf, today),
    helplineDates(content.place.helplines, files.local, lineOf, today),
  ];
  const found = Object.values(content.libraries).map((library) => {
    const { language } = library;
    const commands = content.commands[language] ?? {};
    const words = content.words[language] ?? NO_WORDS;
    const understanding = content.understanding[language];
    const saved = content.savedReplies[language] ?? [];
    const messages = [...messagesOf(library), ...help, ...savedMessages(saved)];
    const style = styleFaults(messages, words);
    const at = join(dir, language);
    return {
      messages: messages.map(({ file, line, text }) => `${file}:${line}:${text}`),
      steps: Object.values(library.flows).flatMap(({ steps }) => steps.map(({ file, line }) => `${file}:${line}`)),
      faults: [
        ...inspect(library, commands, lines),
        ...style.filter((fault) => !isWarning(fault)),
        ...flowFaults(library, messages),
        ...privateFaults(library),
        ...savedValueFaults(saved, Object.keys(library.values)),
        ...commandFaults(join(at, 'commands.yaml'), commands, library, lineOf),
        ...(understanding ? safetyFaults(at, understanding, lineOf) : []),
        ...ownWordsFaults(at, content.page[language], content.desk[language], lineOf),
      ],
      warnings: [
        ...style.filter(isWarning),
        ...segmentWarnings(library, { ...content, file: files.help, lineOf }),
        ...readersDates(library.flows, today),
      ],
    };
  });
  const translations = Object.values(content.translations);
  return {
    faults: [
      ...dates.flatMap(({ faults }) => faults),
      ...found.flatMap(({ faults }) => faults),
      ...translations.flatMap((each) => translationFaults(dir, each, lines, lineOf)),
    ],
    warnings: [
      ...dates.flatMap(({ warnings }) => warnings),
      ...helpDates(content.place.help, files.help, lineOf, today),
      ...found.flatMap(({ warnings }) => warnings),
      ...translations.flatMap(outdatedWarnings),
    ],
    steps: found.flatMap(({ steps }) => steps),
    messages: found.flatMap(({ messages }) => messages),
  };
}

function inOrder(a: Fault, b: Fault): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || (a.rule < b.rule ? -1 : 1);
}
