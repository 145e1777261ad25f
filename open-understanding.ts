import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Reader, startLearning, startReader } from './reading-thread';
import { createReplies, createUnderstanding, type UnderstandingWords } from './understanding';
import { digestOf } from './understanding/learning/lessons';
import { decodeLearnt } from './understanding/learning/model-file';
import type { Reading, Understanding } from './understanding/types';

export interface Opened {
  understanding: Understanding;
  /** Resolves when messages are read as well as they will be for now. */
  ready: Promise<void>;
  close(): Promise<void>;
}

export type Notice = 'words-only' | 'no-vectors' | 'out-of-date' | 'learnt-anew' | 'thread-ended';

export interface UnderstandingPlan {
  words: UnderstandingWords;
  /** Where what was learnt may lie; the first that fits the examples is used, else the first there is. */
  files: string[];
  /** Where to keep what has to be learnt anew; null: go on with what there is. */
  keepIn: string | null;
  /** Whether to use sentence vectors: better, and about 250 MB more memory. */
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
  const open = (learnt: Uint8Array | null) => startReader({ does: 'read', words, learnt, vectors }, tell);
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
        keep(keepIn, learnt);
        const before = reader;
        reader = open(learnt);
        void reader.ready.then(() => before.close());
        tell('learnt-anew');
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

function bestOf(files: string[], digest: string): { best: Uint8Array | null; fits: boolean } {
  const found = files
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file))
    .flatMap((bytes) => {
      const learnt = decodeLearnt(bytes);
      return learnt ? [{ bytes, fits: learnt.examples === digest }] : [];
    });
  const best = found.find(({ fits }) => fits) ?? found[0];
  return { best: best?.bytes ?? null, fits: best?.fits ?? false };
}

function keep(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}
