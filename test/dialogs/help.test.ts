import type { Event } from '../../dialogs/types';
import { libraryOf, Talk } from './talk';

const HELP_LIST = `
# Choices
:::when{unanswered="help-list/outcode"}
- [More like this](#more)
- [Nearest first](#where)
- [Send me this](#send)
- [Something is wrong](#wrong)
:::

- [More like this](#more)
- [Send me this](#send)

# More
::local-help{more}

- [Carry on](carry-on)

# Where
::ask[Your postcode?]{as="outcode" kind="outcode" next="#which-place"}

# Which place
::which-place[Which one?]{next="#nearest"}

# Nearest
::local-help{again}

- [Carry on](carry-on)

# Send
::send-list

- [Carry on](carry-on)

# Wrong
::which-help[Which?]{next="#closed"}

# Closed
::report-help{reason="closed" of="wrong"}

Thank you.

- [Carry on](carry-on)
`;
const MONEY = '# Start\nMoney.\n\n::local-help{topic="money"}\n\n- [A person](person)\n';
const STEP = MONEY.replace('{topic="money"}', '{topic="money" words="today"}');
const NEAR = `# Start
::ask[What do you need?]{as="looking-for" kind="anew" next="#found"}

# Found
::local-help{answer="near/looking-for"}

- [A person](person)
`;

const library = libraryOf({ money: MONEY, near: NEAR, 'help-list': HELP_LIST }, { money: 'money', near: 'food' });
library.places = [
  { name: 'Hazelford', outcodes: ['ZZ1', 'ZZ2'] },
  { name: 'Marl', outcodes: ['ZZ2'] },
];
const listed = () => new Talk(library).open().picks('Money');
const help = (events: Event[]) => events.find((event) => event.type === 'local-help');

test('help that was listed can be looked at further, and its choices follow those of the step', () => {
  const talk = listed();
  expect(talk.labels).toEqual(['A person', 'More like this', 'Nearest first', 'Send me this', 'Something is wrong']);
  expect(help(talk.events)).toMatchObject({ topic: 'money', from: 0 });
  talk.picks('More like this');
  expect(help(talk.events)).toMatchObject({ topic: 'money', from: 3 });
  talk.picks('More like this');
  expect(help(talk.events)).toMatchObject({ topic: 'money', from: 6 });
});

test('what they said, and what the step is about, is looked for in the whole of a list', () => {
  const talk = new Talk(libraryOf({ money: STEP, 'help-list': HELP_LIST }, { money: 'money' })).open();
  talk.says('the meter is empty', { reading: { topics: [{ id: 'money', score: 0.9 }] } });
  expect(help(talk.events)).toMatchObject({ words: 'today the meter is empty' });
  talk.picks('More like this');
  expect(help(talk.events)).toMatchObject({ words: 'today the meter is empty', from: 3 });
  talk.picks('Nearest first').says('zz1', { outcode: 'ZZ1' });
  expect(help(talk.events)).toMatchObject({ words: 'today the meter is empty', from: 0 });
});

test('a new list begins at its beginning', () => {
  const talk = listed().picks('More like this').says('money');
  expect(help(talk.events)).toMatchObject({ from: 0 });
});

test('only the first half of a postcode is kept, and it is asked once', () => {
  const talk = listed().picks('Nearest first').says('zz1 4ab', { outcode: 'ZZ1' });
  expect(help(talk.events)).toMatchObject({ topic: 'money', from: 0, near: { outcode: 'ZZ1', place: 'Hazelford' } });
  expect(JSON.stringify(talk.state)).not.toContain('4ab');
  expect(talk.events.some(({ type }) => type === 'keep')).toBe(false);
  expect(talk.labels).not.toContain('Nearest first');
});

test('where there is no postcode in what they wrote, it is asked once more, and then left', () => {
  const talk = listed().picks('Nearest first').says('by the church');
  expect(talk.events.at(-1)).toMatchObject({ type: 'ask', text: 'Your postcode?' });
  talk.says('up the hill');
  expect(help(talk.events)).toMatchObject({ near: { outcode: null } });
});

test('where a postcode is in two places, they say which', () => {
  const talk = listed().picks('Nearest first').says('zz2', { outcode: 'ZZ2' });
  expect(talk.labels).toEqual(['Hazelford', 'Marl']);
  talk.picks('Marl');
  expect(help(talk.events)).toMatchObject({ near: { outcode: 'ZZ2', place: 'Marl' } });
});

test('what they look for in their own words goes with the search, and stays with their story', () => {
  const talk = new Talk(library).open().says('near').says('a cot for my baby');
  expect(help(talk.events)).toMatchObject({ topic: null, words: 'a cot for my baby' });
  expect(talk.events.some((event) => event.type === 'keep' && event.text === 'a cot for my baby')).toBe(true);
});

test('which help is meant is picked from the names of what was shown, and is no part of their story', () => {
  const talk = listed().shown('Money Room', 'Pantry').picks('Something is wrong');
  expect(talk.labels).toEqual(['Money Room', 'Pantry']);
  talk.picks('Pantry');
  expect(talk.events).toContainEqual({ type: 'report-help', reason: 'closed', which: 'Pantry' });
  expect(talk.events.some(({ type }) => type === 'keep')).toBe(false);
});

test('where nothing was shown there is nothing to pick, and they go on', () => {
  const talk = listed().picks('Something is wrong');
  expect(talk.said[0]).toBe('There is no list yet.');
  expect(talk.labels).toContain('A person');
});

test('words beside a postcode are kept with their story', () => {
  const talk = listed().picks('Nearest first').says('ZZ1 and my benefits were stopped on monday', { outcode: 'ZZ1' });
  expect(talk.events).toContainEqual(
    expect.objectContaining({ type: 'keep', text: 'ZZ1 and my benefits were stopped on monday' }),
  );
  expect(help(talk.events)).toMatchObject({ near: { outcode: 'ZZ1' } });
});

test('where a postcode is in one other place, it is that', () => {
  const talk = new Talk({
    ...library,
    places: [
      { name: 'Hazelford', outcodes: ['ZZ1'] },
      { name: 'Marl', outcodes: ['ZZ2'] },
    ],
  });
  talk.open().picks('Money').picks('Nearest first').says('zz2', { outcode: 'ZZ2' });
  expect(help(talk.events)).toMatchObject({ near: { outcode: 'ZZ2', place: 'Marl' } });
});

test('what they look for is asked each time anew', () => {
  const talk = new Talk(library).open().says('near').says('a cot').says('near');
  expect(talk.said).toContain('What do you need?');
});

test('from the list they go back to where they were', () => {
  const talk = listed().picks('Send me this');
  expect(talk.events).toContainEqual({ type: 'send-list' });
  talk.picks('Carry on');
  expect(talk.labels[0]).toBe('A person');
  expect(help(talk.events)).toBeUndefined();
});
