import { fill } from '../phrases';
import { REQUIRED_PHRASES } from '../required';
import type { Choice, Library } from '../types';
import { allBlocks, type Rule, stepsOf } from './site';

/** WhatsApp shows up to three choices as buttons and up to ten as a list, and cuts labels off. */
const BUTTONS = { count: 3, letters: 20 };
const LIST = { count: 10, letters: 24 };

/** `leadsTo`: the flow at whose start it leads, if it is a start. */
type Label = { file: string; line: number; label: string; leadsTo: string | null };

/** How a label is compared: without capitals, signs and doubled spaces. */
export function plainLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/[.,'’?!"“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A label that is also a word that works anywhere would mean two things, unless it leads where that word does. */
export const labelIsCommand: Rule = {
  name: 'label-command',
  find({ library, commands }) {
    const words = new Map(
      Object.entries(commands).flatMap(([name, ways]) => ways.map((way) => [plainLabel(way), name])),
    );
    return [...choiceLabels(library), ...titleLabels(library)].flatMap(({ file, line, label, leadsTo }) => {
      const command = words.get(plainLabel(label));
      if (command === undefined || command === leadsTo) return [];
      return [{ file, line, what: `"${label}" already means "${command}" everywhere`, mend: 'say it in other words' }];
    });
  },
};

/** Two labels that read the same cannot be told apart in a written reply. */
export const labelTwice: Rule = {
  name: 'label-twice',
  find: ({ library }) =>
    lists(library).flatMap(({ choices }) =>
      choices
        .filter(
          ({ label }, index) => choices.findIndex((other) => plainLabel(other.label) === plainLabel(label)) < index,
        )
        .map(({ file, line, label }) => ({
          file,
          line,
          what: `another choice here is "${label}" too`,
          mend: 'make them tell apart',
        })),
    ),
};

/** Labels are cut off on WhatsApp when they are longer. */
export const labelLong: Rule = {
  name: 'label-long',
  find({ library }) {
    const inLists = lists(library).flatMap(({ choices }) => {
      const { letters } = choices.length <= BUTTONS.count ? BUTTONS : LIST;
      return choices.map((choice) => ({ ...choice, letters, why: `among ${choices.length}` }));
    });
    const alone = [...titleLabels(library), ...phraseLabels(library)].map((each) => ({
      ...each,
      letters: BUTTONS.letters,
      why: 'as a choice of its own',
    }));
    return [...inLists, ...alone]
      .filter(({ label, letters }) => [...label].length > letters)
      .map(({ file, line, label, letters, why }) => ({
        file,
        line,
        what: `"${label}" has ${[...label].length} characters; WhatsApp shows ${letters} ${why}`,
        mend: 'say it shorter',
      }));
  },
};

/** WhatsApp lists ten choices at most, and nobody wants to read more. */
export const tooManyChoices: Rule = {
  name: 'too-many-choices',
  find: ({ library }) =>
    lists(library)
      .filter(({ choices }) => choices.length > LIST.count)
      .map(({ file, line, choices }) => ({
        file,
        line,
        what: `${choices.length} choices at once`,
        mend: `offer ${LIST.count} at most, with one that leads to more`,
      })),
};

function lists(library: Library) {
  const label =
    (file: string) =>
    ({ label, line, to }: Choice): Label => ({
      file,
      line,
      label: fill(label, library.values),
      leadsTo: to.kind === 'step' && to.step === '' ? to.flow : null,
    });
  return stepsOf(library).flatMap(({ step }) =>
    allBlocks(step.blocks).flatMap(({ line, ...block }) =>
      block.type === 'choices' ? [{ file: step.file, line, choices: block.choices.map(label(step.file)) }] : [],
    ),
  );
}

const choiceLabels = (library: Library) => lists(library).flatMap(({ choices }) => choices);

/** A topic's flow and the way to a person are offered by their titles. */
function titleLabels(library: Library): Label[] {
  return Object.values(library.flows)
    .filter(({ topic, name }) => topic !== null || name === 'person')
    .map(({ file, title, name }) => ({ file, line: 1, label: title, leadsTo: name }));
}

function phraseLabels(library: Library): Label[] {
  return Object.entries(REQUIRED_PHRASES).flatMap(([id, { label }]) => {
    const phrase = label && library.phrases[id];
    if (!phrase) return [];
    return phrase.variants.map((texts) => ({
      file: phrase.file,
      line: phrase.line,
      label: fill(texts[0] ?? '', library.values),
      leadsTo: null,
    }));
  });
}
