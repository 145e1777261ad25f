import { ABOUT } from '../../understanding/types';
import { answerKey } from '../answers';
import { blockTypes } from '../blocks';
import { holds } from '../blocks/when';
import { blankState } from '../step';
import type { Block, Condition, Flow, State, Step } from '../types';
import { allBlocks } from './site';

/** More ways than this to see one step, and no reader can follow it either. */
export const MAX_WORLDS = 5_000;
const OTHER_ANSWER = 'something else';

/** What a person sees of a step: the blocks in order, and the one that ends it, if any does. */
export interface View {
  world: State;
  blocks: Block[];
  end: Block | null;
}

/** Every way the conditions of these steps can fall out together; null when there are too many to look at. */
export function worldsOf(places: { flow: Flow; step: Step }[]): State[] | null {
  const tests = places.flatMap(({ flow, step }) =>
    allBlocks(step.blocks).flatMap((block) =>
      block.type === 'when' ? [{ at: { flow: flow.name, step: step.id }, test: block.test }] : [],
    ),
  );
  const answers = new Map<string, Set<string>>();
  for (const { at, test } of tests)
    for (const name of [test.answered, test.unanswered])
      if (name !== undefined) {
        const values = answers.get(answerKey(at, name)) ?? new Set(['', OTHER_ANSWER]);
        if (test.is !== undefined && name === test.answered) values.add(test.is);
        answers.set(answerKey(at, name), values);
      }
  const mentions = (part: keyof Condition) => tests.some(({ test }) => test[part] !== undefined);
  const young = mentions('young') ? [false, true] : [false];
  const phone = mentions('phone') ? [false, true] : [false];
  const short = mentions('short') ? [false, true] : [false];
  const rather = mentions('ratherPeer') ? [false, true] : [false];
  const about = mentions('about') ? [...ABOUT] : ['unknown'];
  const size = [...answers.values()].reduce(
    (product, values) => product * values.size,
    young.length * phone.length * short.length * rather.length * about.length,
  );
  if (size > MAX_WORLDS) return null;
  return [...answers].reduce<State[]>(
    (worlds, [key, values]) =>
      [...values].flatMap((value) =>
        worlds.map((world) => ({ ...world, answers: { ...world.answers, [key]: value } })),
      ),
    young.flatMap((young) =>
      phone.flatMap((phone) =>
        short.flatMap((short) =>
          rather.flatMap((ratherPeer) =>
            about.map((about) => ({ ...blankState(), young, phone, short, ratherPeer, about })),
          ),
        ),
      ),
    ),
  );
}

/** What is seen of a step in one world. */
export function view(flow: Flow, step: Step, world: State): View {
  const blocks: Block[] = [];
  let now: State = { ...world, at: { flow: flow.name, step: step.id } };
  const walk = (list: Block[]): Block | null => {
    for (const block of list) {
      if (block.type === 'when') {
        const end = holds(block.test, now) ? walk(block.blocks) : null;
        if (end) return end;
        continue;
      }
      blocks.push(block);
      if (block.type === 'forget') now = { ...blankState(), at: now.at };
      if (block.type === 'who') now = { ...now, ...block.who };
      if (block.type === 'short') now = { ...now, short: block.on };
      if (blockTypes[block.type].ends) return block;
    }
    return null;
  };
  const end = walk(step.blocks);
  return { world, blocks, end };
}

/** Every way a step can be seen. Empty when there are too many to look at, which a rule of its own reports. */
export function views(flow: Flow, step: Step): View[] {
  return (worldsOf([{ flow, step }]) ?? []).map((world) => view(flow, step, world));
}

/** The worlds in words, as far as they differ from any other: `for a child, about a friend`. */
export function inWords(all: View[], some: View[]): string {
  if (some.length === all.length) return '';
  const parts: string[] = [];
  const only = <T>(pick: (world: State) => T) => {
    const values = new Set(some.map(({ world }) => pick(world)));
    return values.size < new Set(all.map(({ world }) => pick(world))).size ? [...values] : [];
  };
  const young = only(({ young }) => young);
  if (young.length > 0) parts.push(young[0] ? 'for a child' : 'for an adult');
  const phone = only(({ phone }) => phone);
  if (phone.length > 0) parts.push(phone[0] ? 'on a phone' : 'on the web');
  const short = only(({ short }) => short);
  if (short.length > 0) parts.push(short[0] ? 'in few words' : 'in all words');
  const rather = only(({ ratherPeer }) => ratherPeer);
  if (rather.length > 0) parts.push(`for who would ${rather[0] ? '' : 'not '}rather talk with a peer`);
  const about = only(({ about }) => about);
  if (about.length > 0) parts.push(`with about="${about.join(' ')}"`);
  for (const key of Object.keys(some[0]?.world.answers ?? {})) {
    const values = only(({ answers }) => answers[key] ?? '');
    if (values.length > 0)
      parts.push(`with ${values.map((value) => (value ? `"${value}"` : 'no answer')).join(' or ')} to ${key}`);
  }
  return parts.length > 0 ? ` ${parts.join(', ')}` : ' for some people';
}
