import { join } from 'node:path';
import { parseFlow } from '../../../dialogs/parse';
import type { Library } from '../../../dialogs/types';
import { NOTHING } from '../../../tools/preview/background';
import { layOut } from '../../../tools/preview/layout';
import { type Looked, look } from '../../../tools/preview/look';
import { type Box, mapOf } from '../../../tools/preview/map';
import { ROOT, words } from './world';

function looked(...sources: string[]): Looked {
  const flows = Object.fromEntries(
    sources.map((source, index) => {
      const name = ['one', 'two'][index] ?? '';
      return [name, parseFlow(`${name}.md`, `---\ntitle: Flow ${name}\n---\n\n${source}`).flow] as const;
    }),
  );
  const library: Library = { language: 'en', flows, phrases: {}, values: { town: 'Hazelford' }, places: [] };
  return { library, messages: [], segments: new Map(), faults: [] };
}

function boxes(...sources: string[]): Box[] {
  const all = looked(...sources);
  const { one } = all.library.flows;
  return one ? mapOf(one, all, NOTHING, words) : [];
}

/** `start choice Bills -> #bills drawn` */
const ways = (map: Box[]) =>
  map.flatMap(({ id, leads }) =>
    leads.map(({ by, way, drawn }) => {
      const label = by.kind === 'choice' ? `choice ${by.label}` : by.kind;
      return `${id} ${label} -> ${way.link}${drawn ? ' drawn' : ''}`;
    }),
  );

test('choices, answers and steps that go on by themselves are told apart', () => {
  const map = boxes(
    '# Start\n\n- [In {town}](#ask)\n- [B](#end)\n\n# Ask\n\n::ask[What?]{as="story" next="#on"}\n\n# On\n\n::go{to="#end"}\n\n# End\n\n::end\n',
  );
  expect(map.map(({ id, kind, first }) => [id, kind, first])).toEqual([
    ['start', 'choices', true],
    ['ask', 'question', false],
    ['on', 'goes-on', false],
    ['end', 'ends', false],
  ]);
  expect(ways(map)).toEqual([
    'start choice In Hazelford -> #ask drawn',
    'start choice B -> #end drawn',
    'ask answer -> #on drawn',
    'on goes-on -> #end drawn',
  ]);
});

test('ways out, back, and to what is not there have no arrow of their own, and the same way stands once', () => {
  const map = boxes(
    '# Start\n\n:::when{young}\n- [A](#b)\n- [Two](two.md)\n:::\n\n- [A](#b)\n- [Two](two.md)\n- [Deep](two.md#deep)\n- [Gone](#gone)\n- [Carry on](carry-on)\n\n# B\n\n- [Again](#start)\n- [B](#b)\n',
    '# Start\n\nHi.\n\n# Deep\n\nHi.\n',
  );
  expect(ways(map)).toEqual([
    'start choice A -> #b drawn',
    'start choice Two -> two',
    'start choice Deep -> two#deep',
    'start choice Gone -> one.md#gone',
    'start choice Carry on -> carry-on',
    'b choice Again -> #start',
    'b choice B -> #b',
  ]);
});

test('a step that many offer is named in a small box instead', () => {
  const steps = ['a', 'b', 'c', 'd'].map((id) => `# ${id}\n\n- [Help](#help)\n`).join('\n');
  expect(ways(boxes(`${steps}\n# Help\n\n::end\n`)).filter((way) => way.endsWith('drawn'))).toEqual([]);
});

const all = look({ dir: join(ROOT, 'content'), place: 'example', language: 'en' });
test.each(Object.values(all.library.flows).map((flow) => [flow.name, flow] as const))(
  'on the map of %s no box stands on another, and every arrow begins and ends at one',
  (_name, flow) => {
    const { cards, arrows, width, height } = layOut(mapOf(flow, all, NOTHING, words), words);
    expect(cards).toHaveLength(flow.steps.length);
    const overlaps = cards.flatMap((a, index) =>
      cards
        .slice(index + 1)
        .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
        .map((b) => [a.box.id, b.box.id]),
    );
    expect(overlaps).toEqual([]);
    for (const { x, y, ...card } of cards) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + card.width).toBeLessThanOrEqual(width);
      expect(y + card.height).toBeLessThanOrEqual(height);
    }
    for (const { points } of arrows) {
      const [from, to] = [points[0], points.at(-1)];
      expect(cards.some((card) => card.x + card.width === from?.x)).toBe(true);
      expect(cards.some((card) => card.x === to?.x)).toBe(true);
    }
  },
);
