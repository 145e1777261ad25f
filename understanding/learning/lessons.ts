import { createHash } from 'node:crypto';
import { createMending } from '../reading/mending';
import { tidy } from '../reading/normalise';
import { createRoom, type Room } from '../room';
import { createLexicon, type Lexicon } from '../topics';
import { DANGERS, type Danger, TOPICS } from '../types';
import type { UnderstandingWords } from '../words';
import { grams } from './grams';
import { type Example, learn } from './learning';
import { DANGER_LABELS, DUE_NOW, type Learnt } from './learnt';
import { remembered, type Vectors, wholeOf } from './vectors';

/** One text to learn from, and what it is. */
interface Lesson {
  text: string;
  labels: readonly string[];
}

const PLAN = { rounds: 8, fewest: 3, hidden: 64 };
const TOLD_EVERY = 1024;
/** A word that stands in so many lessons is spelt right. */
const SPELT_RIGHT = 3;

/** The same for the same examples: tells whether what was learnt is up to date. */
export function digestOf({ topics, smallTalk, safety }: UnderstandingWords): string {
  const examples = [topics.map(({ id, examples }) => [id, examples]), smallTalk, safety.examples, safety.safe];
  return createHash('sha256').update(JSON.stringify(examples)).digest('hex');
}

/**
 * Learns from all examples in content. The same examples give the same result, byte for byte. Takes twenty minutes.
 * @param encoder a digest of what made the vectors
 */
export function learnAll(
  words: UnderstandingWords,
  vectors: Vectors | null,
  encoder: string,
  tell: (progress: string) => void = () => undefined,
): Learnt {
  const { topics, dangers, known, repair, room } = lessonsOf(words);
  const lexicon = createLexicon(room);
  const pupil = { room, lexicon, vectors: vectors && remembered(vectors), repair, tell };
  const topicExamples = read(pupil, topics, TOPICS, (message) => lexicon.found(message));
  tell(`learning topics from ${topicExamples.length} examples`);
  const topicModel = learn(topicExamples, [...TOPICS], PLAN);
  const dangerExamples = read(pupil, dangers, DANGER_LABELS, () => []);
  tell(`learning danger from ${dangerExamples.length} examples`);
  const dangerModel = learn(dangerExamples, [...DANGER_LABELS], PLAN);
  return {
    examples: digestOf(words),
    encoder,
    topics: topicModel,
    dangers: dangerModel,
    words: known,
  };
}

/** All that there is to learn from, and how it is read: with its words put right by the words that are common in it. */
export function lessonsOf(words: UnderstandingWords) {
  const topics = topicLessons(words);
  const dangers = dangerLessons(words);
  const known = knownWords(createRoom(words), [...topics, ...dangers]);
  const mending = createMending(known);
  return { topics, dangers, known, repair: mending.repair, room: createRoom(words, mending) };
}

/** A text that stands under several topics is about all of them; small talk is about none. */
function topicLessons({ topics, smallTalk }: UnderstandingWords): Lesson[] {
  const said = together(topics.flatMap(({ id, examples }) => examples.map((text) => ({ text, labels: [id] }))));
  const known = new Set(said.map(({ text }) => text));
  return [...said, ...smallTalk.filter((text) => !known.has(text)).map((text) => ({ text, labels: [] }))];
}

/** One lesson for each text, with all that it was an example of. */
function together(lessons: Lesson[]): Lesson[] {
  const labels = new Map<string, string[]>();
  for (const { text, labels: some } of lessons) labels.set(text, [...(labels.get(text) ?? []), ...some]);
  return [...labels].map(([text, all]) => ({ text, labels: all }));
}

/** What is said of topics shows what is no danger, as the safe sentences do, unless it also stands among what is. */
function dangerLessons({ topics, safety, smallTalk }: UnderstandingWords): Lesson[] {
  const said = (due: 'now' | 'check' | 'none') => (kind: Danger) => safety.examples[kind]?.[due] ?? [];
  const of = (due: 'now' | 'check', more: string[]) =>
    DANGERS.flatMap((kind) => said(due)(kind).map((text) => ({ text, labels: [kind, ...more] })));
  const harmful = new Set([
    ...(topics.find(({ id }) => id === 'abuse')?.examples ?? []),
    ...DANGERS.flatMap((kind) => [...said('now')(kind), ...said('check')(kind)]),
  ]);
  const harmless = topics.flatMap(({ examples }) => examples).filter((text) => !harmful.has(text));
  const safe = new Set([...safety.safe, ...DANGERS.flatMap(said('none')), ...smallTalk, ...harmless]);
  const harm = together([...of('now', [DUE_NOW]), ...of('check', [])]);
  return [...harm, ...[...safe].map((text) => ({ text, labels: [] }))];
}

function knownWords(room: Room, lessons: Lesson[]): string[] {
  const { shorthand } = room.words.replies;
  const written = (text: string) =>
    tidy(text)
      .replaceAll("'", '')
      .match(/[a-z]+/g) ?? [];
  const shortForms = (text: string) => written(text).filter((word) => Object.hasOwn(shorthand, word));
  const counts = new Map<string, number>();
  for (const { text } of lessons)
    for (const word of new Set([...room.plain(text), ...shortForms(text)]))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const count = (word: string) => counts.get(word) ?? 0;
  const right = [...counts.keys()].filter((word) => count(word) >= SPELT_RIGHT);
  return right.sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
}

interface Pupil {
  room: Room;
  lexicon: Lexicon;
  vectors: Vectors | null;
  repair: (word: string) => string;
  tell: (progress: string) => void;
}

/** The words of each sentence, put right. */
export const repaired = ({ normalised }: ReturnType<Room['message']>, repair: (word: string) => string): string[][] =>
  normalised.sentences.map((words) => words.map(repair));

function read(
  { room, vectors, repair, tell }: Pupil,
  lessons: Lesson[],
  labels: readonly string[],
  found: (message: ReturnType<Room['message']>) => string[],
): Example[] {
  return lessons.map((lesson, i) => {
    if (i % TOLD_EVERY === 0) tell(`reading ${i} of ${lessons.length}`);
    const message = room.message(lesson.text);
    const sentences = repaired(message, repair);
    const counts = grams(sentences);
    for (const each of found(message)) counts.set(each, 1);
    const target = labels.map((label) => (lesson.labels.includes(label) ? 1 : 0));
    return { counts, vector: vectors?.(wholeOf(sentences)) ?? null, target };
  });
}
