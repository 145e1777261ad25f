import { allBlocks } from '../../dialogs/inspect/site';
import type { Block, Fault, Flow, Library } from '../../dialogs/types';
import { HARDEST_FLOW, plainWords, readingGrade } from './grade';
import type { Message } from './messages';

/** With fewer words than this a flow is no more than its messages, and they are graded each. */
const FEWEST_WORDS_OF_A_FLOW = 60;

export const FLOW_RULES = ['flow-grade', 'child-wording'] as const;

/** What is wrong with a flow as a whole. `messages`: all there are in its language. */
export function flowFaults({ flows }: Library, messages: Message[]): Fault[] {
  return Object.values(flows).flatMap((flow) => {
    const grade = gradeOf(flow, messages);
    return [
      ...(grade !== null && grade > HARDEST_FLOW
        ? [
            {
              ...first(flow),
              rule: FLOW_RULES[0],
              what: `this flow is hard to read as a whole (year ${grade.toFixed(1)}, ${HARDEST_FLOW} at most)`,
              mend: 'use shorter sentences and words, above all in its longest messages',
            },
          ]
        : []),
      ...(flow.topic !== null && !isForChildren(flow)
        ? [
            {
              ...first(flow),
              rule: FLOW_RULES[1],
              what: `"${flow.title}" begins with no words for a child`,
              mend: 'put what a child should read in :::when{young} in its first step',
            },
          ]
        : []),
    ];
  });
}

/** How hard a flow is to read as a whole; null where it says too little to tell. */
export function gradeOf({ name }: Pick<Flow, 'name'>, messages: Message[]): number | null {
  const said = messages.filter(({ group, kind }) => kind === 'message' && group.startsWith(`${name}#`));
  const text = said.map((message) => message.text.replace(/(?<=[\p{L}\p{N}])$/u, '.')).join(' ');
  return plainWords(text).length < FEWEST_WORDS_OF_A_FLOW ? null : readingGrade(text);
}

/** The writer may be a child wherever a topic begins. */
function isForChildren({ steps: [start] }: Flow): boolean {
  const isChilds = (block: Block) => block.type === 'when' && block.test.young === true;
  return start !== undefined && allBlocks(start.blocks).some(isChilds);
}

const first = ({ file, steps: [start] }: Flow) => ({ file: start?.file ?? file, line: start?.line ?? 1 });
