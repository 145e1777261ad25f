import type { SourceFile } from './library';
import { parseFlow } from './parse';
import { parsePhrases } from './phrases';
import { shapeFaults } from './same-shape';
import type { Block, Choice, Fault, Flow, Library, Phrase, Step } from './types';

/** What is translated, and the English files it is made from: the steps a place has put in their stead stay as they are. */
export interface Translated {
  flows: SourceFile[];
  phrases: SourceFile[];
  of: ReadonlySet<string>;
}

/**
 * The library of a translation: the English one, with each step, phrase and title that is translated in place of the
 * English. Later ones go over earlier ones. Pure.
 */
export function translate(
  language: string,
  english: Library,
  translated: Translated[],
): { library: Library; faults: Fault[] } {
  const library: Library = {
    ...english,
    language,
    flows: Object.fromEntries(Object.entries(english.flows).map(([name, flow]) => [name, allBorrowed(flow)])),
    phrases: Object.fromEntries(Object.entries(english.phrases).map(([id, each]) => [id, borrowed(each)])),
  };
  const faults: Fault[] = [];
  for (const { flows, phrases, of } of translated) {
    for (const { path, text } of flows) {
      const { flow: own, faults: unread } = parseFlow(path, text, { whole: false });
      faults.push(...unread);
      const original = english.flows[own.name];
      const shared = library.flows[own.name];
      if (original && shared) library.flows[own.name] = over(shared, own, { original, of, faults });
      else faults.push(notThere(path, 1, `flow "${own.name}"`));
    }
    for (const { path, text } of phrases) {
      const read = parsePhrases(path, text);
      faults.push(...read.faults);
      for (const phrase of Object.values(read.phrases)) {
        const original = english.phrases[phrase.id];
        if (!original) faults.push(notThere(path, phrase.line, `phrase "${phrase.id}"`));
        else if (of.has(original.file)) library.phrases[phrase.id] = phrase;
      }
    }
  }
  return { library, faults };
}

interface Original {
  original: Flow;
  of: ReadonlySet<string>;
  faults: Fault[];
}

/** Lays the steps that are translated over those that are there. */
function over(shared: Flow, own: Flow, { original, of, faults }: Original): Flow {
  const steps = shared.steps.map((step) => {
    const before = original.steps.find(({ id }) => id === step.id);
    const translation = own.steps.find(({ id }) => id === step.id);
    if (!before || !translation || !of.has(before.file)) return step;
    faults.push(...shapeFaults(original.name, before, translation));
    return meaning(before, translation);
  });
  for (const { id, file, line } of own.steps)
    if (!original.steps.some((step) => step.id === id))
      faults.push(notThere(file, line, `step "${original.name}#${id}"`));
  const hasTitle = own.title !== own.name;
  return {
    ...shared,
    steps,
    version: `${shared.version}+${own.version}`,
    ...(hasTitle ? { title: own.title, file: own.file } : {}),
  };
}

/** Each choice remembers the English label it stands for, whether or not their number is the same. */
function meaning(before: Step, step: Step): Step {
  const labels = choicesIn(before.blocks).map(({ label }) => label);
  const named = (blocks: Block[]): Block[] =>
    blocks.map((block) => {
      if (block.type === 'when') return { ...block, blocks: named(block.blocks) };
      if (block.type !== 'choices') return block;
      return {
        ...block,
        choices: block.choices.map((choice) => ({ ...choice, means: labels.shift() ?? choice.label })),
      };
    });
  return { ...step, blocks: named(step.blocks) };
}

const choicesIn = (blocks: Block[]): Choice[] =>
  blocks.flatMap((block) =>
    block.type === 'when' ? choicesIn(block.blocks) : block.type === 'choices' ? block.choices : [],
  );

const borrowed = <T extends Step | Phrase>(each: T): T => ({ ...each, borrowed: true });
const allBorrowed = (flow: Flow): Flow => ({ ...flow, steps: flow.steps.map(borrowed) });

const notThere = (file: string, line: number, name: string): Fault => ({
  file,
  line,
  rule: 'translation',
  what: `there is no ${name} in English`,
  mend: 'name it as the English one is named, or take it out',
});
