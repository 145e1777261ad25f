import { pause } from '../../test/store/contract/given';
import type { Said, Verdict } from './judge';

/** A way in to Natter, for people whose messages are counted. */
export interface Door {
  /** Says something. The same text again is the same message again. True when it was acknowledged. */
  say(person: string, text: string): Promise<boolean>;
  /** Holds a conversation against what was acknowledged in it. */
  judge(person: string, said: Said): Promise<Verdict>;
}

export interface Acknowledged {
  text: string;
  at: number;
}

/** People who all write at once: each one message after the other, each message again and again until it is acknowledged. */
export interface Load {
  /** When each message was acknowledged, so far, in that order. */
  readonly times: readonly number[];
  /** Ends when something was acknowledged later than this. */
  acknowledgedAfter(at: number): Promise<void>;
}

const RETRY_MS = 50;
const GIVE_UP_MS = 10 * 60_000;
const LONGEST_PAUSE_MS = 400;

/**
 * Lets people write while `work` breaks things, then ends once every message that was begun is acknowledged.
 * @returns what was acknowledged, for each of them.
 * @throws when a message cannot be brought in for ten minutes, or `work` throws.
 */
export async function underLoad(
  door: Pick<Door, 'say'>,
  people: string[],
  random: () => number,
  work: (load: Load) => Promise<void>,
): Promise<Map<string, Acknowledged[]>> {
  const kept = new Map(people.map((person) => [person, [] as Acknowledged[]]));
  const times: number[] = [];
  let going = true;
  let failed: unknown = null;
  const write = async (person: string, mine: Acknowledged[]) => {
    for (let count = 0; going; count += 1) {
      const text = `${person} message ${count}`;
      await insist(
        () => door.say(person, text),
        () => failed === null,
      );
      times.push(Date.now());
      mine.push({ text, at: Date.now() });
      await pause(random() * LONGEST_PAUSE_MS);
    }
  };
  const remember = (error: unknown) => {
    failed ??= error;
    going = false;
  };
  const writers = [...kept].map(([person, mine]) => write(person, mine).catch(remember));
  const acknowledgedAfter = async (at: number) => {
    while ((times.at(-1) ?? 0) <= at && failed === null) await pause(10);
    if (failed !== null) throw failed;
  };
  await work({ times, acknowledgedAfter }).catch(remember);
  going = false;
  await Promise.all(writers);
  if (failed !== null) throw failed;
  return kept;
}

/** Tries until it is acknowledged. @throws when it is not for ten minutes, or nobody wants it any more. */
export async function insist(say: () => Promise<boolean>, wanted = () => true): Promise<void> {
  for (const end = Date.now() + GIVE_UP_MS; Date.now() < end && wanted(); await pause(RETRY_MS)) {
    if (await say()) return;
  }
  throw new Error('A message was not acknowledged for ten minutes: Natter does not come back.');
}

/** All that one person said, from one device, in order. */
export const inOrder = (kept: Acknowledged[]): Said => [kept.map(({ text }) => [text])];
