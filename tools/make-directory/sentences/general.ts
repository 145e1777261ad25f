/** How a service is run: said of any kind of help. */
export const RUNNING = [
  'We [work|are open] all year round except for bank holidays and the week after Christmas.',
  'The service is [commissioned|funded] by {org} and reviewed [annually|every three years].',
  'Sessions take place at {venue} and at [other|outreach] venues across the district.',
  'We have been [doing this|here] since [1997|2004|2011|2016].',
  'A small team covers a big area, so please bear with us.',
  'In {town} we share a building with [the library|a nursery|the surgery].',
  'Numbers are limited by the size of the room.',
  'You can speak to {name} in the office about anything that is worrying you.',
  'During school holidays the times may [change|be different], so check before you set out.',
  'All staff and volunteers have had the checks that the work calls for.',
  'Our aim is to [empower|enable|support] individuals to achieve positive outcomes and build resilience.',
  'Delivery is on a hybrid model following the recent service redesign.',
  'The team comprises [a manager, four practitioners and an administrator|6.5 FTE practitioners].',
  '{org} is committed to equality, diversity and inclusion in all that it does.',
  'We cover {town} and the villages within about [five|six|eight] miles.',
  'Feedback from people who have used the service shapes what we do.',
];

/** How somebody comes to it. */
export const JOINING = [
  'To find out more ring {phone}.',
  'Ring {phone} [after {time}|during office hours] and ask for {name}.',
  'Email {email} or ring {phone}.',
  'Call in, ring, or fill in the form at {web}.',
  'Please see our website for up to date times.',
  'There is no need to book.',
  'Places must be booked in advance by e-mailing {email}.',
  'Text {phone} with your first name and we will call you back.',
  'Contact the [duty desk|hub|office] on {phone}.',
];

/** The same, of services. */
export const REFERRING = [
  'Self-referrals are [welcome|accepted] as well as referrals from professionals.',
  'To make a referral, complete the [online|secure] form and attach any supporting assessments.',
  'Full details and the referral form can be found at {web}.',
  'Professionals wishing to refer should ring the consultation line on {phone} in the first instance.',
];

/** What officers write, and the product must say again in plain words. */
export const OFFICER = [
  'Service users must have an open Early Help Assessment or be allocated to a lead professional.',
  'This is a tier 2 provision sitting within the wider {town} integrated pathway.',
  'The referral pathway is via the single point of access; direct contact by the public is not currently supported.',
  'Referrals will be triaged against the eligibility criteria and allocated at the weekly multi-agency panel.',
  'Service users are expected to engage with the agreed package of support.',
  'Consent must be obtained and recorded prior to referral.',
  'Clients who fail to engage will be stepped down or closed following a management review.',
  'The offer is strengths based, trauma informed and co-produced with experts by experience.',
  'Practitioners should evidence that universal provision has been exhausted.',
  'Support is time limited and reviewed at six weekly intervals against SMART outcomes.',
  'Where thresholds are not met, the referrer will be signposted to alternative provision.',
  'Safeguarding concerns will be escalated in line with the pan-county procedures.',
  'The service operates a waiting list which is subject to ongoing prioritisation by need.',
  'Provision is aligned to the Thrive quadrants of getting advice and getting help.',
  'Non-attendance at two consecutive appointments may result in case closure.',
  'KPIs are reported quarterly to the commissioning board.',
];

/** Names of streets, doors and buses: how to find it. */
export const FINDING = [
  'Use the side entrance on [the car park side|Mill Lane], as the front door is for the nursery.',
  'There is a [pay and display|free] car park [opposite|behind the building].',
  'The number [6|14|27|X3] bus stops [two minutes away|at the door] every [twenty|thirty] minutes.',
  'Ring the bell marked [Reception|Hall|2] and wait.',
  'We are upstairs and there is a lift.',
  'Look for the [red|green|yellow] door next to the [chip shop|bakery|launderette].',
  'It is a five minute walk from {town} station.',
  'Satnavs send you to the wrong end of the lane; turn in by the war memorial.',
];

export const ALERTS = [
  'Closed until further notice owing to a burst pipe.',
  'No sessions in the [Easter|summer|half term] holidays.',
  'We are not taking new referrals at the moment. The waiting list will reopen in {month}.',
  'Moved to {venue} while the hall roof is mended.',
  'Due to staff sickness the phone line is open on {day}s only.',
  'Following COVID restrictions all appointments are by telephone.',
  'NEW TIME from {month}: now starts at {time}.',
  'We are very busy. Please allow [ten|fifteen] working days for a reply.',
  'Funding ends on 31 March. Please check before coming.',
  'Please wear a face covering when attending.',
  'The lift is out of order; ring {phone} and we will meet you downstairs.',
  '<strong>URGENT</strong>: volunteer drivers needed!',
  'This service [has now closed|ended in {month} 2022].',
  'Paused for the time being.',
];

export const ACCESS = [
  'Ramp at the side door.',
  'Step free entrance and accessible toilet.',
  'Hearing loop in the main hall.',
  'Two steps at the front, with a rail. Ring ahead for the portable ramp.',
  'Lift to all floors.',
  'Blue badge parking outside.',
  'Changing Places toilet.',
  'Assistance dogs welcome.',
  'Building not fully accessible.',
  'Quiet room available on request.',
  'Large print and Braille on request.',
  'BSL interpreter by arrangement.',
];

export const ACCREDITATIONS = [
  'Investing in Volunteers',
  'Registered with the national regulator',
  'ISO 9001',
  'Advice quality standard with casework',
  'Member of the counselling professional body (organisational)',
  'Dementia Friendly Community',
];

export const AREAS = [
  'Hazelford',
  'Hazelford and district',
  'ZZ1, ZZ2 and ZZ3',
  'County wide',
  'The parish of {town}',
  'Within 10 miles of {town}',
  'Residents of Hazelford Council area or registered with a Hazelford GP',
  'National',
];

export const APPLYING = [
  'Self-referral by telephone or online form.',
  'Professional referral only, via the front door. Consent is required.',
  'Just turn up.',
  'Ring {phone} to book a place.',
  'GP referral.',
  'Contact us for an informal discussion prior to referral.',
  'Referral from a social worker, health visitor, school or other lead professional.',
  'Email {email} for a form.',
  'No referral needed. Walk in.',
  'By application to the panel, which meets on the first {day} of the month.',
];

export const WAITS = [
  'Up to 18 weeks',
  'None',
  '2-3 weeks',
  'Currently 11 months',
  'We aim to see people in five days',
  'Varies',
];
