import type { Config } from '../config';
import { learntFiles, type Opened, openUnderstanding } from '../open-understanding';
import type { Content } from '../read-content';

/** Messages are read as a running Natter reads them, but that nothing is learnt: `npm run learn` does that. Close it. */
export function openHearing(config: Config, content: Pick<Content, 'understanding'>, language = 'en'): Opened {
  const words = content.understanding[language];
  if (!words) throw new Error(`There is no content in "${language}".`);
  return openUnderstanding({
    words,
    files: learntFiles(config, language),
    keepIn: null,
    vectors: config.sentenceVectors,
    tell: (what) => process.stderr.write(`understanding: ${what}\n`),
  });
}
