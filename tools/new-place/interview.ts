import type { Answers, Question, Questions } from './questions';

/** There were no more answers, or one that was given at once is not right. Nothing has been written. */
export class AnswerError extends Error {
  readonly code = 'answer';
}

/** Asks one question after the other, and again where an answer is not right. `next`: the next line, null when there is none. @throws AnswerError */
export async function interview(
  questions: Questions,
  next: () => Promise<string | null>,
  tell: (text: string) => void,
): Promise<Answers> {
  const all = Object.entries(questions) as [keyof Answers, Question<unknown>][];
  const answers: Partial<Record<keyof Answers, unknown>> = {};
  for (const [index, [id, { asks, example, why, read }]] of all.entries()) {
    tell(`\n${index + 1} of ${all.length}: ${asks}\n  For example: ${example}\n  ${why}\n> `);
    for (let answered = false; !answered; ) {
      const line = await next();
      if (line === null) throw new AnswerError(`The answers end before "${asks}" Nothing was written.`);
      const found = read(line.trim());
      answered = 'value' in found;
      if ('wrong' in found) tell(`  ${found.wrong}\n> `);
      else answers[id] = found.value;
      if ('heard' in found) tell(`  I read that as: ${found.heard}.\n`);
    }
  }
  return answers as Answers;
}

/** Takes answers that were written down before, by the question's id. @throws AnswerError naming all that is wrong. */
export function readAnswers(questions: Questions, given: Record<string, string | string[]>): Answers {
  const unknown = Object.keys(given).filter((id) => !(id in questions));
  const wrong = unknown.map((id) => `  ${id}: nobody asks this. Answer ${Object.keys(questions).join(', ')}.`);
  const answers: Partial<Record<keyof Answers, unknown>> = {};
  for (const [id, { read }] of Object.entries(questions) as [keyof Answers, Question<unknown>][]) {
    const found = read([given[id] ?? ''].flat().join(', ').trim());
    if ('wrong' in found) wrong.push(`  ${id}: ${found.wrong}`);
    else answers[id] = found.value;
  }
  if (wrong.length > 0) throw new AnswerError(`Nothing was written. These answers are not right:\n${wrong.join('\n')}`);
  return answers as Answers;
}
