import { type Html, html } from '../../adapters/web/html';
import type { Flow } from '../../dialogs/types';
import type { FlowFigures } from '../check/report';
import type { Known } from './background';
import { figuresOf, gradeInFigures, readersInWords } from './figures';
import { countInWords, type Finding, findingsOf, foundAtAll, inFlow } from './findings';
import type { Looked } from './look';
import type { Page } from './page';
import { reachedInWords, whyNotReached } from './reached';
import { flowPath, mapPath } from './ways';
import type { PreviewWords } from './words';

/** The page of all flows. */
export function indexPage(looked: Looked, known: Known, words: PreviewWords): Page {
  const { table } = words;
  const findings = findingsOf(looked, known);
  const figures = figuresOf(looked);
  const flows = Object.values(looked.library.flows).sort((a, b) => (a.name < b.name ? -1 : 1));
  const head = [table.flow, table.topic, table.steps, table.grade, table.words, table.texts];
  const columns = [...head, table['steps-reached'], table['choices-reached'], table.readers, table.found];
  const rows = flows.map((flow) => row(flow, columns, figures.get(flow.name), inFlow(findings, flow), known, words));
  const body = html`${foundAtAll(findings, known, words)}
${flows.length === 0 ? html`<p>${words.page['no-flows']}</p>` : wholeTable(columns, rows, whyNotReached(known, words), words)}
`;
  return { title: table.title, links: [{ href: '/', text: words.page.flows, here: true }], body };
}

function wholeTable(columns: string[], rows: Html[], pending: string | null, { table }: PreviewWords): Html {
  // The roles are there for narrow screens, where a row is laid out as a list.
  return html`<p>${table.intro}</p>
${pending ? html`<p class="pending" role="status">${pending}</p>` : null}
<table role="table"><thead role="rowgroup"><tr role="row">${columns.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>`;
}

function row(
  flow: Flow,
  columns: string[],
  figures: FlowFigures | undefined,
  findings: Finding[],
  known: Known,
  words: PreviewWords,
): Html {
  const { table } = words;
  const cells = [
    flow.topic ?? table.none,
    String(flow.steps.length),
    figures?.grade == null ? table.none : gradeInFigures(figures.grade),
    figures?.wordsAMessage.toFixed(0) ?? table.none,
    figures?.segments ? String(figures.segments) : table.none,
    reachedInWords(known, 'steps', flow, words) ?? table.none,
    reachedInWords(known, 'choices', flow, words) ?? table.none,
    readersInWords(flow, words) ?? table['not-read'],
    countInWords(findings, words) ?? table.none,
  ];
  return html`<tr role="row"><th scope="row" role="rowheader"><a href="${flowPath(flow.name)}">${flow.title}</a> <a class="map" href="${mapPath(flow.name)}">${table.map}<span class="unseen"> ${flow.title}</span></a><code>${flow.name}.md</code></th>${cells.map(
    (cell, index) => html`<td role="cell" data-label="${columns[index + 1] ?? ''}">${cell}</td>`,
  )}</tr>
`;
}
