import { readContent } from '../../read-content';
import { applyEdit, readEdit, reworded } from '../../story/edits';
import { addLine, blankStory, sharedLines } from '../../story/story';

const { content } = readContent('content', 'example');
const words = content?.edits.en;
if (!words) throw new Error('no words');

const story = ['the rent is late', 'my mum helps'].reduce(
  (so, text) => addLine(so, { at: 1, question: 'How are things?', text, kind: 'words' }),
  blankStory(),
);

test.each([
  ['leave out 2', { does: 'leave-out', numbers: [2] }],
  ['Leave out 1 and 3.', { does: 'leave-out', numbers: [1, 3] }],
  ['put 2 back', { does: 'put-back', numbers: [2] }],
  ['change 3', { does: 'change', number: 3, text: null }],
  ['Change line 3 to My mum helps, not my dad.', { does: 'change', number: 3, text: 'My mum helps, not my dad.' }],
  ['change 2: it is 3 months, not 2', { does: 'change', number: 2, text: 'it is 3 months, not 2' }],
  ['add a line', { does: 'add', text: null }],
  ['also tell them that I work nights', { does: 'add', text: 'I work nights' }],
  ['add 3 back', { does: 'put-back', numbers: [3] }],
  ['change my mind', null],
  ['I want to change 2 things', null],
  ['they add a line of debt every week', null],
  ['change 2 and 3', null],
])('"%s"', (text, edit) => expect(readEdit(text, words)).toEqual(edit));

test('what was left out is not passed on, until it is put back', () => {
  const without = applyEdit(story, { does: 'leave-out', numbers: [1] }).story;
  expect(sharedLines(without).map(({ text }) => text)).toEqual(['my mum helps']);
  expect(sharedLines(applyEdit(without, { does: 'put-back', numbers: [1] }).story)).toHaveLength(2);
});

test('a number that names no line changes nothing', () => {
  expect(applyEdit(story, { does: 'leave-out', numbers: [7] })).toEqual({ story, changed: [] });
});

test('a line in other words is theirs word for word, keeps its question, and nothing is left of the old words', () => {
  const changed = reworded(applyEdit(story, { does: 'leave-out', numbers: [2] }).story, 2, 'my nan helps');
  expect(sharedLines(changed).at(1)).toMatchObject({
    question: 'How are things?',
    text: 'my nan helps',
    kind: 'words',
  });
  expect(JSON.stringify(changed)).not.toContain('my mum helps');
});
