import { putIn } from '../../../web/desk/put-in';

/** The text after plain words came in the place of others. */
function after(text: string, words: string, instead: string): string {
  const from = text.indexOf(words);
  const edit = putIn(text, { words, from, to: from + words.length }, instead);
  return text.slice(0, edit.from) + edit.text + text.slice(edit.to);
}

test.each([
  ['We will signpost you.', 'signpost', 'tell you where to go', 'We will tell you where to go you.'],
  ['You need an assessment first.', 'assessment', 'first look', 'You need a first look first.'],
  ['Ask for a referral.', 'referral', 'extra hand', 'Ask for an extra hand.'],
  ['This is an assessment.', 'assessment', 'a chat about what would help', 'This is a chat about what would help.'],
  ['The threshold is high.', 'threshold', 'who can get this', 'Who can get this is high.'],
  ['The panel meets.', 'panel', 'people who decide', 'The people who decide meets.'],
  ['Hello. Assessment is on Monday.', 'Assessment', 'a chat', 'Hello. A chat is on Monday.'],
  ['That is all. An assessment follows', 'assessment', 'first look', 'That is all. A first look follows'],
  ['Hi\nassessment', 'assessment', 'a chat', 'Hi\nA chat'],
  ['assessment', 'assessment', 'a chat', 'A chat'],
  ['Emma assessment', 'assessment', 'a chat', 'Emma a chat'],
  ['is <b>assessment</b>', 'assessment', '$& chat', 'is <b>$& chat</b>'],
])('%j without %j', (text, words, instead, expected) => {
  expect(after(text, words, instead)).toBe(expected);
});
