import type { Talk } from './bots/talk';
import type { Config } from './config';
import { inspect } from './dialogs/inspect';
import { linesAt, servedIn } from './directory/nearby';
import { nearHelp } from './open-near-help';
import { type Content, readContent } from './read-content';
import { translationsOf } from './serve-translations';
import { createUnderstanding } from './understanding';
import type { Understanding } from './understanding/types';

/** The content has faults, each told as `file:line: what: mend`. Natter does not start on words that do not hold together. */
export class ContentError extends Error {
  readonly code = 'content';
}

/** What the bot talks from, in one language and those of its translations that are served. */
export function talkOf(content: Content, language: string, understanding?: Understanding): Talk {
  const library = content.libraries[language];
  const words = content.understanding[language];
  const edits = content.edits[language];
  if (!library || !words || !edits) throw new ContentError(`There is no content in "${language}".`);
  return {
    library,
    understanding: understanding ?? createUnderstanding(words),
    helplines: linesAt(content.place, content.helplines),
    place: content.place,
    near: nearHelp(content, language),
    edits,
    languages: content.languages,
    ...translationsOf(content, language),
  };
}

/** All the content of a place. @throws ContentError */
export function soundContent(config: Config): Content {
  const { content, faults: unread } = readContent(config.contentDir, config.place);
  const faults = content ? [...unread, ...structureFaults(content)] : unread;
  if (faults.length > 0 || !content) {
    const lines = faults.map(({ file, line, what, mend }) => `  ${file}:${line}: ${what}: ${mend}`);
    throw new ContentError(`The content has faults:\n${lines.join('\n')}`);
  }
  return content;
}

function structureFaults({ libraries, translations, commands, helplines, place }: Content) {
  const served = servedIn(linesAt(place, helplines), place.nation);
  return [
    ...Object.values(libraries).flatMap((library) => inspect(library, commands[library.language] ?? {}, served)),
    ...Object.values(translations).flatMap((each) => inspect(each.library, each.commands, served)),
  ];
}
