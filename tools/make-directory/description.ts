import type { Dice } from './dice';
import { type Block, markupOf } from './markup';
import { FINDING, JOINING, OFFICER, REFERRING, RUNNING } from './sentences/general';
import { SECTIONS } from './sentences/long';
import type { Facts, KindOfHelp, TopicBank } from './types';
import { worded } from './wording';

/** In characters, markup included: the longest that was seen in a feed. */
const LONGEST = 7_968;
/** In characters without markup. */
const MEDIAN = 485;
const SPREAD = 0.8;
/** What is longer has whole sections pasted in from elsewhere. */
const LONG = 1_200;
const NEXT_TO_NOTHING = ['See website.', 'Please contact us for details.', 'TBC', 'Support group', 'As above.'];

/** What is said of a service, with markup and all, in the lengths of real feeds. */
export function describe(kind: KindOfHelp, bank: TopicBank, facts: Facts, dice: Dice): string | null {
  if (dice.chance(0.01)) return null;
  if (dice.chance(0.02)) return `<p>${dice.pick(NEXT_TO_NOTHING)}</p>`;
  const length = dice.longTailed(MEDIAN, SPREAD);
  const say = (sentence: string) => worded(sentence, facts, dice);
  const sentences = fitting(sentencesOf(kind, bank, dice), Math.min(length, LONG), (said) => said.length).map(say);
  const sections = fitting(pasted(dice, say), length - LONG, sizeOf);
  return markupOf(dice)([...inParagraphs(sentences, dice), ...sections]).slice(0, LONGEST);
}

/** What it does comes first, then what all help with this topic says, then what anybody says. */
function sentencesOf(kind: KindOfHelp, bank: TopicBank, dice: Dice): string[] {
  const sometimes = (share: number, from: readonly string[]) => (dice.chance(share) ? dice.some(from, 1) : []);
  const formal = kind.by === 'formal';
  const general = [...bank.more, ...RUNNING, ...(kind.secret ? [] : FINDING), ...(formal ? OFFICER : [])];
  return [
    ...new Set([
      dice.pick(kind.leads),
      ...dice.some(kind.more, dice.between(1, 3)),
      ...sometimes(0.5, bank.more),
      ...sometimes(0.45, kind.who),
      ...sometimes(formal ? 0.5 : 0.1, OFFICER),
      ...sometimes(0.5, formal ? [...JOINING, ...REFERRING] : JOINING),
      ...dice.some(kind.more, kind.more.length),
      ...dice.some(general, general.length),
    ]),
  ];
}

/** The first of them, until there is as much as is wanted. */
function fitting<T>(parts: Iterable<T>, wanted: number, size: (part: T) => number): T[] {
  const taken: T[] = [];
  let sum = 0;
  for (const part of parts) {
    if (sum >= wanted) break;
    taken.push(part);
    sum += size(part);
  }
  return taken;
}

function inParagraphs(sentences: string[], dice: Dice): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < sentences.length; ) {
    const count = dice.between(1, 4);
    blocks.push({ is: 'paragraph', sentences: sentences.slice(from, from + count) });
    from += count;
  }
  return blocks;
}

function* pasted(dice: Dice, say: (sentence: string) => string): Generator<Block> {
  for (const { heading, sentences, list } of dice.some(SECTIONS, SECTIONS.length)) {
    yield { is: 'heading', text: heading };
    const chosen = dice.some(sentences, dice.between(3, sentences.length)).map(say);
    yield list ? { is: 'list', items: chosen } : { is: 'paragraph', sentences: chosen };
  }
}

function sizeOf(block: Block): number {
  if (block.is === 'heading') return block.text.length;
  return (block.is === 'list' ? block.items : block.sentences).join(' ').length;
}
