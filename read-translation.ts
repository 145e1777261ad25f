import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Folder } from './content-folder';
import { type MadeFrom, type Part, standing } from './dialogs/standing';
import { translate } from './dialogs/translation';
import type { Library } from './dialogs/types';
import { type LinesSaid, linesSaidSchema } from './directory/lines-said';
import { timeWordsSchema } from './handoff/time-words';
import { editWordsSchema } from './story/edit-words';
import type { EditWords } from './story/edits';
import { bothLists, bothReplies, translatedRepliesSchema } from './understanding/translated-words';
import { commandsSchema, type UnderstandingWords } from './understanding/words';

const line = z.string().trim().min(1);

/** `content/<language>/translation.yaml`: that this folder is a translation, and of what. */
const translationSchema = z.strictObject({
  of: line,
  /** What its speakers call it. */
  own: line,
  /** In English, as a worker at the desk sees it. */
  name: line,
  direction: z.enum(['ltr', 'rtl']),
  /** What it still lacks. Left out: it may be served. */
  draft: line.nullable().default(null),
  times: timeWordsSchema.nullable().default(null),
});

/** Another language in which all is said that is translated, and the rest in the one it is a translation of. */
export interface Translation extends z.infer<typeof translationSchema> {
  language: string;
  library: Library;
  /** Words that work anywhere, and ways to answer, to edit: in both languages. */
  commands: Record<string, string[]>;
  ownCommands: Record<string, string[]>;
  replies: UnderstandingWords['replies'];
  edits: EditWords;
  page: Record<string, unknown>;
  lines: LinesSaid;
  /** How every step and phrase stands to the English of today. */
  parts: Part[];
}

/** What a translation goes over. */
export interface Original {
  library: Library;
  commands: Record<string, string[]> | null;
  understanding: UnderstandingWords | null;
  edits: EditWords | null;
  page: Record<string, unknown> | null;
}

const MARK = 'translation.yaml';
export const MADE_FROM = 'translated-from.yaml';
export const isTranslation = (dir: string, language: string) => existsSync(join(dir, language, MARK));

/** Reads a translation at one place. Null when a file of it cannot be read, or what it goes over; the folder's faults say why. */
export function readTranslation(
  folder: Folder,
  language: string,
  place: string,
  originals: Record<string, Original>,
): Translation | null {
  const head = folder.yaml(join(language, MARK), translationSchema);
  const original = head && originals[head.of];
  if (!head) return null;
  if (!original)
    return folder.fault(join(language, MARK), `there is no content in "${head.of}"`, 'name a language that is there');
  const optional = <T>(name: string, schema: z.ZodType<T>, otherwise: T): T | null =>
    folder.has(join(language, name)) ? folder.yaml(join(language, name), schema) : otherwise;
  const commands = optional('commands.yaml', commandsSchema, {});
  const replies = optional('replies.yaml', translatedRepliesSchema, {});
  const edits = optional('story.yaml', editWordsSchema.partial(), {});
  const page = optional('page.yaml', z.record(z.string(), z.unknown()), {});
  const lines = optional('helplines.yaml', linesSaidSchema, {});
  const from = optional(MADE_FROM, z.record(z.string(), z.string()), {});
  const texts = textsOf(folder, language, place, head.of);
  const { library, faults } = translate(language, original.library, texts.layers);
  folder.faults.push(...faults);
  if (!commands || !replies || !edits || !page || !lines || !from) return null;
  if (!original.commands || !original.understanding || !original.edits || !original.page) return null;
  return {
    ...head,
    language,
    library,
    ownCommands: commands,
    commands: bothLists(original.commands, commands),
    replies: bothReplies(original.understanding.replies, replies),
    edits: bothLists<EditWords>(original.edits, edits),
    page: { ...original.page, ...page, lang: language, dir: head.direction },
    lines,
    parts: standing(texts.english, texts.own, from as MadeFrom),
  };
}

/** A place may have words of its own, in either language: a translation of what all share does not go over those. */
function textsOf(folder: Folder, language: string, place: string, of: string) {
  const local = join('places', place);
  const flows = (at: string) => folder.markdown(join(at, 'flows'));
  const phrases = (at: string) => folder.markdown(at, 'phrases');
  const english = [...flows(of), ...phrases(of)];
  const shared = new Set(english.map(({ path }) => path));
  const everywhere = new Set([
    ...shared,
    ...[...flows(join(local, of)), ...phrases(join(local, of))].map(({ path }) => path),
  ]);
  const own = { flows: flows(language), phrases: phrases(language) };
  const ownHere = { flows: flows(join(local, language)), phrases: phrases(join(local, language)) };
  return {
    english,
    own: [...own.flows, ...own.phrases],
    layers: [
      { ...own, of: shared },
      { ...ownHere, of: everywhere },
    ],
  };
}
