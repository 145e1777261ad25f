import type { State } from '../dialogs/types';
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
export function replyTo({ understanding, original }: Talk, offered: State['offered'], text: string): Reply {
  const labels = offered.map(({ label }) => label);
  const reply = understanding.reply(text, labels);
  if (!original || reply.choice !== null || reply.command !== null) return reply;
  return original.understanding.reply(
    text,
    offered.map(({ label, means }) => means ?? label),
  );
}
