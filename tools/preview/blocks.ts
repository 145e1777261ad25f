import { type Html, html } from '../../adapters/web/html';
import { fill } from '../../dialogs/phrases';
import type { Block, Flow, Step } from '../../dialogs/types';
import { isTooHard, readingGrade } from '../check/grade';
import type { Known } from './background';
import { gradeInFigures } from './figures';
import { type Finding, findingList } from './findings';
import { conditionInWords, directiveInWords } from './in-words';
import type { Looked } from './look';
import { isChoiceReached } from './reached';
import { queryOf, type Seen } from './seen';
import { flowPath, stepHash, wayOf } from './ways';
import type { PreviewWords } from './words';

/** A step, and all that is known around it. */
export interface Shown {
  flow: Flow;
  step: Step;
  looked: Looked;
  known: Known;
  /** What is found in this step. */
  findings: Finding[];
  seen: Seen;
  words: PreviewWords;
}

/** The blocks of a step, each with what is found on its line; what is found between them stands between them. */
export function stepBlocks(blocks: Block[], shown: Shown): Html[] {
  const own = new Set([shown.step.line, ...blocks.flatMap(linesOf)]);
  const between = shown.findings.filter(({ line }) => !own.has(line));
  const parts = [
    ...blocks.map((block) => ({ line: block.line, part: oneBlock(block, shown) })),
    ...between.map((finding) => ({ line: finding.line, part: findingList([finding], shown.words) ?? html`` })),
  ];
  return parts.sort((a, b) => a.line - b.line).map(({ part }) => part);
}

function linesOf(block: Block): number[] {
  if (block.type === 'when') return [block.line, ...block.blocks.flatMap(linesOf)];
  // A list stands where its first choice does, which may be one that cannot be read.
  return block.type === 'choices' ? block.choices.map(({ line }) => line) : [block.line];
}

function oneBlock(block: Block, shown: Shown): Html {
  const { words, findings, looked } = shown;
  const found = findingList(
    findings.filter(({ line }) => line === block.line && block.type !== 'choices'),
    words,
  );
  switch (block.type) {
    case 'say':
      return html`${bubble(block, shown)}${found}`;
    case 'choices':
      return html`<ul class="choices">${block.choices.map((choice) => oneChoice(choice, shown))}</ul>
`;
    case 'when':
      return html`<div class="when"><p class="label">${conditionInWords(block.test, words)}</p>
${found}${block.blocks.map((inside) => oneBlock(inside, shown))}</div>
`;
    case 'go':
      return html`<p class="does">${words.flow.goes} ${link(block.to, shown)}</p>
${found}`;
    case 'ask':
    case 'ask-clearly':
    case 'which-help':
    case 'which-place':
      return html`${question(block, shown)}${found}`;
    case 'phrase': {
      const [first = [], ...others] = looked.library.phrases[block.id]?.variants ?? [];
      const count = others.length > 0 ? fill(words.flow.variants, { count: String(others.length + 1) }) : null;
      return html`<p class="does">${directiveInWords(block, words)} ${count}</p>
${found}${first.map((text) => bubble({ text }, shown))}`;
    }
    default:
      return html`<p class="does">${directiveInWords(block, words)}</p>
${found}`;
  }
}

function question(
  block: Extract<Block, { type: 'ask' | 'ask-clearly' | 'which-help' | 'which-place' }>,
  shown: Shown,
): Html {
  const { flow, does } = shown.words;
  const kept = block.type === 'ask' ? fill(flow.kept, { name: block.as }) : does[block.type];
  const kind = block.type === 'ask' && block.kind !== 'words' ? does[block.kind] : null;
  return html`<div class="question"><p class="label">${flow.question}</p>
${bubble(block, shown)}<p class="does">${kept} ${kind} ${block.type === 'ask-clearly' ? null : flow.then} ${link(block.next, shown)}</p>
</div>
`;
}

function bubble({ text, line = 0 }: { text: string; line?: number }, { step, looked, words }: Shown): Html {
  const { figures } = words;
  const grade = readingGrade(text);
  const young = looked.messages.some((each) => each.file === step.file && each.line === line && each.young);
  const told = grade === null ? figures['no-grade'] : fill(figures.grade, { grade: gradeInFigures(grade) });
  const hard = isTooHard(text, { young });
  return html`<div class="said"><p class="bubble">${fill(text, looked.library.values)}</p>
<p class="grade${hard ? ' hard' : ''}">${told}${hard ? ` ${figures.hard}` : ''}</p></div>
`;
}

function oneChoice({ label, to, line }: Extract<Block, { type: 'choices' }>['choices'][number], shown: Shown): Html {
  const { flow, step, known, words, findings, looked } = shown;
  const text = fill(label, looked.library.values);
  const untested = isChoiceReached(known, flow, step, label) === false;
  const found = findingList(
    findings.filter((finding) => finding.line === line),
    words,
  );
  return html`<li>${link(to, shown, text)}${untested ? html` <span class="untested">${words.reached.choice}</span>` : null}${found}</li>
`;
}

/** A link to where something leads; what is not there, and what has no page of its own, is only named. */
function link(target: Parameters<typeof wayOf>[0], { flow, looked, seen, words }: Shown, label?: string): Html {
  const { to, text, broken } = wayOf(target, flow.name, looked.library, words);
  const where =
    label === undefined ? null : html` <span class="leads">${fill(words.flow.leads, { where: text })}</span>`;
  if (!to) return html`<span class="${broken ? 'nowhere' : 'elsewhere'}">${label ?? text}</span>${where}`;
  const page = to.flow === flow.name ? '' : `${flowPath(to.flow)}${queryOf(seen)}`;
  return html`<a href="${page}${stepHash(to.step)}">${label ?? text}</a>${where}`;
}
