import { join } from 'node:path';
import { readUnderstandingWords } from '../../tools/understanding-words';
import { createUnderstanding } from '../../understanding';

/** What Natter really knows of English: these tests are about the words as much as about the code. */
export const words = readUnderstandingWords(join(__dirname, '..', '..', 'content'), 'en');
export const understanding = createUnderstanding(words);
