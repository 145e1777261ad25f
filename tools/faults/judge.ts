import { pause } from '../../test/store/contract/given';

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

export interface Entry {
  from: string;
  text?: string;
}

/** A conversation as it stands: all of it, oldest first, and how much of it still has to be sent. */
export interface View {
  entries: Entry[];
  unsent: number;
}

/** Ends as soon as all is well: only what never comes is waited for so long. */
const SETTLE_MS = 5 * 60_000;

/** What was acknowledged, for each device the person wrote from: its batches, in the order in which they were acknowledged. */
export type Said = string[][][];

/**
 * Holds one conversation against what was acknowledged, and against what the provider got (null: nothing is sent). Waits until
 * everything has been answered and sent. Messages of one batch crossed each other on the way, so only the order of batches is judged.
 * @param read null while it cannot be read.
 */
export async function judge(
  read: () => Promise<View | null>,
  said: Said,
  sends: (() => string[]) | null,
): Promise<Verdict> {
  const entries = await settled(read, said.flat(2));
  const words = textsOf(entries, 'person');
  const places = said.map((batches) => batches.map((texts) => texts.map((text) => words.indexOf(text))));
  return {
    ...clean,
    ...(sends && judgeSends(sends(), textsOf(entries, 'natter'))),
    acknowledged: said.flat(2).length,
    lost: places.flat(2).filter((place) => place < 0).length,
    repeated: words.length - new Set(words).size,
    outOfOrder: places.flatMap(behindTheirTime).length,
    unanswered: answered(entries) ? 0 : 1,
  };
}

function judgeSends(got: string[], answers: string[]) {
  const once = withoutRepeats(got, answers);
  return {
    repeatedSends: got.length - once.length,
    unsent: Math.max(0, answers.length - once.length),
    sentOutOfOrder: answers.slice(0, once.length).filter((text, index) => once[index] !== text).length,
  };
}

const textsOf = (entries: Entry[], author: string) =>
  entries.flatMap(({ from, text }) => (from === author && text !== undefined ? [text] : []));

/** Batches of which something stands before something of the batch before. */
function behindTheirTime(batches: number[][]): number[][] {
  return batches.filter((places, index) => Math.min(...places) < Math.max(-1, ...(batches[index - 1] ?? [])));
}

function answered(entries: Entry[]): boolean {
  const last = entries.findLastIndex(({ from }) => from === 'person');
  return last < 0 || entries.slice(last + 1).some(({ from }) => from === 'natter');
}

async function settled(read: () => Promise<View | null>, said: string[]): Promise<Entry[]> {
  let entries: Entry[] = [];
  for (const end = Date.now() + SETTLE_MS; Date.now() < end; await pause(50)) {
    const seen = await read();
    if (!seen) continue;
    entries = seen.entries;
    const all = new Set(entries.map(({ text }) => text));
    if (seen.unsent === 0 && answered(entries) && said.every((text) => all.has(text))) break;
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
