import type { Block, Library, Phrase } from './types';

/** A number in groups: among words that run from right to left its groups would change places. */
const NUMBER = /\+?\d+(?: \d+)+/g;
const ISOLATED = '\u2066$&\u2069';

/** The same words, with the groups of each number kept from left to right. */
export const inOrder = (text: string): string => text.replace(NUMBER, ISOLATED);

/** A library whose words run from right to left, with every number to call in its order. What is borrowed runs the other way. */
export function numbersInOrder(library: Library): Library {
  const flows = Object.entries(library.flows).map(([name, flow]) => {
    const steps = flow.steps.map((step) => (step.borrowed ? step : { ...step, blocks: step.blocks.map(blockInOrder) }));
    return [name, { ...flow, steps }] as const;
  });
  const phrases = Object.entries(library.phrases).map(([id, phrase]) => [id, phraseInOrder(phrase)] as const);
  const values = Object.entries(library.values).map(([name, value]) => [name, inOrder(value)] as const);
  return {
    ...library,
    flows: Object.fromEntries(flows),
    phrases: Object.fromEntries(phrases),
    values: Object.fromEntries(values),
  };
}

function blockInOrder(block: Block): Block {
  if (block.type === 'when') return { ...block, blocks: block.blocks.map(blockInOrder) };
  return block.type === 'say' ? { ...block, text: inOrder(block.text) } : block;
}

const phraseInOrder = (phrase: Phrase): Phrase =>
  phrase.borrowed ? phrase : { ...phrase, variants: phrase.variants.map((texts) => texts.map(inOrder)) };
