import { z } from 'zod';
import { readConfig } from '../config';
import { type Content, readContent } from '../read-content';
import { createReplies, readTime, type UnderstandingWords } from '../understanding';
import { openHearing } from './hearing';
import { linesOf, write } from './lines';

/*
 * One message per line on stdin, one JSON object per line on stdout, in the same order.
 *   npm run --silent understand                    plain text or {"text":"..."} -> what the message means
 *   npm run --silent understand -- --as choice     {"options":["..."],"reply":"..."} -> {"choice": index or null}
 *   npm run --silent understand -- --as time       {"text":"...","now":"2026-06-17T10:00"} -> {"from","to"} or null
 * A line that cannot be read gives {"error":"..."} in its place; the rest goes on.
 */

const textLine = z.object({ text: z.string() });
const choiceLine = z.object({ options: z.array(z.string()), reply: z.string() });
const timeLine = z.object({ text: z.string(), now: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/) });

type Answer = (line: string) => unknown;
interface Way {
  wants: string;
  make(): { answer: Answer; close(): Promise<void> };
}

const config = readConfig(process.env);

function contentHere(): Content {
  const { content } = readContent(config.contentDir, config.place);
  if (!content) throw new Error('The content cannot be read: npm run check says why.');
  return content;
}

function wordsOf(): UnderstandingWords {
  const words = contentHere().understanding.en;
  if (!words) throw new Error('There is no content in English.');
  return words;
}

const done = async () => undefined;

const WAYS: Record<string, Way> = {
  reading: {
    wants: 'plain text or {"text":"..."}',
    make() {
      const { understanding, close } = openHearing(config, contentHere());
      const textOf = (line: string) =>
        line.trimStart().startsWith('{') ? textLine.parse(JSON.parse(line)).text : line;
      // Which flow it asks for is between understanding and the conversation.
      const answer = async (line: string) => {
        const { ways: _ways, ...reading } = await understanding.read(textOf(line));
        return reading;
      };
      return { answer, close };
    },
  },
  choice: {
    wants: '{"options":["..."],"reply":"..."}',
    make() {
      const readReply = createReplies(wordsOf());
      return {
        answer(line) {
          const { reply, options } = choiceLine.parse(JSON.parse(line));
          return { choice: readReply(reply, options).choice };
        },
        close: done,
      };
    },
  },
  time: {
    wants: '{"text":"...","now":"2026-06-17T10:00"}',
    make: () => ({
      answer(line) {
        const { text, now } = timeLine.parse(JSON.parse(line));
        return readTime(text, now);
      },
      close: done,
    }),
  },
};

async function main(args: string[]): Promise<void> {
  const as = args[0] === '--as' ? args[1] : args.length === 0 ? 'reading' : undefined;
  const way = as !== undefined && Object.hasOwn(WAYS, as) ? WAYS[as] : undefined;
  if (!way) {
    process.stderr.write(
      'Use: npm run --silent understand [-- --as choice|time], with one message per line on stdin.\n',
    );
    process.exitCode = 1;
    return;
  }
  const { answer, close } = way.make();
  try {
    for await (const line of linesOf(process.stdin))
      await write(process.stdout, `${JSON.stringify(await told(answer, line, way.wants))}\n`);
  } finally {
    await close();
  }
}

/** What went wrong is said by what was wanted, never by repeating what was written. */
async function told(answer: Answer, line: string, wants: string): Promise<unknown> {
  try {
    return await answer(line);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return { error: `This line is not ${wants}` };
    throw error;
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'Something went wrong'}\n`);
  process.exitCode = 1;
});
