import { plainSigns, segments } from '../../adapters/phone/gsm';
import { asText } from '../../adapters/text';
import { type View, views } from '../../dialogs/inspect/worlds';
import { fill, phraseTexts } from '../../dialogs/phrases';
import type { Block, Fault, Flow, Library, Step } from '../../dialogs/types';
import type { LocalHelp } from '../../directory/by-hand';
import { helplinesFor, linesAt } from '../../directory/nearby';
import type { Content } from '../../read-content';

export const SEGMENTS_RULE = 'segments';
/** What one message may cost as a text message. More reads badly on an old phone, too. */
export const MOST_SEGMENTS = 2;

/** Where people live, what there is, and where that is written. */
export interface Locality extends Pick<Content, 'place' | 'helplines'> {
  file: string;
  lineOf(file: string, path: readonly PropertyKey[]): number;
}

/** A message as a phone shows it. */
interface Shown {
  file: string;
  line: number;
  text: string;
  choices: string[];
}

/**
 * Messages that take more segments than they may, with their choices as numbered lines. What is only known while people talk
 * (`{worker}`, what they said themselves) counts as its name.
 */
export function segmentWarnings(library: Library, locality: Locality): Fault[] {
  return [...segmentCounts(library, locality).values()]
    .filter(({ count }) => count > MOST_SEGMENTS)
    .map(({ shown: { file, line, text }, count }) => ({
      file,
      line,
      rule: SEGMENTS_RULE,
      what: `"${short(text)}" takes ${count} segments as a text message`,
      mend: `say it in ${MOST_SEGMENTS}, about 300 letters, with its choices`,
    }));
}

/** What each message costs at most as a text message, by `file:line`. */
export function segmentCounts(library: Library, locality: Locality): Map<string, { shown: Shown; count: number }> {
  const most = new Map<string, { shown: Shown; count: number }>();
  for (const shown of [...inSteps(library, locality), ...inPhrases(library), ...inHelp(library, locality)]) {
    const count = segments(asTexted(shown));
    const at = `${shown.file}:${shown.line}`;
    if (count > (most.get(at)?.count ?? 0)) most.set(at, { shown, count });
  }
  return most;
}

function asTexted({ text, choices }: Shown): string {
  const actions = choices.map((label) => ({ type: 'imBack', title: label, value: label }));
  return plainSigns(asText({ text, suggestedActions: { to: [], actions } })).replace(/[{}]/g, '');
}

/** Every message of every step, in every way a person on a phone can see the step. */
function inSteps(library: Library, locality: Locality): Shown[] {
  return Object.values(library.flows).flatMap((flow) =>
    flow.steps.flatMap((step) => onPhones(flow, step).flatMap((view) => inView(view, step.file, library, locality))),
  );
}

function onPhones(flow: Flow, step: Step): View[] {
  const all = views(flow, step);
  const phones = all.filter(({ world }) => world.phone);
  return phones.length > 0 ? phones : all;
}

/** Choices hang on the message before them. What is written elsewhere is told there, but for the choices it gets here. */
function inView({ blocks, world }: View, file: string, library: Library, locality: Locality): Shown[] {
  const messages: (Shown & { here: boolean })[] = [];
  for (const block of blocks) {
    if (block.type === 'choices') {
      const last = messages.at(-1);
      last?.choices.push(...block.choices.map(({ label }) => fill(label, library.values)));
      continue;
    }
    const here = 'text' in block || block.type === 'helplines';
    const choices = block.type === 'ask' ? phraseTexts(library, 'skip', 0) : [];
    const texts = said(block, library, locality, world.young === true);
    messages.push(...texts.map((text) => ({ file, line: block.line, text, choices, here })));
  }
  return messages.filter(({ here, choices }) => here || choices.length > 0);
}

/** What a block says. Nothing when that is only known while people talk. */
function said(block: Block, library: Library, { place, helplines }: Locality, young: boolean): string[] {
  switch (block.type) {
    case 'say':
    case 'ask':
    case 'ask-clearly':
      return [fill(block.text, library.values)];
    case 'phrase':
      return longest(library, [block.id]);
    case 'waiting':
      return longest(library, ['waiting-here', 'waiting-usual', 'waiting-open', 'waiting-closed']);
    case 'local-help':
      return place.help
        .map((help) => helpText(library, help))
        .sort((a, b) => b.length - a.length)
        .slice(0, 1);
    case 'helplines': {
      const lines = helplinesFor(linesAt(place, helplines), block.for, place.nation, young).map(
        ({ name, how, hours }) => phraseTexts(library, 'helpline-line', 0, { name, how, hours }).join('\n'),
      );
      return lines.length > 0 ? [lines.join('\n')] : [];
    }
    default:
      return [''];
  }
}

/** Of all variants of these phrases, the one that ends with the longest message. */
function longest(library: Library, ids: string[]): string[] {
  const variants = ids.flatMap((id) => {
    const count = library.phrases[id]?.variants.length ?? 0;
    return Array.from({ length: count }, (_, turn) => phraseTexts(library, id, turn));
  });
  return variants.sort((a, b) => (b.at(-1)?.length ?? 0) - (a.at(-1)?.length ?? 0))[0] ?? [];
}

function inPhrases({ phrases, values }: Library): Shown[] {
  return Object.values(phrases).flatMap(({ file, line, lines, variants }) =>
    variants.flatMap((texts, variant) =>
      texts.map((text, index) => ({
        file,
        line: lines[variant]?.[index] ?? line,
        text: fill(text, values),
        choices: [],
      })),
    ),
  );
}

function inHelp(library: Library, { place, file, lineOf }: Locality): Shown[] {
  return place.help.map((help, index) => ({
    file,
    line: lineOf(file, [index, 'name']),
    text: helpText(library, help),
    choices: [],
  }));
}

const helpText = (library: Library, { name, what, who, when, cost, next, checked }: LocalHelp): string =>
  phraseTexts(library, 'local-help-line', 0, { name, what, who, when, cost, next, checked }).join('\n');

function short(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
