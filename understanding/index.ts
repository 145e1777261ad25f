import { languageOf } from './language';
import { createAbout, createYoung } from './people';
import { createReply } from './reply';
import { createRoom } from './room';
import { type BrokenExample, brokenExamples, createSafety } from './safety';
import { createTopics } from './topics';
import type { Understanding } from './types';
import { type UnderstandingWords, understandingWordsSchema } from './words';

export { PatternError } from './pattern';
export type { BrokenExample } from './safety';
export { readTime, type TimeSpan } from './time';
export * from './words';

/** Makes the understanding room for one language. Throws ZodError or PatternError when its words are not as they should be. */
export function createUnderstanding(words: UnderstandingWords): Understanding {
  const { room, topics, safety, about, young, reply } = partsOf(words);
  return {
    read(text) {
      const message = room.message(text);
      return {
        topics: topics(message),
        safety: safety(message),
        about: about(message),
        young: young(message),
        language: languageOf(text),
      };
    },
    reply,
  };
}

/** For the check command: the safety examples that do not hold. Throws like createUnderstanding. */
export function checkSafetyExamples(words: UnderstandingWords): BrokenExample[] {
  return brokenExamples(partsOf(words).room);
}

/** All parts are always made together, since each adds to the vocabulary by which the others tell words from misspellings. */
function partsOf(words: UnderstandingWords) {
  const room = createRoom(understandingWordsSchema.parse(words));
  return {
    room,
    topics: createTopics(room),
    safety: createSafety(room),
    about: createAbout(room),
    young: createYoung(room),
    reply: createReply(room),
  };
}
