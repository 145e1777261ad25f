import type { Peer, StandIn } from './peers';

/** What was found after things were broken. All but the first three must be nothing. */
export interface Verdict {
  stops: number;
  acknowledged: number;
  /** Sends that the provider got twice: only when the process died between sending and recording. */
  repeatedSends: number;
  lost: number;
  repeated: number;
  outOfOrder: number;
  unanswered: number;
  /** Answers the provider never got. */
  unsent: number;
  sentOutOfOrder: number;
}

export const clean: Verdict = {
  stops: 0,
  acknowledged: 0,
  repeatedSends: 0,
  lost: 0,
  repeated: 0,
  outOfOrder: 0,
  unanswered: 0,
  unsent: 0,
  sentOutOfOrder: 0,
};

export const faultless = ({ lost, repeated, outOfOrder, unanswered, unsent, sentOutOfOrder }: Verdict): boolean =>
  lost + repeated + outOfOrder + unanswered + unsent + sentOutOfOrder === 0;

interface Entry {
  seq: number;
  from: string;
  text?: string;
}

const SETTLE_MS = 60_000;

/** What was acknowledged, for each device the person wrote from: its batches, in the order in which they were acknowledged. */
export type Said = string[][][];

/**
 * Holds one conversation against what was acknowledged and against what the stand-in got. Waits until everything has been
 * answered and sent. Messages of one batch crossed each other on the way, so only the order of batches is judged.
 */
export async function judge(peer: Peer, { taken }: StandIn, conversation: string, said: Said): Promise<Verdict> {
  const entries = await settled(peer, conversation, said.flat(2));
  const words = entries.filter(({ from }) => from === 'person').map(({ text }) => text ?? '');
  const answers = entries
    .filter(({ from, text }) => from === 'natter' && text !== undefined)
    .map(({ text }) => text ?? '');
  const got = taken.filter((each) => each.conversation === conversation).map(({ text }) => text);
  const places = said.map((batches) => batches.map((texts) => texts.map((text) => words.indexOf(text))));
  const once = withoutRepeats(got, answers);
  return {
    ...clean,
    acknowledged: said.flat(2).length,
    repeatedSends: got.length - once.length,
    lost: places.flat(2).filter((place) => place < 0).length,
    repeated: words.length - new Set(words).size,
    outOfOrder: places.flatMap(behindTheirTime).length,
    unanswered: answered(entries) ? 0 : 1,
    unsent: Math.max(0, answers.length - once.length),
    sentOutOfOrder: answers.slice(0, once.length).filter((text, index) => once[index] !== text).length,
  };
}

/** Batches of which something stands before something of the batch before. */
function behindTheirTime(batches: number[][]): number[][] {
  return batches.filter((places, index) => Math.min(...places) < Math.max(-1, ...(batches[index - 1] ?? [])));
}

function answered(entries: Entry[]): boolean {
  const last = entries.findLastIndex(({ from }) => from === 'person');
  return last < 0 || entries.slice(last + 1).some(({ from }) => from === 'natter');
}

async function settled(peer: Peer, conversation: string, said: string[]): Promise<Entry[]> {
  let entries: Entry[] = [];
  for (const end = Date.now() + SETTLE_MS; Date.now() < end; ) {
    const seen = await peer
      .call<{ entries: Entry[]; unsent: number }>('/transcript', { conversation })
      .catch(() => null);
    if (seen) entries = seen.entries;
    const all = new Set(entries.map(({ text }) => text));
    if (seen && seen.unsent === 0 && answered(entries) && said.every((text) => all.has(text))) break;
    await new Promise((done) => {
      setTimeout(done, 50);
    });
  }
  return entries;
}

/** A repeat stands right behind its first: the row was sent, not recorded, and sent again before the next could go. */
function withoutRepeats(got: string[], expected: string[]): string[] {
  const kept: string[] = [];
  for (const text of got) {
    const isRepeat = text === kept.at(-1) && text !== expected[kept.length];
    if (!isRepeat) kept.push(text);
  }
  return kept;
}

export function sum(verdicts: Verdict[]): Verdict {
  return verdicts.reduce<Verdict>(
    (total, each) =>
      Object.fromEntries(
        Object.entries(total).map(([key, value]) => [key, value + each[key as keyof Verdict]]),
      ) as unknown as Verdict,
    { ...clean },
  );
}
