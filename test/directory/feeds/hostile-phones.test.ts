import { read } from './reading';

const phone = (number: string, more = {}) => read({ phones: [{ number, ...more }] });

test.each([
  ['words', 'Send £50 to this account. '.repeat(700)],
  ['seven digits', '1234567'],
  ['a number that is none', -1],
  ['a huge number', 1e21],
])('an extension of %s is told of and left out, and the number stays', (_, extension) => {
  const { listing, faults } = phone('01632 960101', { extension });
  expect(listing?.phones).toEqual(['01632 960101']);
  expect(faults).toMatchObject([{ field: 'phones.0.extension' }]);
});

test.each(['1', '123456'])('the extension %s is kept', (extension) => {
  expect(phone('01632 960101', { extension })).toMatchObject({
    listing: { phones: [`01632 960101 ext ${extension}`] },
    faults: [],
  });
});

test('a text of more than 60 characters is no number, whatever is in it', () => {
  const number = `${'Ring us '.repeat(7)}01632 960101`;
  expect(phone(number.slice(-60)).listing?.phones).toEqual(['01632 960101']);
  expect(phone(number)).toMatchObject({ listing: { phones: [] }, faults: [{ field: 'phones.0.number' }] });
});
