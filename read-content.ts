import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Folder, foldersIn, openFolder } from './content-folder';
import { buildLibrary } from './dialogs/library';
import type { Fault, Library } from './dialogs/types';
import { localHelpsSchema } from './directory/by-hand';
import { type Helpline, helplinesSchema, localLinesSchema } from './directory/helplines';
import { readOutcodes } from './directory/outcodes';
import { type Place, placeSchema, valuesOf } from './directory/place';
import type { Position } from './directory/types';
import { type DirectoryWords, directoryWordsSchema } from './directory/words';
import { savedRepliesSchema, withOwn } from './handoff/saved-replies';
import type { SavedReply } from './handoff/types';
import { isTranslation, readTranslation, type Translation } from './read-translation';
import { editWordsSchema } from './story/edit-words';
import type { EditWords } from './story/edits';
import { jargonSchema, lettersSchema } from './tools/check/jargon';
import { type Languages, languagesSchema } from './understanding/languages/language-words';
import { DANGERS, TOPICS } from './understanding/types';
import {
  commandsSchema,
  gradedSchema,
  repliesSchema,
  safetyFileSchema,
  slotsFileSchema,
  type UnderstandingWords,
  waysSchema,
} from './understanding/words';
import type { PlainWords } from './web/desk/shared/plain-words';

/** Everything Natter says and knows at one place. What is by language is keyed by its code, such as `en`. */
export interface Content {
  place: Place;
  /** The national ones. */
  helplines: Helpline[];
  /** Languages people may write in, whether or not there is content in them. */
  languages: Languages;
  libraries: Record<string, Library>;
  /** Other languages in which these are said, as far as they are translated. */
  translations: Record<string, Translation>;
  commands: Record<string, Record<string, string[]>>;
  words: Record<string, PlainWords>;
  edits: Record<string, EditWords>;
  /** What workers start a reply from, the place's own among them. */
  savedReplies: Record<string, (SavedReply & { file: string; line: number })[]>;
  understanding: Record<string, UnderstandingWords>;
  /** How help near people is sorted, found and said. */
  directory: Record<string, DirectoryWords>;
  /** Where the first halves of postcodes are. */
  outcodes: Map<string, Position>;
  /** Every place there is, this one first. */
  places: Place[];
  /** Words of the chat page and of the desk, still unchecked: their rooms know what must be in them. */
  page: Record<string, unknown>;
  desk: Record<string, unknown>;
}

export interface ReadContent {
  /** Null when a file is missing or cannot be read; `faults` then says which. */
  content: Content | null;
  faults: Fault[];
  /** Every file that was read. */
  files: string[];
  /** The line on which a part of a YAML file stands. `file` as in faults. */
  lineOf(file: string, path: readonly PropertyKey[]): number;
}

/** Reads all of `content/` for one place. The only reader of content files; never throws on what is in them. */
export function readContent(dir: string, place: string): ReadContent {
  const folder = openFolder(dir);
  const places = [place, ...placesIn(dir).filter((name) => name !== place)].map((name) => readPlace(folder, name));
  const [here = null] = places;
  const helplines = folder.yaml('helplines.yaml', helplinesSchema);
  const spoken = folder.yaml('languages.yaml', languagesSchema);
  const languages = languagesIn(dir);
  if (languages.length === 0)
    folder.missing(join('en', 'flows'), 'write the flows every language must have (docs/writing-flows.md)');
  const read = languages.map(
    (language) =>
      [
        language,
        readLanguage(folder, language, {
          place,
          values: here ? valuesOf(here) : {},
          places: places.flatMap(named),
          spoken,
        }),
      ] as const,
  );
  const translations = readTranslations(folder, dir, place, Object.fromEntries(read));
  if (here) checkOffered(folder, here, place, Object.keys(translations));
  const by = <T>(pick: (one: Language) => T | null) =>
    Object.fromEntries(read.flatMap(([language, one]) => [[language, pick(one)] as const])) as Record<string, T>;
  const content = here &&
    helplines &&
    spoken && {
      place: here,
      outcodes: readPositions(folder),
      places: places.filter((each) => each !== null),
      helplines,
      languages: spoken,
      libraries: by((one) => one.library),
      translations: translations as Record<string, Translation>,
      commands: by((one) => one.commands),
      words: by((one) => one.words),
      edits: by((one) => one.edits),
      savedReplies: by((one) => one.savedReplies),
      understanding: by((one) => one.understanding),
      directory: by((one) => one.directory),
      page: by((one) => one.page),
      desk: by((one) => one.desk),
    };
  const whole =
    read.length > 0 &&
    read.every(([, one]) => Object.values(one).every((part) => part !== null)) &&
    Object.values(translations).every((each) => each !== null);
  return { content: whole ? content : null, faults: folder.faults, files: [...folder.files], lineOf: folder.lineOf };
}

