import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readEncoder } from './open-encoder';
import { type Reader, startLearning, startReader } from './reading-thread';
import { createReplies, createUnderstanding, type UnderstandingWords } from './understanding';
import { digestOf } from './understanding/learning/lessons';
import { learntFrom } from './understanding/learning/model-file';
import type { Reading, Understanding } from './understanding/types';

export interface Opened {
  understanding: Understanding;
  /** Resolves when messages are read as well as they will be for now. */
  ready: Promise<void>;
  close(): Promise<void>;
}

export type Notice = 'words-only' | 'no-vectors' | 'out-of-date' | 'learnt-anew' | 'not-kept' | 'thread-ended';

export interface UnderstandingPlan {
  words: UnderstandingWords;
  /** Where what was learnt may lie; the first that fits the examples is used, else the first there is. */
  files: string[];
  /** Where to keep what has to be learnt anew; null: go on with what there is. */
  keepIn: string | null;
  /** Whether to use sentence vectors: better, and about 100 MB more memory. */
  vectors: boolean;
  tell: (what: Notice) => void;
}

/** Where what was learnt lies: as it comes with the content, and as Natter learnt it here. */
export const learntFiles = (dirs: { contentDir: string; dataDir: string }, language: string): [string, string] => [
  join(dirs.contentDir, language, 'examples.learnt'),
  join(dirs.dataDir, `${language}.learnt`),
];

/**
 * Understanding, with messages read in a thread of its own. Should the thread end or not answer in time, they are read here, by the
 * lists of words alone: words about danger are always heard.
 */
export function openUnderstanding({ words, files, keepIn, vectors, tell }: UnderstandingPlan): Opened {
  const { best, fits } = bestOf(files, digestOf(words));
  const open = (learnt: Uint8Array | null) =>
    startReader({ words: withoutExamples(words), learnt, wantsVectors: vectors }, tell);
  let reader: Reader = open(best);
  let here: Understanding | null = null;
  if (!best) tell('words-only');
  const readHere = (text: string): Promise<Reading> => {
    here ??= createUnderstanding(words);
    return here.read(text);
  };
  const learning = fits || keepIn === null ? null : startLearning(words);
  if (learning && keepIn !== null) {
    tell('out-of-date');
    learning.learnt.then(
      (learnt) => {
        if (!keep(keepIn, learnt)) tell('not-kept');
        const next = open(learnt);
        void next.ready.then(() => {
          const before = reader;
          reader = next;
          tell('learnt-anew');
          return before.close();
        });
      },
      () => tell('thread-ended'),
    );
  }
  return {
    understanding: { read: async (text) => (await reader.read(text)) ?? readHere(text), reply: createReplies(words) },
    ready: reader.ready,
    async close() {
      await Promise.all([reader.close(), learning?.close()]);
    },
  };
}

/** What was learnt with other vectors than ours is worth nothing; without any, all of it can be read by words. */
function bestOf(files: string[], digest: string): { best: Uint8Array | null; fits: boolean } {
  const encoder = readEncoder();
  const found = files
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file))
    .flatMap((bytes) => {
      const from = learntFrom(bytes);
      const isOurs = from !== null && (!encoder || from.encoder === encoder.digest);
      return isOurs ? [{ bytes, fits: from.examples === digest }] : [];
    });
  const best = found.find(({ fits }) => fits) ?? found[0];
  return { best: best?.bytes ?? null, fits: best?.fits ?? false };
}

/** Who reads messages has no need of what was learnt from. */
function withoutExamples(words: UnderstandingWords): UnderstandingWords {
  const topics = words.topics.map((topic) => ({ ...topic, examples: [] }));
  return { ...words, topics, smallTalk: [], safety: { ...words.safety, examples: {}, safe: [] } };
}

/** False when there was no room for it, or no right to write: it is learnt again at the next start. */
function keep(file: string, bytes: Uint8Array): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, bytes);
    renameSync(`${file}.new`, file);
    return true;
  } catch {
    return false;
  }
}
