import type { Reading, Topic, Understanding } from '../../understanding/types';
import { DANGERS } from '../../understanding/types';
import { misspell } from './misspell';
import type { DangerLine, TopicLine } from './sets';

type Read = Understanding['read'];
export type Row = Record<string, number | string>;
export interface Missed {
  text: string;
  wanted: string;
  got: string;
}

const THREE = 3;
const ids = ({ topics }: Reading): Topic[] => topics.map(({ id }) => id);
const share = (part: number, whole: number) => Math.round((1000 * part) / (whole || 1)) / 1000;

/** How often the first, and one of the first three, is a right topic; and how many of several are among the first three. */
export async function topicFigures(read: Read, lines: Pick<TopicLine, 'text' | 'topics'>[]) {
  let [first, three, several, heard] = [0, 0, 0, 0];
  const missed: Missed[] = [];
  const confusion = new Map<string, number>();
  for (const { text, topics } of lines) {
    const got = ids(await read(text));
    const [top] = got;
    if (top && topics.includes(top)) first += 1;
    else {
      const pair = `${topics[0]} ${top ?? '-'}`;
      confusion.set(pair, (confusion.get(pair) ?? 0) + 1);
    }
    if (got.slice(0, THREE).some((id) => topics.includes(id))) three += 1;
    else missed.push({ text, wanted: topics.join(' '), got: got.slice(0, THREE).join(' ') });
    if (topics.length === 1) continue;
    several += topics.length;
    heard += topics.filter((id) => got.slice(0, THREE).includes(id)).length;
  }
  const row: Row = {
    messages: lines.length,
    'top-1': share(first, lines.length),
    'top-3': share(three, lines.length),
    ...(several > 0 && { 'recall of several': share(heard, several) }),
  };
  return { row, missed, confusion };
}

/** How many messages of each kind of danger are seen at all, and how many of those that should be answered at once are. */
export async function dangerFigures(read: Read, lines: DangerLine[]) {
  const missed: Missed[] = [];
  const rows: Record<string, Row> = {};
  const all = { n: 0, seen: 0, now: 0, due: 0 };
  const kinds = new Map(DANGERS.map((kind) => [kind, { ...all }]));
  for (const { text, kind, tier } of lines) {
    const { safety } = await read(text);
    for (const count of [all, kinds.get(kind) ?? all]) {
      count.n += 1;
      count.due += tier === 'now' ? 1 : 0;
      count.seen += safety.tier === 'none' ? 0 : 1;
      count.now += tier === 'now' && safety.tier === 'now' ? 1 : 0;
    }
    if (safety.tier === 'none' || (tier === 'now' && safety.tier !== 'now'))
      missed.push({ text, wanted: `${tier} ${kind}`, got: `${safety.tier} ${safety.kinds.join(' ')}`.trim() });
  }
  for (const [name, { n, seen, now, due }] of [['all', all] as const, ...kinds])
    rows[name] = { messages: n, 'now or check': share(seen, n), 'now of those due': share(now, due) };
  return { rows, missed };
}

/** How many messages in which nobody is in danger are taken for it. */
export async function alarmFigures(read: Read, lines: { text: string }[]) {
  const missed: Missed[] = [];
  const count = { now: 0, check: 0, none: 0 };
  for (const { text } of lines) {
    const { tier, kinds } = (await read(text)).safety;
    count[tier] += 1;
    if (tier !== 'none') missed.push({ text, wanted: 'none', got: `${tier} ${kinds.join(' ')}` });
  }
  const row: Row = {
    messages: lines.length,
    now: share(count.now, lines.length),
    check: share(count.check, lines.length),
  };
  return { row, missed };
}

/** Whom it is about, and whether a child writes: right, wrong, and not told. */
export async function peopleFigures(read: Read, lines: TopicLine[]) {
  const count = { about: 0, aboutUnknown: 0, young: 0, youngUnknown: 0, youngFound: 0, youngs: 0, wrongYoung: 0 };
  const missed: Missed[] = [];
  for (const { text, about, young } of lines) {
    const got = await read(text);
    count.about += got.about === about ? 1 : 0;
    count.aboutUnknown += got.about === 'unknown' && about !== 'unknown' ? 1 : 0;
    count.young += got.young === young ? 1 : 0;
    count.youngs += young === true ? 1 : 0;
    count.youngFound += young === true && got.young === true ? 1 : 0;
    count.wrongYoung += young !== true && got.young === true ? 1 : 0;
    if (got.about !== about) missed.push({ text, wanted: about, got: got.about });
  }
  const n = lines.length;
  return {
    row: {
      messages: n,
      'about right': share(count.about, n),
      'about not told': share(count.aboutUnknown, n),
      'young right': share(count.young, n),
      'children found': share(count.youngFound, count.youngs),
      'adults taken for children': share(count.wrongYoung, n - count.youngs),
    } as Row,
    missed,
  };
}

export const misspelt = <T extends { text: string }>(lines: T[]): T[] =>
  lines.map((line, seed) => ({ ...line, text: misspell(line.text, seed) }));