/** What it takes to look at flows, without all that Natter knows besides: quick to read. Never throws either. */
export function readFlows(dir: string, place: string, language: string) {
  const folder = openFolder(dir);
  const here = readPlace(folder, place);
  const helplines = folder.yaml('helplines.yaml', helplinesSchema);
  const library = readLibrary(folder, language, { place, values: here ? valuesOf(here) : {}, places: named(here) });
  return { library, here, helplines, faults: folder.faults, lineOf: folder.lineOf };
}

/** The languages there are, those that are translations, and the places. */
export const languagesIn = (dir: string) =>
  foldersIn(dir).filter((name) => existsSync(join(dir, name, 'flows')) && !isTranslation(dir, name));
export const translationsIn = (dir: string) => foldersIn(dir).filter((name) => isTranslation(dir, name));
export const placesIn = (dir: string) => foldersIn(join(dir, 'places'));

type Language = ReturnType<typeof readLanguage>;

interface Around {
  place: string;
  values: Record<string, string>;
  places: Library['places'];
  spoken: Languages | null;
}

function readTranslations(folder: Folder, dir: string, place: string, originals: Record<string, Language>) {
  const read = translationsIn(dir).map(
    (language) => [language, readTranslation(folder, language, place, originals)] as const,
  );
  return Object.fromEntries(read);
}

/** What a place offers has to be there. */
function checkOffered(folder: Folder, { languages }: Place, place: string, there: string[]): void {
  const file = join('places', place, 'place.yaml');
  for (const language of languages.filter((each) => !there.includes(each)))
    folder.fault(file, `there is no translation "${language}"`, 'write one, or take it out of "languages"');
}

/** One place, with the help and the lines that are listed by hand; a place may have none. */
/** The ids of a place's teams, for who needs nothing else of it; null when its file cannot be read. */
export const teamsAt = (dir: string, place: string): string[] | null =>
  readPlace(openFolder(dir), place)?.teams.map(({ id }) => id) ?? null;

function readPlace(folder: Folder, name: string): Place | null {
  const place = folder.yaml(join('places', name, 'place.yaml'), placeSchema);
  const listed = <T>(file: string, schema: z.ZodType<T[]>) => {
    const path = join('places', name, file);
    return folder.has(path) ? folder.yaml(path, schema) : [];
  };
  const help = listed('help.yaml', localHelpsSchema);
  const helplines = listed('helplines.yaml', localLinesSchema);
  return place && help && helplines && { ...place, help, helplines };
}

function readPositions(folder: Folder): Map<string, Position> {
  const name = 'outcodes.csv';
  if (!folder.has(name)) return new Map();
  const { positions, unread } = readOutcodes(folder.text(name));
  for (const line of unread)
    folder.fault(name, 'this line is no outcode with its position', 'write it as "LS6,53.8203,-1.5717"', line);
  return positions;
}

/** What conversations need to know of a place, to tell which one somebody lives in. */
const named = (place: Place | null) => (place ? [{ name: place.name, outcodes: place.outcodes }] : []);

function readLibrary(folder: Folder, language: string, { place, values, places }: Omit<Around, 'spoken'>): Library {
  const local = join('places', place, language);
  const { library, faults } = buildLibrary(language, {
    flows: [...folder.markdown(join(language, 'flows')), ...folder.markdown(join(local, 'flows'))],
    phrases: [...folder.markdown(language, 'phrases'), ...folder.markdown(local, 'phrases')],
    values,
    places,
  });
  folder.faults.push(...faults);
  return library;
}

