import type { State } from '../dialogs/types';
import { isSame } from '../dialogs/words';
import type { Reply } from '../understanding/types';
import type { Talk } from './talk';

/** The talk in one of the languages that are served; null, or one that is not: the first. Every turn chooses here. */
export function talkIn(talk: Talk, speaks: string | null): Talk {
  const first = talk.original ?? talk;
  const translated = speaks === null ? undefined : first.translations.get(speaks);
  if (!translated) return first;
  const { reply, ...others } = translated;
  // Words are read as in the first language: danger is heard in every language there.
  const understanding = { read: (text: string) => first.understanding.read(text), reply };
  return { ...first, ...others, understanding, original: first };
}

/** Can their words be read in this conversation? English ones always can. */
export function canRead({ library, original }: Talk, language: string): boolean {
  return language === library.language || language === original?.library.language;
}

/** What a reply means. In a translation a choice can be picked by its English words too. */
export function replyTo(
  { understanding, original }: Talk,
  engine: Pick<State, 'offered' | 'unclear'>,
  text: string,
): Reply {
  const same = engine.offered.findIndex(({ label, means = label }) => isSame(label, text) || isSame(means, text));
  if (engine.unclear && same >= 0) return { choice: same, command: null };
  const offered = engine.unclear ? engine.offered.map(atItsHead) : engine.offered;
  const labels = offered.map(({ label }) => label);
  const reply = understanding.reply(text, labels);
  if (!original || reply.choice !== null || reply.command !== null) return reply;
  return original.understanding.reply(
    text,
    offered.map(({ label, means }) => means ?? label),
  );
}

/**
 * Where only a clear answer counts, a choice is told by its yes or no alone: "don't let them read it" has most of the
 * words of "Yes, they can read it".
 */
function atItsHead({ label, means = label, to }: State['offered'][number]): State['offered'][number] {
  const head = (words: string) => words.split(/[,،]/)[0] ?? words;
  return { label: head(label), means: head(means), to };
}
