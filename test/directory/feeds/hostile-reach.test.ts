import { read } from './reading';

const url = (length: number) => 'https://example.org/'.padEnd(length, 'a');
const email = (length: number) =>
  `jo@${'mail.'.repeat(30)}`
    .slice(0, length - 4)
    .replace(/\.$/, 'x')
    .concat('.org');

test('a web address of more than 300 characters is told of and left out', () => {
  expect(read({ url: url(300) }).listing?.url).toBe(url(300));
  expect(read({ url: url(301) })).toMatchObject({ listing: { url: null }, faults: [{ field: 'url' }] });
});

test('an e-mail address of more than 120 characters is told of and left out', () => {
  expect(read({ email: email(120) }).listing?.email).toBe(email(120));
  expect(read({ email: email(121) })).toMatchObject({ listing: { email: null }, faults: [{ field: 'email' }] });
});

test('the next address is used where the first is too long', () => {
  const organization = { name: 'B', email: 'jo@example.org', url: 'https://example.org' };
  expect(read({ url: url(400), email: email(140), organization }).listing).toMatchObject({
    url: 'https://example.org',
    email: 'jo@example.org',
  });
});
