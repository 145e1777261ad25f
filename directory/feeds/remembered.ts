import { type Answers, openAnswers, removeAnswers } from './answers';
import type { Get } from './get';

export interface RememberSettings {
  get: Get;
  /** Where answers are kept. */
  file: string;
  now: () => number;
  /** Whether this may lie on the disk as the feed sent it. */
  mayKeep: (body: unknown) => boolean;
}

export interface Remembered {
  get: Get;
  forgetWhere(isOut: (body: unknown) => boolean): void;
  /** Forgets the answers of all that was not asked for since. */
  forgetOthers(): void;
  close(): void;
}

/** Some feeds give what has changed the mark it had before: after so long all of it is asked for. */
const LONGEST_MS = 14 * 86_400_000;

/**
 * Asks a feed only for what has changed since its last good answer, which is kept in a file and given again. Whatever goes wrong
 * with the file, it is as if nothing had been kept.
 */
export function remembering({ get, file, now, mayKeep }: RememberSettings): Remembered {
  let answers = openAnswers(file);
  const attempt = <T>(work: (answers: Answers) => T): T | null => {
    try {
      return answers && work(answers);
    } catch {
      // The next import begins it anew.
      answers = null;
      removeAnswers(file);
      return null;
    }
  };
  return {
    async get(address) {
      const kept = attempt(({ recall }) => recall(address, now() - LONGEST_MS));
      const answer = await get(address, kept?.etag);
      if (answer.status === 'same' && kept) return { status: 'ok', ...kept };
      if (answer.status !== 'ok') return answer;
      const { body, etag } = answer;
      if (etag !== null && mayKeep(body)) attempt(({ keep }) => keep(address, { body, etag }, now()));
      else attempt(({ forget }) => forget(address));
      return answer;
    },
    forgetWhere: (isOut) => void attempt(({ forgetWhere }) => forgetWhere(isOut)),
    forgetOthers: () => void attempt(({ forgetOthers }) => forgetOthers()),
    close: () => void attempt(({ close }) => close()),
  };
}
