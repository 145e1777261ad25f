import type { Fault } from '../../dialogs/types';
import type { Content } from '../../read-content';
import type { Message } from './messages';

type Saved = Content['savedReplies'][string];

/** What people read once a worker has picked it, paragraph by paragraph. The titles are for workers alone. */
export const savedMessages = (replies: Saved): Message[] =>
  replies.flatMap(({ title, text, file, line }) =>
    text.split(/\n{2,}/).map((paragraph) => ({
      file,
      line,
      text: paragraph,
      kind: 'message' as const,
      young: false,
      group: `saved reply ${title}`,
    })),
  );

/** `{value}` that nothing fills would come into the box with its brackets. */
export function savedValueFaults(replies: Saved, known: string[]): Fault[] {
  const names = [...known, 'worker'];
  return replies.flatMap(({ text, file, line }) =>
    [...text.matchAll(/\{([^{}]*)\}/g)]
      .filter(([, name = '']) => !names.includes(name))
      .map(([whole]) => ({
        file,
        line,
        rule: 'value',
        what: `nothing fills ${whole}`,
        mend: `use one of ${names.map((name) => `{${name}}`).join(' ')}, or add it to "values" in place.yaml`,
      })),
  );
}
