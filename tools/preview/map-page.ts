import { type Html, html } from '../../adapters/web/html';
import { fill } from '../../dialogs/phrases';
import type { Flow } from '../../dialogs/types';
import type { Known } from './background';
import { causeInWords } from './card';
import { drawing, SIGNS } from './drawing';
import { figureLine, gradeInFigures } from './figures';
import { layOut } from './layout';
import type { Looked } from './look';
import { type Box, type Leading, mapOf } from './map';
import { linksOf, type Page } from './page';
import { whyNotReached } from './reached';
import { flowPath, mapPath, stepHash } from './ways';
import type { PreviewWords } from './words';

/** A flow as a map, and the same in words. */
export function mapPage(flow: Flow, looked: Looked, known: Known, words: PreviewWords): Page {
  const boxes = mapOf(flow, looked, known, words);
  const title = fill(words.map.title, { flow: flow.title });
  const about = fill(words.map.about, { steps: String(boxes.length) });
  const pending = whyNotReached(known, words);
  const body = html`${figureLine(flow, looked, known, words)}
${pending ? html`<p class="pending" role="status">${pending}</p>` : null}
${key(words)}
<div class="map-frame" role="region" aria-label="${words.map.frame}" tabindex="0">
${drawing(flow.name, layOut(boxes, words), title, about, words)}</div>
<section><h2>${words.map.list}</h2>
<ul class="list">${boxes.map((box) => inWords(flow, box, words))}</ul></section>
`;
  return { title, links: linksOf(flow.name, 'map', words), body };
}

function key({ map }: PreviewWords): Html {
  const kinds = Object.entries(SIGNS).map(([kind, sign]) => [sign, map[kind as Box['kind']], ''] as const);
  const signs = [
    ...kinds,
    ['✓', map.reached, 'is-reached'],
    ['✗', map['not-reached'], 'not-reached'],
    ['→', map['other-flow'], 'out'],
    ['→ #', map['same-flow'], 'out'],
  ] as const;
  return html`<ul class="key" aria-label="${map.key}">${signs.map(
    ([sign, name, kind]) => html`<li class="${kind}"><span aria-hidden="true">${sign}</span> ${name}</li>`,
  )}</ul>
`;
}

/** One step, and where it leads, as a list. */
function inWords(flow: Flow, box: Box, words: PreviewWords): Html {
  const { map, figures } = words;
  const reached = box.reached === null ? null : `, ${box.reached ? map.reached : map['not-reached']}`;
  const grade = box.grade === null ? figures['no-grade'] : fill(figures.grade, { grade: gradeInFigures(box.grade) });
  const ways = box.leads.map((lead) => html`<li>${causeInWords(lead.by, words)}: ${place(flow, lead)}</li>`);
  return html`<li><a href="${flowPath(flow.name)}${stepHash(box.id)}">${box.title}</a> (${map[box.kind]}, ${grade}${reached})
${ways.length > 0 ? html`<ul>${ways}</ul>` : null}</li>
`;
}

function place(flow: Flow, { way, inside }: Leading): Html {
  if (!way.to) return html`${way.text}`;
  const href = inside === null ? mapPath(way.to.flow) : `${flowPath(flow.name)}${stepHash(inside)}`;
  return html`<a href="${href}">${way.text}</a>`;
}
