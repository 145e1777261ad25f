import { createHash } from 'node:crypto';
import type { List, Paragraph, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { TOPICS } from '../understanding/types';
import { blockTypes } from './blocks';
import { plainText, readMarkdown, slug } from './markdown';
import { readTarget } from './targets';
import type { Block, Choice, Fault, Flow, Step, Target } from './types';

const frontMatter = z
  .strictObject({
    title: z.string().min(1),
    topic: z.enum(TOPICS).optional(),
    'checked-with': z.string().min(1).optional(),
    'checked-on': z.iso.date().optional(),
  })
  .refine((given) => 'checked-with' in given === 'checked-on' in given, 'checked-with and checked-on come together');

/** What is known while one file is read. */
interface Reading {
  file: string;
  source: string;
  flow: string;
  faults: Fault[];
}

const lineOf = (node: RootContent) => node.position?.start.line ?? 1;

function fault(reading: Reading, line: number, what: string, mend: string): null {
  reading.faults.push({ file: reading.file, line, rule: 'form', what, mend });
  return null;
}

/**
 * Reads one flow. `file` ends in `<name>.md`. Whatever is wrong is in `faults`; the flow holds all that could be read.
 * One that is not `whole` goes over another, and need have no title or step of its own.
 */
export function parseFlow(file: string, source: string, { whole = true } = {}): { flow: Flow; faults: Fault[] } {
  const name = file.replace(/^.*\//, '').replace(/\.md$/, '');
  const reading: Reading = { file, source, flow: name, faults: [] };
  const version = createHash('sha256').update(source).digest('base64url').slice(0, 12);
  const flow: Flow = { name, file, title: name, topic: null, checkedWith: null, checkedOn: null, version, steps: [] };
  for (const node of readMarkdown(source).children) {
    if (node.type === 'yaml') readFrontMatter(reading, flow, node.value);
    else if (node.type === 'heading')
      flow.steps.push(newStep(reading, flow, node.depth, plainText(node, source), lineOf(node)));
    else addBlock(reading, flow.steps.at(-1), node);
  }
  if (whole && flow.title === name && !source.startsWith('---')) {
    fault(reading, 1, 'the flow has no title', 'start the file with a block like "---", "title: Money worries", "---"');
  }
  if (whole && flow.steps.length === 0) fault(reading, 1, 'the flow has no step', 'write a heading such as "# Start"');
  for (const step of flow.steps) step.targets = blocksTargets(step.blocks);
  return { flow, faults: reading.faults };
}

function readFrontMatter(reading: Reading, flow: Flow, yaml: string): void {
  try {
    const read = frontMatter.parse(parseYaml(yaml));
    flow.title = read.title;
    flow.topic = read.topic ?? null;
    flow.checkedWith = read['checked-with'] ?? null;
    flow.checkedOn = read['checked-on'] ?? null;
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    fault(
      reading,
      1,
      `the block at the top cannot be read (${why.replace(/\s+/g, ' ')})`,
      'give it a title, and a topic from the list or none',
    );
  }
}

function newStep(reading: Reading, flow: Flow, depth: number, title: string, line: number): Step {
  const id = slug(title);
  if (depth !== 1)
    fault(
      reading,
      line,
      `"${title}" is a smaller heading`,
      'a step is a heading with one #; a rule (---) needs an empty line above it',
    );
  if (flow.steps.some((step) => step.id === id)) {
    fault(reading, line, `there are two steps "${id}"`, 'give one of them another heading');
  }
  return { id, title, file: reading.file, line, blocks: [], targets: [] };
}

function addBlock(reading: Reading, step: Step | undefined, node: RootContent): void {
  if (!step) {
    fault(reading, lineOf(node), 'words before the first heading', 'put them under a heading such as "# Start"');
    return;
  }
  const block = readBlock(reading, node);
  if (block) step.blocks.push(block);
}

function readBlock(reading: Reading, node: RootContent): Block | null {
  switch (node.type) {
    case 'paragraph':
      return { type: 'say', line: lineOf(node), text: plainText(node, reading.source) };
    case 'list':
      return {
        type: 'choices',
        line: lineOf(node),
        choices: node.children.flatMap((item) => readChoice(reading, item) ?? []),
      };
    case 'leafDirective':
    case 'containerDirective':
      return readDirective(reading, node);
    default:
      return fault(
        reading,
        lineOf(node),
        `a ${node.type} has no meaning in a flow`,
        'write a paragraph, a list of links or a directive',
      );
  }
}

function readChoice(reading: Reading, item: List['children'][number]): Choice | null {
  const line = item.position?.start.line ?? 1;
  const [paragraph, more] = item.children;
  const [link, rest] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  if (link?.type !== 'link' || rest || more) {
    return fault(reading, line, 'a choice is not just a link', 'write "- [What they pick](#step)"');
  }
  const to = target(reading, line, link.url);
  return to && { label: plainText(link, reading.source), to, line };
}

function target(reading: Reading, line: number, link: string): Target | null {
  const to = readTarget(link, reading.flow);
  return (
    to ??
    fault(
      reading,
      line,
      `the link "${link}" leads nowhere`,
      'use #step, flow.md, flow.md#step, a flow such as person, back or carry-on',
    )
  );
}

function readDirective(reading: Reading, node: LeafDirective | ContainerDirective): Block | null {
  const line = lineOf(node);
  const kind = Object.values(blockTypes).find((each) => each.type === node.name && each.form !== 'text');
  if (!kind)
    return fault(
      reading,
      line,
      `there is no directive "${node.name}"`,
      'see docs/writing-flows.md for those there are',
    );
  const container = node.type === 'containerDirective';
  if (container !== (kind.form === 'container')) {
    return fault(
      reading,
      line,
      `"${node.name}" has the wrong number of colons`,
      `write ${kind.form === 'container' ? `:::${node.name} ... :::` : `::${node.name}`}`,
    );
  }
  const label = container ? '' : plainText(node as { children: Paragraph['children'] }, reading.source);
  if ((label !== '') !== (kind.label === 'needed')) {
    return fault(
      reading,
      line,
      `"${node.name}" ${label ? 'has words it does not use' : 'has no words'}`,
      label ? `write ::${node.name} without [...]` : `write ::${node.name}[the words]`,
    );
  }
  const attributes = kind.attributes.safeParse(node.attributes ?? {});
  if (!attributes.success) {
    const why = z.prettifyError(attributes.error).replace(/\s+/g, ' ');
    return fault(
      reading,
      line,
      `"${node.name}" is not filled in right (${why})`,
      'see docs/writing-flows.md for what goes in {...}',
    );
  }
  const inside = container ? node.children.flatMap((child) => readBlock(reading, child) ?? []) : [];
  return kind.parse({
    line,
    label,
    attributes: attributes.data,
    inside,
    target: (link) => target(reading, line, link),
  });
}

function blocksTargets(blocks: Block[]): Target[] {
  return blocks.flatMap((block) =>
    block.type === 'when' ? blocksTargets(block.blocks) : blockTypes[block.type].targets(block as never),
  );
}
