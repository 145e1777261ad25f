import type { Talk, Translated } from './bots/talk';
import { inOrder, numbersInOrder } from './dialogs/number-order';
import { sayLines } from './directory/lines-said';
import { linesAt } from './directory/nearby';
import type { Content } from './read-content';
import type { Translation } from './read-translation';
import { createReplies, type UnderstandingWords } from './understanding';
import { languageNames } from './understanding/languages/names';

/** The translations that are served at this place: those it offers, drafts only where it says so. */
export const servedAt = ({ place, translations }: Pick<Content, 'place' | 'translations'>): Translation[] =>
  place.languages.flatMap((language) => {
    const found = translations[language];
    return found && (found.draft === null || place.drafts) ? [found] : [];
  });

/** What the bot says in those, and by which names they are asked for. */
export function translationsOf(content: Content, language: string): Pick<Talk, 'translations' | 'languageNames'> {
  const served = servedAt(content).filter(({ of }) => of === language);
  const own = { code: language, names: [content.languages.english.own] };
  return {
    translations: new Map(served.map((each) => [each.language, translated(content, each)])),
    languageNames:
      served.length === 0
        ? new Map()
        : languageNames([own, ...served.map(({ language: code, own, name }) => ({ code, names: [own, name] }))]),
  };
}

function translated(
  content: Content,
  { of, direction, library, edits, replies, commands, times, lines }: Translation,
): Translated {
  const words = content.understanding[of];
  if (!words) throw new Error(`There is no content in "${of}".`);
  const said = sayLines(linesAt(content.place, content.helplines), lines);
  const toTheLeft = direction === 'rtl';
  return {
    library: toTheLeft ? numbersInOrder(library) : library,
    edits,
    helplines: toTheLeft ? said.map((line) => ({ ...line, how: inOrder(line.how) })) : said,
    ...(times ? { times } : {}),
    reply: createReplies({ ...withoutExamples(words), replies, commands }),
  };
}

/** Replies are read without what messages are told apart by. */
function withoutExamples(words: UnderstandingWords): UnderstandingWords {
  return { ...words, topics: [], smallTalk: [], safety: { ...words.safety, examples: {}, safe: [] } };
}
