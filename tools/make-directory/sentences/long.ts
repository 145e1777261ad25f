/** What is pasted in from elsewhere when a description runs on: a heading, and what stands under it. */
export interface Section {
  heading: string;
  sentences: string[];
  /** Written as a list with bullets. */
  list?: true;
}

export const SECTIONS: readonly Section[] = [
  {
    heading: 'What we offer',
    list: true,
    sentences: [
      'one to one support',
      'drop-in sessions at {venue}',
      'telephone advice on {phone}',
      'advocacy and signposting',
      'group work programmes lasting [six|eight] weeks',
      'home visits by arrangement',
      'training for professionals and volunteers',
      'information in other languages and in easy read',
    ],
  },
  {
    heading: 'Our values',
    list: true,
    sentences: [
      'Respect',
      'Kindness [always|first]',
      'Working together',
      'Being honest when we do not know',
      'Putting people at the centre',
    ],
  },
  {
    heading: 'How to refer',
    sentences: [
      'Referrals are accepted on the current form only; previous versions will be returned.',
      'The form should be completed with the service user and all mandatory fields populated.',
      'Please attach the most recent assessment, the chronology and a genogram where available.',
      'Referrers will be notified of the outcome within [five|ten] working days of the panel.',
      'Incomplete referrals will be held for 14 days and then closed.',
      'An urgent response can be requested by ringing {phone} and asking for the duty manager.',
    ],
  },
  {
    heading: 'What happens next?',
    sentences: [
      'Someone will ring you within [three|five|seven] working days, usually around {time}.',
      'The number may show as withheld. We will try three times.',
      'At the first meeting we will ask how things are and what you would like to be different.',
      'You do not have to answer anything that you would rather not.',
      'Together we write down a plan, and you keep a copy.',
      'If we are not the right people, we will say so, and help you find who is.',
    ],
  },
  {
    heading: 'Privacy notice',
    sentences: [
      '{org} is the data controller in respect of personal data processed for the purposes of this service.',
      'We process special category data under the substantial public interest condition.',
      'Records are retained for [six|seven|eight] years from case closure, or until the 25th birthday in the case of a child.',
      'Information may be shared with partner agencies where necessary and proportionate.',
      'You have a right of access, rectification and, in some circumstances, erasure.',
      'The Data Protection Officer can be contacted at {email}.',
    ],
  },
  {
    heading: 'Comments, compliments and complaints',
    sentences: [
      'If something has gone wrong, please speak to a member of staff in the first instance.',
      'Formal complaints will be acknowledged within three working days and responded to within twenty.',
      'Compliments are passed on to the person concerned and pinned up in the kitchen.',
      'If you remain dissatisfied you may ask for your complaint to be considered at stage two.',
    ],
  },
  {
    heading: 'Our story',
    sentences: [
      'It began with [four|three] neighbours, a flask and a borrowed key to {venue}.',
      'In the first year [eleven|nineteen|thirty] people came; last year there were over [four hundred|nine hundred|two thousand].',
      'We became a registered charity in [1999|2008|2013] and took on our first paid worker two years later.',
      'The flood of 2019 put us out of the building for a year, and the pandemic for another.',
      'We met on doorsteps, then on screens, and then in gardens, in hats.',
      '{name}, who started it all, still makes the rota.',
    ],
  },
  {
    heading: 'What people say',
    sentences: [
      '“I had not spoken to anyone for [nine|five] days before I came here.”',
      '“They did not look at a screen once while I was talking.”',
      '“I thought I would be told off. I was given a biscuit.”',
      '“The form took three months. The phone call took three minutes.”',
      '“My [lad|daughter|mum] is laughing again.”',
      '“I only wish I had come [two|ten] years ago.”',
    ],
  },
  {
    heading: 'Terms and conditions',
    sentences: [
      'Bookings are not confirmed until payment has been received in full.',
      'Refunds will be given only where [seven|fourteen] days of notice is provided in writing.',
      'The organiser reserves the right to alter the programme without prior notice.',
      'Children remain the responsibility of their parent or carer at all times.',
      'Photographs may be taken; please inform the group leader if you do not wish to appear.',
      'No liability is accepted for loss of or damage to personal property.',
      'The premises are smoke and vape free.',
    ],
  },
  {
    heading: 'Volunteer with us',
    sentences: [
      'We are always looking for people with a couple of hours to spare.',
      'You need no experience, only patience and a sense of humour.',
      'Training is given, expenses are paid and there is a party in {month}.',
      'Drivers, cooks, listeners and people who can do a spreadsheet are needed most.',
    ],
  },
  {
    heading: 'Service specification (extract)',
    sentences: [
      'The provider shall deliver an accessible, equitable and person-centred service across the borough footprint.',
      'The model of delivery comprises universal, targeted and specialist tiers with seamless step-up and step-down between them.',
      'Referral pathways shall be maintained with primary care, education, housing, the police and the voluntary sector.',
      'Interventions shall be evidence informed, time limited and outcome focused.',
      'The provider shall ensure that no fewer than 80% of service users report improved wellbeing at exit.',
      'A waiting list management protocol shall be in place and reviewed at contract monitoring.',
      'Exclusions shall be applied only on the basis of an individual risk assessment.',
    ],
  },
  {
    heading: 'Sessions and venues',
    list: true,
    sentences: [
      '{day} {time}, {venue} (term time)',
      'first {day} of the month, {time}: Kesterby Chapel schoolroom',
      'alternate {day}s, {time}, Brackenby Village Hall',
      'every {day} except in August, Marlsham Library, {time}',
      '{day} evenings by video; ring {phone} for the link',
      'by appointment in Upper Wensham and Castle Morrow',
      '{day} lunchtime, staff room, Copsley Surgery',
      'the bus is in Great Pardle on {day}s from {time} for two hours',
    ],
  },
];
