import { parseFlow } from '../../../dialogs/parse';
import type { Block } from '../../../dialogs/types';
import { conditionInWords, type Directive, directiveInWords } from '../../../tools/preview/in-words';
import { words } from './world';

const first = (text: string): Block | undefined => parseFlow('f.md', `# Start\n\n${text}\n`).flow.steps[0]?.blocks[0];

test.each([
  ['{young}', 'Only for a child'],
  ['{adult phone}', 'Only for an adult, and only by text message'],
  ['{web about="friend"}', 'Only on the web, and when it is about a friend'],
  ['{about="self child parent"}', 'When it is about themselves, their child or their parent'],
  ['{short}', 'Only for somebody who asked for few words'],
  ['{answered="story"}', 'When they have answered "story"'],
  ['{answered="money/start" is="Bills"}', 'When they said "Bills" at "money/start"'],
  ['{unanswered="story" young}', 'Only for a child, and when they have not answered "story"'],
])(':::when%s is "%s"', (written, told) => {
  const block = first(`:::when${written}\nHello.\n:::`);
  expect(block?.type === 'when' && conditionInWords(block.test, words)).toBe(told);
});

test.each([
  ['::local-help{topic="money"}', 'Shows up to three kinds of help near them for "money".'],
  ['::local-help{answer="a/b"}', 'Shows up to three kinds of help near them for what they said at "a/b".'],
  ['::local-help{give}', 'Shows up to three places near them where people are wanted.'],
  ['::local-help{more}', 'Shows the next three in the list of help.'],
  ['::local-help{again}', 'Shows the list of help from its beginning.'],
  ['::helplines{for="abuse"}', 'Shows the national lines for "abuse".'],
  ['::who{about="friend"}', 'From here on, it is about a friend.'],
  ['::who{young}', 'From here on, they count as a child.'],
  ['::short{on}', 'From here on, few words are said.'],
  [
    '::report-help{reason="closed" of="which"}',
    'Tells whoever keeps the list about the one they picked at "which", that it has closed.',
  ],
  ['::handoff', 'Asks a worker to join.'],
  ['::handoff{peers}', 'Asks a worker to join. Peers may read what is passed on.'],
  ['::forget', 'Deletes everything they have said.'],
])('%s is "%s"', (written, told) => {
  expect(directiveInWords(first(written) as Directive, words)).toBe(told);
});
