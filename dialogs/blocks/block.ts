import type { z } from 'zod';
import type { Block, Event, Library, Message, State, Target } from '../types';

/** What a directive's `parse` gets to read: `::name[label]{attributes}`, and for a container what stands inside. */
export interface Written<A> {
  line: number;
  label: string;
  attributes: A;
  inside: Block[];
  /** Reads a link; a broken one is reported and gives null. */
  target(link: string): Target | null;
}

/** One turn while it runs. Blocks add events to it and say where to go. */
export interface Turn {
  library: Library;
  state: State;
  message: Message | null;
  events: Event[];
  /** The latest question put to the person, so that an answer can be kept with it. */
  question: string | null;
  /** True when a step is shown again after an interruption: what was read already is not repeated. */
  again: boolean;
  /** Where the step leads without waiting for the person. */
  next: Target | null;
  /** Help near the person was listed in this step. */
  listed: boolean;
  /** True once a block has ended the step: nothing after it is run. */
  over: boolean;
  /** The flow's content is not what it was when the person last wrote. */
  changed: boolean;
  say(text: string): void;
  run(blocks: Block[]): void;
}

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

/** One kind of block: how it is written and what it does. One file each in this folder. */
export interface BlockType<T extends Block['type'] = Block['type'], A = Record<string, string>> {
  type: T;
  /** `leaf` is `::name`, `container` is `:::name ... :::`, `text` is a paragraph or a list and has no directive. */
  form: 'leaf' | 'container' | 'text';
  label: 'needed' | 'none';
  attributes: z.ZodType<A>;
  parse(written: Written<A>): Of<T> | null;
  run(block: Of<T>, turn: Turn): void;
  /** Every place this block can lead to by itself or by the person's choice. */
  targets(block: Of<T>): Target[];
  /** Does the step end with it? */
  ends: boolean;
}

/** Gives a block type the usual answers for what it leaves out. */
export function defineBlock<T extends Block['type'], A = Record<string, never>>(
  given: Pick<BlockType<T, A>, 'type' | 'attributes' | 'parse' | 'run'> & Partial<BlockType<T, A>>,
): BlockType {
  const whole: BlockType<T, A> = { form: 'leaf', label: 'none', targets: () => [], ends: false, ...given };
  return whole as unknown as BlockType;
}
