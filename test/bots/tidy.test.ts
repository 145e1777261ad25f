import { tidy } from '../../bots/tidy';

test.each([
  ['a double space', 'Ring  us.', 'Ring us.'],
  ['a lonely full stop', 'Ring us. . Come in.', 'Ring us. Come in.'],
  ['a full stop after a mark', 'Come in!. Or ring?.', 'Come in! Or ring?'],
  ['a space before a comma', 'Ring , or come .', 'Ring, or come.'],
  ['a line that says nothing', 'Ring us.\n . \nCome in.', 'Ring us.\nCome in.'],
])('%s goes', (_, text, tidied) => expect(tidy(text)).toBe(tidied));

test.each(['https://example.org/a?..b!..c', 'www.example.org/a...b', 'jo..b?..c@example.org', 'WWW.example.org/a?..b'])(
  '%s stays as it is, in the middle of a sentence and at its end',
  (address) => {
    expect(tidy(`Go to  ${address} today...`)).toBe(`Go to ${address} today.`);
    expect(tidy(`Go to ${address} . .`)).toBe(`Go to ${address}.`);
  },
);