function readLanguage(folder: Folder, language: string, { place, values, places, spoken }: Around) {
  const library = readLibrary(folder, language, { place, values, places });
  const yaml = <T>(name: string, schema: z.ZodType<T>) => folder.yaml(join(language, name), schema);
  const commands = yaml('commands.yaml', commandsSchema);
  return {
    library,
    commands,
    words: readPlainWords(folder, language),
    edits: yaml('story.yaml', editWordsSchema),
    savedReplies: readSavedReplies(folder, language, place),
    understanding: readUnderstanding(folder, language, commands, spoken),
    page: yaml('page.yaml', z.record(z.string(), z.unknown())),
    desk: yaml('desk.yaml', z.record(z.string(), z.unknown())),
    directory: yaml('directory.yaml', directoryWordsSchema),
  };
}

function readPlainWords(folder: Folder, language: string): PlainWords | null {
  const jargon = folder.yaml(join(language, 'words.yaml'), jargonSchema);
  const letters = folder.yaml(join(language, 'letters.yaml'), lettersSchema);
  return jargon && letters && { jargon, letters };
}

/** Those of the language, and the place's own. Neither has to be there. */
function readSavedReplies(folder: Folder, language: string, place: string) {
  const read = (dir: string) => {
    const name = join(dir, 'saved-replies.yaml');
    const file = folder.path(name);
    const replies = folder.has(name) ? folder.yaml(name, savedRepliesSchema) : [];
    return replies?.map((reply, index) => ({ ...reply, file, line: folder.lineOf(file, [index, 'text']) })) ?? null;
  };
  const shared = read(language);
  const own = read(join('places', place, language));
  return shared && own && withOwn(shared, own);
}

function readUnderstanding(
  folder: Folder,
  language: string,
  commands: UnderstandingWords['commands'] | null,
  languages: Languages | null,
) {
  const topics = readTopics(folder, join(language, 'topics'));
  const safety = readSafety(folder, join(language, 'safety'));
  const smallTalk = folder.lines(join(language, 'small-talk.txt'));
  const replies = folder.yaml(join(language, 'replies.yaml'), repliesSchema);
  if (!topics || !safety || !replies || !commands || !languages) return null;
  const ways = folder.has(join(language, 'ways.yaml')) ? folder.yaml(join(language, 'ways.yaml'), waysSchema) : {};
  if (!ways) return null;
  return { topics, safety, smallTalk, replies, commands, ways, languages };
}

/** An examples file whose name says nothing would be left out without a word. */
const EXAMPLES = {
  topics: TOPICS.map((id) => `${id}.txt`),
  safety: ['safe.txt', ...DANGERS.flatMap((kind) => ['now', 'check', 'none'].map((due) => `${kind}.${due}.txt`))],
};

function readTopics(folder: Folder, dir: string): UnderstandingWords['topics'] | null {
  folder.only(dir, '.txt', EXAMPLES.topics);
  const topics = folder.names(dir, '.yaml').map((name) => {
    const file = join(dir, name);
    const id = TOPICS.find((topic) => topic === basename(name, '.yaml'));
    if (!id) folder.fault(file, 'no topic has this name', `name it after one of these: ${TOPICS.join(' ')}`);
    const read = folder.yaml(file, gradedSchema);
    if (!id || !read) return null;
    return { id, words: read, examples: folder.lines(join(dir, `${id}.txt`)) };
  });
  return topics.every((topic) => topic !== null) ? topics : null;
}

/** Patterns in a file for each kind of danger, examples beside them by what is due, and what only sounds like any danger. */
function readSafety(folder: Folder, dir: string): UnderstandingWords['safety'] | null {
  folder.only(dir, '.txt', EXAMPLES.safety);
  const shared = folder.yaml(join(dir, 'slots.yaml'), slotsFileSchema);
  const kinds = DANGERS.map((kind) => ({ kind, file: folder.yaml(join(dir, `${kind}.yaml`), safetyFileSchema) }));
  if (!shared) return null;
  const safety: UnderstandingWords['safety'] = {
    slots: { ...shared.slots },
    groups: [],
    examples: {},
    safe: folder.lines(join(dir, 'safe.txt')),
  };
  for (const { kind, file } of kinds) {
    if (!file) return null;
    Object.assign(safety.slots, file.slots);
    safety.groups.push(...file.groups.map((group) => ({ kind, ...group })));
    const said = (due: string) => folder.lines(join(dir, `${kind}.${due}.txt`));
    safety.examples[kind] = { now: said('now'), check: said('check'), none: said('none') };
  }
  return safety;
}
