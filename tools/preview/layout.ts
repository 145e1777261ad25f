import dagre from '@dagrejs/dagre';
import { type Card, cardOf, type Row } from './card';
import { joined } from './circles';
import type { Box } from './map';
import type { PreviewWords } from './words';

const MARGIN = 8;
const GAP = 28;
/** Groups of steps that no arrow joins stand side by side as far as there is room on a screen. */
const ROOM = 1_220;

export interface Point {
  x: number;
  y: number;
}
export type PlacedCard = Card & Point;
export interface Placed {
  width: number;
  height: number;
  cards: PlacedCard[];
  arrows: { kind: Row['lead']['by']['kind']; points: Point[] }[];
}

/** Where everything is drawn. */
export function layOut(boxes: Box[], words: PreviewWords): Placed {
  const whole: Placed = { width: 0, height: 0, cards: [], arrows: [] };
  let shelf = { x: MARGIN, y: MARGIN, height: 0 };
  for (const group of joined(boxes)) {
    const { width, height, cards, arrows } = layOutGroup(group.map((box) => cardOf(box, words)));
    if (shelf.x > MARGIN && shelf.x + width > ROOM) shelf = { x: MARGIN, y: shelf.y + shelf.height + GAP, height: 0 };
    const { x, y } = shelf;
    const moved = <P extends Point>(point: P): P => ({ ...point, x: point.x + x, y: point.y + y });
    whole.cards.push(...cards.map(moved));
    whole.arrows.push(...arrows.map(({ kind, points }) => ({ kind, points: points.map(moved) })));
    shelf = { x: x + width + GAP, y, height: Math.max(shelf.height, height) };
    whole.width = Math.max(whole.width, x + width + MARGIN);
    whole.height = Math.max(whole.height, y + height + MARGIN);
  }
  return whole;
}

/** Steps that arrows join, from left to right. */
function layOutGroup(cards: Card[]): Placed {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 20, edgesep: 10, ranksep: 56, rankalign: 'top' });
  for (const { box, width, height } of cards) graph.setNode(box.id, { width, height });
  for (const { box } of cards)
    for (const { drawn, inside } of box.leads) if (drawn && inside !== null) graph.setEdge(box.id, inside, {});
  dagre.layout(graph, { constraints: asWritten(cards) });
  const placed = cards.map((card): PlacedCard => {
    const { x, y } = graph.node(card.box.id) as Point;
    return { ...card, x: x - card.width / 2, y: y - card.height / 2 };
  });
  const columns = columnsOf(placed);
  const arrows = placed.flatMap((card) =>
    card.rows.flatMap(({ lead, y }) => {
      const target = lead.drawn ? placed.find(({ box }) => box.id === lead.inside) : undefined;
      if (!target) return [];
      const { points } = graph.edge(card.box.id, target.box.id) as { points: Point[] };
      const from = { x: card.x + card.width, y: card.y + y };
      const edge = { ...from, x: columns.find(({ left }) => left === Math.round(card.x))?.right ?? from.x };
      const to = { x: target.x, y: target.y + target.headHeight / 2 };
      return [{ kind: lead.by.kind, points: [from, edge, ...points.slice(1, -1).flatMap(beside(columns)), to] }];
    }),
  );
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { cards: placed, arrows, width, height };
}

/** Where several steps follow one, they stand in the order of its choices. */
function asWritten(cards: Card[]): { left: string; right: string }[] {
  const placed = new Set<string>();
  return cards.flatMap(({ box }) => {
    const next = box.leads.flatMap(({ drawn, inside }) =>
      drawn && inside !== null && !placed.has(inside) ? [inside] : [],
    );
    const own = [...new Set(next)];
    for (const step of own) placed.add(step);
    return own.flatMap((left, index) => own.slice(index + 1).map((right) => ({ left, right })));
  });
}

interface Column {
  left: number;
  right: number;
}

/** Arrows bend only between the columns, and go straight past a step. */
const beside =
  (columns: Column[]) =>
  (point: Point): Point[] => {
    const column = columns.find(({ left, right }) => point.x > left - 1 && point.x < right + 1);
    return column
      ? [
          { ...point, x: column.left },
          { ...point, x: column.right },
        ]
      : [];
  };

function columnsOf(cards: PlacedCard[]): Column[] {
  const columns = new Map<number, Column>();
  for (const { x, width } of cards) {
    const left = Math.round(x);
    const right = Math.max(columns.get(left)?.right ?? left, left + width);
    columns.set(left, { left, right });
  }
  return [...columns.values()];
}
