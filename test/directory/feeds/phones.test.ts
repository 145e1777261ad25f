import { readService } from '../../../directory/feeds/service';

const read = (fields: object) => readService({ id: 'a', name: 'A', ...fields }, 'feed', '2026-06-01');
const phones = (fields: object) => read(fields).listing?.phones;
const phone = (number: unknown, more = {}) => ({ phones: [{ number, ...more }] });

test.each([
  ['01632 960101', ['01632 960101']],
  ['+44 1632 960101', ['01632 960101']],
  ['0044 1632 960101', ['01632 960101']],
  ['+44 (0)1632 960101', ['01632 960101']],
  ['01632-960-101', ['01632 960101']],
  ['07700900123', ['07700 900123']],
  ['02079460123', ['020 7946 0123']],
  ['"+44 1234 234567"', ['01234 234567']],
  ['0800 1111', ['0800 1111']],
  ['03001231234', ['0300 123 1234']],
  ['2085093898', ['020 8509 3898']],
  ['116 123', ['116 123']],
  ['999', ['999']],
  ['650 780-7525', ['650 780-7525']],
  ['+353 1 234 5678', ['+353 1 234 5678']],
  ['01632 960101 / 01632 960102', ['01632 960101', '01632 960102']],
  ['01632 960101 (day) or 07700 900123 (night)', ['01632 960101', '07700 900123']],
  ['Reception, 9-5: 01632 960101', ['01632 960101']],
  ['01632 960101 ext. 12', ['01632 960101 ext 12']],
])('"%s" is dialled %j', (number, dialled) => expect(phones(phone(number))).toEqual(dialled));

test.each(['call us', '12', '1234567890123456789'])('"%s" is told to be no number', (number) => {
  expect(read(phone(number))).toMatchObject({ listing: { phones: [] }, faults: [{ field: 'phones.0.number' }] });
});

test.each([
  ['a fax', { type: 'fax' }],
  ['a textphone', { type: 'textphone' }],
  ['a text phone', { number_type: 'Text Phone' }],
  ['a TTY', { type: 'TTY' }],
  ['what is described as a fax', { description: 'Fax number' }],
])('%s is left out', (_, more) => expect(phones(phone('01632 960101', more))).toEqual([]));

test('numbers are found wherever they may stand, what is nearest to the service first, and each once', () => {
  const contact = (number: string) => [{ name: 'Jo', phones: [{ number }] }];
  const service = {
    ...phone('01632 960001'),
    contacts: contact('01632 960002'),
    service_at_locations: [
      {
        ...phone('01632 960003'),
        contacts: contact('01632 960004'),
        location: { ...phone('01632 960005'), contacts: contact('01632 960006') },
      },
    ],
    organization: { name: 'B', ...phone('01632 960007'), contacts: contact('+44 1632 960001') },
    description: 'Or ring 020 7946 0018.',
  };
  expect(phones(service)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `01632 96000${n}`));
});

test('where no number is given, those in its own words are taken', () => {
  const service = { description: '<p>Ring 020 8509 3898.</p>', application_process: 'Call +44 20 8509 3898 after 6.' };
  expect(phones(service)).toEqual(['020 8509 3898']);
});

test('a contact may have its number in itself, and one that is not shown has none', () => {
  const contacts = [{ phone: '01632 960101' }, { phone: '01632 960102', visible: false }];
  expect(phones({ contacts })).toEqual(['01632 960101']);
});

test('an extension is kept', () =>
  expect(phones(phone('01632 960101', { extension: 100 }))).toEqual(['01632 960101 ext 100']));
