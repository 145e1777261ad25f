import type { Block, Fault, Flow, Library, Step, Target } from '../types';

/** What the rules look at. */
export interface Site {
  library: Library;
  /** Words that work anywhere, by command. */
  commands: Record<string, string[]>;
  /** What helplines there are for: shown to everybody, and to children besides. */
  helplines: { everybody: string[]; children: string[] };
}

/** One rule: finds every place where it is broken. */
export interface Rule {
  name: string;
  find(site: Site): Omit<Fault, 'rule'>[];
}

/** Every step of every flow. */
export function stepsOf(library: Library): { flow: Flow; step: Step }[] {
  return Object.values(library.flows).flatMap((flow) => flow.steps.map((step) => ({ flow, step })));
}

/** Every block of a list, those inside `:::when` too. */
export function allBlocks(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => (block.type === 'when' ? [block, ...allBlocks(block.blocks)] : [block]));
}

/** Every list of blocks: the step's own, and that of each `:::when`. */
export function allLists(blocks: Block[]): Block[][] {
  return [blocks, ...blocks.flatMap((block) => (block.type === 'when' ? allLists(block.blocks) : []))];
}

/** Every link of a block, with the line it stands on. */
export function linksOf(block: Block): { to: Target; line: number }[] {
  if (block.type === 'choices') return block.choices;
  if (block.type === 'go') return [block];
  if ('next' in block) return [{ to: block.next, line: block.line }];
  return [];
}

/** As links are written: `money.md#chased`. */
export function shown(flow: Flow, step: Step): string {
  return `${flow.name}.md#${step.id}`;
}
