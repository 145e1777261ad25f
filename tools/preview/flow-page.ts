import { type Html, html } from '../../adapters/web/html';
import { fill } from '../../dialogs/phrases';
import type { Flow, Step } from '../../dialogs/types';
import type { Known } from './background';
import { type Shown, stepBlocks } from './blocks';
import { figureLine } from './figures';
import { type Finding, findingList, findingsOf, foundAtAll, inFlow, inStep } from './findings';
import type { Looked } from './look';
import { linksOf, type Page } from './page';
import { isStepReached, whyNotReached } from './reached';
import { blocksSeen, queryOf, type Seen, WAYS_TO_SEE } from './seen';
import { flowPath, stepHash } from './ways';
import type { PreviewWords } from './words';

/** A flow as it reads, step by step. */
export function flowPage(flow: Flow, looked: Looked, known: Known, seen: Seen, words: PreviewWords): Page {
  const findings = inFlow(findingsOf(looked, known), flow);
  const pending = whyNotReached(known, words);
  const body = html`${figureLine(flow, looked, known, words)}
${pending ? html`<p class="pending" role="status">${pending}</p>` : null}
${foundAtAll(findings, known, words)}
${seenBy(flow, seen, words)}
<div class="flow">${stepList(flow, words)}
<div>${flow.steps.map((step) => oneStep({ flow, step, looked, known, findings: inStep(findings, flow, step), seen, words }))}</div></div>`;
  return { title: flow.title, links: linksOf(flow.name, 'flow', words), body };
}

function seenBy({ name }: Flow, now: Seen, { seen }: PreviewWords): Html {
  const ways = Object.entries(WAYS_TO_SEE).map(([key, way]) => {
    const here = queryOf(way) === queryOf(now) ? html` aria-current="true"` : null;
    return html`<li><a href="${flowPath(name)}${queryOf(way)}"${here}>${seen[key as keyof typeof WAYS_TO_SEE]}</a></li>`;
  });
  return html`<nav class="seen" aria-label="${seen.title}"><ul>${ways}</ul></nav>
${now ? html`<p class="note">${seen.note}</p>` : null}`;
}

function stepList({ steps }: Flow, { flow }: PreviewWords): Html {
  return html`<nav class="steps" aria-label="${flow.steps}"><ol>${steps.map(
    ({ id, title }) => html`<li><a href="${stepHash(id)}">${title}</a></li>`,
  )}</ol></nav>`;
}

function oneStep(shown: Shown): Html {
  const { flow, step, known, findings, seen, words } = shown;
  const blocks = blocksSeen(flow, step, seen);
  const untested = isStepReached(known, flow, step) === false;
  return html`<section class="step"${idOf(flow, step)}>
<h2>${step.title}</h2>
<p class="where"><code>${fill(words.flow.file, { file: step.file, line: String(step.line) })}</code>${untested ? html` <span class="untested">${words.reached.step}</span>` : null}</p>
${findingList(onLine(findings, step), words)}${blocks.length === 0 ? html`<p class="note">${words.flow.nothing}</p>` : null}${stepBlocks(blocks, shown)}</section>
`;
}

const onLine = (findings: Finding[], step: Step) => findings.filter(({ line }) => line === step.line);

/** Of two steps of one name, which is a fault, links lead to the first. */
function idOf({ steps }: Flow, step: Step): Html | null {
  return steps.find(({ id }) => id === step.id) === step ? html` id="${step.id}"` : null;
}
