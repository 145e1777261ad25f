import type { Listing } from '../../../directory/types';
import { address, at, read, term } from './reading';

test.each<[string, object, Listing['ways']]>([
  ['a place with an address', address({ address_1: '1 Elm Road' }), ['in-person']],
  ['a place that is only a position', at({ latitude: 53.8, longitude: -1.5 }), []],
  ['a physical place', at({ location_type: 'physical', name: 'Hall' }), ['in-person']],
  ['a virtual place', at({ location_type: 'virtual', name: 'Zoom' }), ['online']],
  ['a place to write to', at({ location_type: 'postal', addresses: [{ address_1: 'PO Box 1' }] }), []],
  [
    'how times are attended',
    { schedules: [{ byday: 'MO', attending_type: 'In-person or by video call' }] },
    ['in-person', 'online'],
  ],
  ['attending_type (UK 1)', { attending_type: 'telephone' }, ['phone']],
  ['deliverable_type (UK 1)', { deliverable_type: 'Online' }, ['online']],
  [
    'terms',
    { attributes: [{ taxonomy_term: { name: 'By phone' } }, { taxonomy_term: { name: 'Online safety' } }] },
    ['phone'],
  ],
])('the ways by %s', (_, fields, ways) => expect(read(fields).listing?.ways).toEqual(ways));

test.each<[object, boolean | null]>([
  [{ application_process: 'By referral only.' }, false],
  [{ application_process: 'A GP referral is required.' }, false],
  [{ application_process: 'You must be referred by a professional.' }, false],
  [{ application_process: 'You can self-refer.' }, true],
  [{ application_process: 'Drop in on Mondays.' }, true],
  [{ application_process: 'No referral needed.' }, true],
  [{ application_process: 'By referral only, or refer yourself.' }, true],
  [{ application_process: 'Sorry, no self-referrals.' }, false],
  [{ application_process: 'If you do not have a GP you can self-refer.' }, true],
  [{ application_process: 'You do not need to be referred.' }, true],
  [{ application_process: 'No walk-ins. By referral only.' }, false],
  [{ application_process: 'Ring the office.' }, null],
  [{ attending_access: 'referral' }, false],
  [{ attending_access: 'drop-in' }, true],
  [{ needs_referral: true }, false],
  [{ needs_referral: false }, true],
  [term('Self-referral'), true],
])('%j: whether somebody can just go is %p', (fields, direct) => expect(read(fields).listing?.direct).toBe(direct));
