import { z } from 'zod';
import { readConfig } from '../config';
import { readContent } from '../read-content';
import { createUnderstanding, readTime } from '../understanding';
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

function understanding() {
  const { contentDir, place } = readConfig(process.env);
  const words = readContent(contentDir, place).content?.understanding.en;
  if (!words) throw new Error('The content cannot be read: npm run check says why.');
  return createUnderstanding(words);
}

const WAYS: Record<string, { make: () => Answer; wants: string }> = {
  reading: {
    wants: 'plain text or {"text":"..."}',
    make: () => {
      const { read } = understanding();
      return (line) => read(line.trimStart().startsWith('{') ? textLine.parse(JSON.parse(line)).text : line);
    },
  },
  choice: {
    wants: '{"options":["..."],"reply":"..."}',
    make: () => {
      const { reply } = understanding();
      return (line) => {
        const asked = choiceLine.parse(JSON.parse(line));
        return { choice: reply(asked.reply, asked.options).choice };
      };
    },
  },
  time: {
    wants: '{"text":"...","now":"2026-06-17T10:00"}',
    make: () => (line) => {
      const { text, now } = timeLine.parse(JSON.parse(line));
      return readTime(text, now);
    },
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
  const answer = way.make();
  for await (const line of linesOf(process.stdin))
    await write(process.stdout, `${JSON.stringify(told(answer, line, way.wants))}\n`);
}

/** What went wrong is said by what was wanted, never by repeating what was written. */
function told(answer: Answer, line: string, wants: string): unknown {
  try {
    return answer(line);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return { error: `This line is not ${wants}` };
    throw error;
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'Something went wrong'}\n`);
  process.exitCode = 1;
});
