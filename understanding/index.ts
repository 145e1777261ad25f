import { createLanguage, withDangers } from './languages/language';
import type { Opinion, Question } from './learning/learnt';
import { createAbout, createYoung } from './people';
import type { Mending } from './reading/mending';
import { createReply } from './replies/reply';
import { createRoom } from './room';
import { type BrokenExample, brokenExamples, createSafety } from './safety';
import { createLexicon, ranked } from './topics';
import { TOPICS, type Understanding } from './types';
import { type BrokenWay, brokenWays, createWays } from './ways';
import { type UnderstandingWords, understandingWordsSchema } from './words';

export type { Opinion, Question } from './learning/learnt';
export { PatternError } from './reading/pattern';
export type { BrokenExample } from './safety';
export { readTime, type TimeSpan } from './times/time';
export { outcodeIn, withoutIncodes } from './values/postcodes';
export type { BrokenWay } from './ways';
export * from './words';

/** Gives what was learnt from examples about a message; null when it cannot, or not in time. */
export type Opinions = (question: Question) => Promise<Opinion | null>;

/** Topics less likely than this are not told. */
const LEAST_LEARNT = 0.001;
const LEAST_LISTED = 0.25;
/** From here on a message is about a topic for certain. */
const CERTAIN = 0.6;
const none: Opinions = async () => null;

/**
 * Makes the understanding room for one language. Without opinions it goes by the lists of words alone: worse, not broken.
 * `mending` puts misspelt words right. Throws ZodError or PatternError when its words are not as they should be.
 */
export function createUnderstanding(
  words: UnderstandingWords,
  opinionOn: Opinions = none,
  mending?: Mending,
): Understanding {
  const { room, lexicon, safety, about, young, ways, reply, language } = partsOf(words, mending);
  return {
    async read(text) {
      const message = room.message(text);
      const { sentences } = message.normalised;
      // Without a word there is nothing to have an opinion on.
      const opinion = sentences.length > 0 ? await opinionOn({ sentences, found: lexicon.found(message) }) : null;
      const topics = opinion
        ? ranked(
            TOPICS.map((id) => [id, opinion.topics[id]]),
            LEAST_LEARNT,
          )
        : ranked(lexicon.scores(message), LEAST_LISTED);
      return {
        topics,
        safety: withDangers(safety(message, opinion?.danger), language.dangersIn(text)),
        about: about(message),
        young: young(message),
        ways: ways(message, (topics[0]?.score ?? 0) >= CERTAIN),
        language: language.languageOf(text),
      };
    },
    reply,
  };
}

/** Reads replies alone, which takes no patterns: quick to make. */
export function createReplies(words: UnderstandingWords): Understanding['reply'] {
  return createReply(createRoom(understandingWordsSchema.parse(words)));
}

/** For the check command: the safety examples that do not hold. Throws like createUnderstanding. */
export function checkSafetyExamples(words: UnderstandingWords): BrokenExample[] {
  return brokenExamples(partsOf(words).room);
}

/** For the check command: the examples of ways in that do not hold. */
export function checkWays(words: UnderstandingWords): BrokenWay[] {
  return brokenWays(partsOf(words).room);
}

/** All parts are always made together, since each adds to the vocabulary by which the others tell words from misspellings. */
function partsOf(words: UnderstandingWords, mending?: Mending) {
  const room = createRoom(understandingWordsSchema.parse(words), mending);
  return {
    room,
    lexicon: createLexicon(room),
    safety: createSafety(room),
    about: createAbout(room),
    young: createYoung(room),
    ways: createWays(room),
    reply: createReply(room),
    language: createLanguage(room.words.languages),
  };
}
