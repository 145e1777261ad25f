import type { Box, Leading } from './map';

/** Of all drawn arrows, those that go round in a circle: back to a step from which one comes to where they begin. */
export function backwards(boxes: Box[]): Leading[] {
  const back: Leading[] = [];
  const seen = new Set<string>();
  const goOn = (id: string, above: ReadonlySet<string>) => {
    if (seen.has(id)) return;
    seen.add(id);
    const here = new Set([...above, id]);
    for (const lead of boxes.find((box) => box.id === id)?.leads ?? []) {
      if (!lead.drawn || lead.inside === null) continue;
      if (here.has(lead.inside)) back.push(lead);
      else goOn(lead.inside, here);
    }
  };
  for (const { id } of boxes) goOn(id, new Set());
  return back;
}

/** The boxes in groups: those of a group are joined by arrows, those of two groups are not. */
export function joined(boxes: Box[]): Box[][] {
  const groups: Box[][] = [];
  for (const box of boxes) {
    const ids = new Set([
      box.id,
      ...box.leads.flatMap(({ drawn, inside }) => (drawn && inside !== null ? [inside] : [])),
    ]);
    const touches = (group: Box[]) =>
      group.some(({ id, leads }) => ids.has(id) || leads.some((lead) => lead.drawn && lead.inside === box.id));
    const mine = groups.filter(touches);
    for (const group of mine) groups.splice(groups.indexOf(group), 1);
    groups.push([...mine.flat(), box]);
  }
  const place = (group: Box[]) => Math.min(...group.map((box) => boxes.indexOf(box)));
  return groups.sort((a, b) => place(a) - place(b));
}
