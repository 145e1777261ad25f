import { filled, savedRepliesSchema, withOwn } from '../../handoff/saved-replies';

const SHARED = [
  { title: 'Take your time', text: 'There is no rush.' },
  { title: 'Who I am', text: 'I am {worker}.' },
];

test('a place says one in its own way, where the shared one stood, and adds others at the end', () => {
  const own = [
    { title: 'The food bank', text: 'It opens at ten.' },
    { title: 'take your time', text: 'Write when you like.' },
  ];
  expect(withOwn(SHARED, own).map(({ text }) => text)).toEqual([
    'Write when you like.',
    'I am {worker}.',
    'It opens at ten.',
  ]);
  expect(withOwn(SHARED, [])).toEqual(SHARED);
  expect(withOwn([], own)).toEqual(own);
});

test('what has a value is filled as it is written, and nothing else', () => {
  const replies = [{ title: '{worker}', text: 'I am {worker}, {worker} of {place}. {other} {}' }];
  expect(filled(replies, { worker: '$& {place}', place: 'Hazelford' })).toEqual([
    { title: '{worker}', text: 'I am $& {place}, $& {place} of Hazelford. {other} {}' },
  ]);
});

test.each([
  ['two of one title', [...SHARED, { title: 'WHO I AM', text: 'Me.' }]],
  ['one without words', [{ title: 'Nothing', text: ' ' }]],
  ['one with more than a title and words', [{ title: 'A', text: 'B', send: true }]],
  ['a very long title', [{ title: 'x'.repeat(41), text: 'B' }]],
])('%s cannot be read', (_, replies) => {
  expect(savedRepliesSchema.safeParse(replies).success).toBe(false);
});
