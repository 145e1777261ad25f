import { readConfig } from '../../config';
import { readEncoder } from '../../open-encoder';
import { readContent } from '../../read-content';
import { decodeEncoder } from '../../understanding/learning/encoder-file';
import { lessonsOf, repaired } from '../../understanding/learning/lessons';
import { createPieces } from '../../understanding/learning/pieces';
import { seeded } from '../../understanding/learning/random';
import { wholeOf } from '../../understanding/learning/vectors';
import { roughen } from './rough';

/*
 * Writes what an encoder is fitted to (docs/decisions/2026-11-27-the-encoder-is-ours.md): a line for each example, with what it is an example
 * of, the pieces it is read as, and those of the same text as somebody in a hurry may write it.
 *   node -r ts-node/register tools/encoder/lessons.ts > lessons.jsonl
 */

function main(): void {
  const config = readConfig(process.env);
  const words = readContent(config.contentDir, config.place).content?.understanding.en;
  if (!words) throw new Error('The content cannot be read: npm run check says why.');
  const { topics, dangers, room, repair } = lessonsOf(words);
  const kept = readEncoder();
  const encoder = kept && decodeEncoder(kept.bytes);
  if (!encoder) throw new Error('There is no whole encoder in understanding/learning.');
  const cut = createPieces(encoder.pieces);
  const random = seeded(1);
  const pieces = (text: string) => cut(wholeOf(repaired(room.message(text), repair)));
  const write = (of: string, lessons: typeof topics) => {
    for (const { text, labels } of lessons) {
      const lesson = { of, text, labels, pieces: pieces(text), rough: pieces(roughen(text, random)) };
      process.stdout.write(`${JSON.stringify(lesson)}\n`);
    }
  };
  write('topics', topics);
  write('dangers', dangers);
}

main();
