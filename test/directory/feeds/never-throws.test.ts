import fc from 'fast-check';
import { readPage } from '../../../directory/feeds/page';
import { readService } from '../../../directory/feeds/service';
import { sample } from './samples';

const TODAY = '2026-06-01';

/** Every name of a field in a full service, and the older ones. */
const names = [
  ...new Set(JSON.stringify(sample('hsds-3.1/service.json')).match(/(?<=")[a-z_]+(?=":)/g)),
  ...[
    'eligibilitys',
    'regular_schedules',
    'service_taxonomys',
    'physical_addresses',
    'geometry',
    'coordinates',
    'locations',
  ],
  ...[
    'suitabilities',
    'visible_to',
    'free',
    'needs_referral',
    'temporarily_closed',
    'min_age',
    'max_age',
    'until',
    'phone',
    'toString',
  ],
];
const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'MO,1SA',
    '10:00',
    '2026-05-01',
    '<p>£5 &amp; up',
    '+44 1632 960101',
    'LS6 3QA',
    'refuge',
    '',
    'http://',
    'inactive',
    'constructor',
    '__proto__',
  ),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const { service } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'medium' }, values, tie('service'), fc.array(tie('value'), { maxLength: 3 })),
  service: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 12 }),
}));

test('a service of whatever shape is read without an error, and each fault says where', () => {
  fc.assert(
    fc.property(service, (raw) => {
      const { listing, faults } = readService({ id: 'a', name: 'A', ...(raw as object) }, 'feed', TODAY);
      for (const fault of faults) expect(fault.what).not.toBe('');
      if (listing) expect(JSON.parse(JSON.stringify(listing))).toEqual(listing);
    }),
    { numRuns: 400 },
  );
});

test('no JSON at all makes reading fail', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (raw) => {
      expect(readService(raw, 'feed', TODAY).faults).toBeDefined();
      expect(readPage(raw)).toBeDefined();
    }),
  );
});

test('a field of another kind than it should be is told, and costs nothing else', () => {
  const whole = sample('hsds-3.1/service.json') as Record<string, unknown>;
  for (const name of Object.keys(whole).filter((field) => field !== 'id' && field !== 'name')) {
    for (const wrong of [42, true, 'nonsense', ['nonsense'], [[[]]], { nonsense: {} }, { 0: null }]) {
      const { listing } = readService({ ...whole, [name]: wrong }, 'feed', TODAY);
      expect(listing).toMatchObject({ name: 'Community Counselling', kind: 'formal' });
    }
  }
});

test('an object nested without end is read', () => {
  const deep = JSON.parse(`${'{"attributes":['.repeat(5_000)}${']}'.repeat(5_000)}`) as object;
  expect(readService({ id: 'a', name: 'A', ...deep }, 'feed', TODAY).listing?.terms).toEqual([]);
});
