import { join } from 'node:path';
import { readContent } from '../../read-content';
import { createUnderstanding } from '../../understanding';

/** What Natter really knows of English: these tests are about the words as much as about the code. */
const { content } = readContent(join(__dirname, '..', '..', 'content'), 'example');
const read = content?.understanding.en;
if (!read) throw new Error('The content cannot be read.');
export const words = read;
export const understanding = createUnderstanding(words);
