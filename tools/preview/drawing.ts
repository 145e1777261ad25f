import { type Html, html } from '../../adapters/web/html';
import { PAD, type Row, SMALL, TITLE } from './card';
import type { Placed, PlacedCard, Point } from './layout';
import type { Box } from './map';
import { flowPath, mapPath, stepHash } from './ways';
import type { PreviewWords } from './words';

/** What a person does in a step, as a sign beside its title. */
export const SIGNS: Record<Box['kind'], string> = { choices: '☰', question: '?', 'goes-on': '»', ends: '■' };

/** The map as one picture. `title` and `about` say in words what it shows. */
export function drawing(flow: string, placed: Placed, title: string, about: string, words: PreviewWords): Html {
  const width = Math.ceil(placed.width);
  const height = Math.ceil(placed.height);
  const arrows = placed.arrows.map(
    ({ kind, points }) => html`<path class="arrow by-${kind}" marker-end="url(#_head)" d="${curve(points)}"/>
`,
  );
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="group" aria-labelledby="_map-title" aria-describedby="_map-about" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title id="_map-title">${title}</title>
<desc id="_map-about">${about}</desc>
<defs><marker id="_head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>
${arrows}${placed.cards.map((card) => oneCard(flow, card, words))}</svg>
`;
}

/** Through all points, level in each of them. */
function curve(points: Point[]): string {
  const [first, ...rest] = points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  if (!first) return '';
  let last = first;
  const parts = rest.map((point) => {
    const middle = Math.round((last.x + point.x) / 2);
    const part = point.y === last.y ? `H${point.x}` : `C${middle} ${last.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    last = point;
    return part;
  });
  return `M${first.x} ${first.y}${parts.join('')}`;
}

function oneCard(flow: string, card: PlacedCard, { map }: PreviewWords): Html {
  const { box, title, facts, rows, width, height, headHeight } = card;
  const reached = box.reached === null ? 'unknown' : box.reached ? 'is-reached' : 'not-reached';
  const baseline = (line: number) => PAD + TITLE.size - 2 + line * TITLE.line;
  return html`<g class="card is-${box.kind} ${reached}" transform="translate(${Math.round(card.x)} ${Math.round(card.y)})">
<rect class="sheet" width="${width}" height="${height}" rx="8"/>
<a href="${flowPath(flow)}${stepHash(box.id)}" id="_box-${box.id}"><rect class="head" width="${width}" height="${headHeight}" rx="8"/>
${title.map((line, index) => html`<text class="title" x="${PAD}" y="${baseline(index)}" font-size="${TITLE.size}">${line}</text>`)}
<text class="sign" x="${width - PAD}" y="${baseline(0)}" font-size="${TITLE.size}" text-anchor="end">${SIGNS[box.kind]}<title>${map[box.kind]}</title></text>
<text x="${PAD}" y="${baseline(title.length) - 3}" font-size="${SMALL.size}">${facts}</text></a>
${rows.map((row) => oneRow(row))}</g>
`;
}

function oneRow({ y, label, chip, lead }: Row): Html {
  const text = html`<text x="${PAD}" y="${y + 4}" font-size="${SMALL.size}">${label}</text>`;
  if (!chip) return text;
  const { inside, way } = lead;
  const href = inside === null ? way.to && mapPath(way.to.flow) : `#_box-${encodeURIComponent(inside)}`;
  const box = html`<rect class="chip${way.broken ? ' nowhere' : ''}" x="${chip.x}" y="${y - 9}" width="${chip.width}" height="18" rx="9"/><text x="${chip.x + 8}" y="${y + 4}" font-size="${SMALL.size}">${chip.text}</text>`;
  return html`${text}<path class="arrow" marker-end="url(#_head)" d="M${chip.x - 18} ${y}H${chip.x - 1}"/>
${href === null ? html`<g>${box}</g>` : html`<a href="${href}" class="out">${box}<title>${way.text}</title></a>`}
`;
}
