import type { TopicBank } from '../types';

export const settling: TopicBank = {
  topic: 'settling',
  categories: [],
  more: [
    'Interpreters are free. Tell us your language when you [ring|arrive].',
    'We do not work for the Home Office and we do not pass on information to it.',
    'You are welcome here.',
    'Please bring your [BRP or eVisa details|letters], and any letters that you have been sent.',
    'The adviser is registered at level [1|2|3] to give immigration advice.',
    'Bus fares can be paid back to people with no income.',
    'Childcare is there while you learn.',
    'Delivered under the resettlement grant until March 20[23|25|26].',
    'Signs are in [five|seven] languages and there is always someone at the door.',
  ],
  kinds: [
    {
      by: 'formal',
      names: [
        'Immigration Advice',
        'Immigration and Asylum Law Clinic',
        'Visa and Settlement Advice',
        'EU Settled Status Help',
      ],
      leads: [
        'Free advice about visas, asylum, settled status and bringing your family here.',
        'Regulated immigration advice for residents on a low income.',
        'Do not pay a stranger. [Talk to a registered adviser.|Our advice is free and true.]',
      ],
      more: [
        'Legal aid may pay for asylum cases; we will check for you.',
        'Appointments are offered on {day}s, and the list for them opens at {time}.',
        'If you have been refused, come at once, because there are few days to appeal.',
        'Late applications to the settlement scheme may still be accepted on reasonable grounds.',
      ],
      who: [
        'Persons subject to immigration control; capacity limited to residents of ZZ1-ZZ3.',
        'Referral by partner agency for level 2/3 casework. Level 1 by drop-in.',
      ],
    },
    {
      by: 'community',
      names: ['English Conversation', 'English for Everyone (ESOL)', 'Talk English Café', 'ESOL for Mums'],
      leads: [
        'Practise English over coffee with local people. [All levels.|Mistakes are welcome.]',
        'Free English classes for people who speak other languages, from the very beginning.',
        'ESOL provision at pre-entry to level 1, with an initial assessment on {day}s.',
      ],
      more: [
        'We learn what you need: the doctor, the school, the landlord, the bus.',
        'Women-only classes are taught by women.',
        'You can start in any week.',
        'The volunteers learn as much as the learners; ask {name} to say anything in Tigrinya.',
      ],
      who: [
        'Adults 19+ with English as an additional language. Asylum seekers eligible after six months for funded provision.',
        'Open access conversation groups; funded ESOL by enrolment.',
      ],
      ages: [16, null],
    },
    {
      by: 'formal',
      names: [
        'Refugee Resettlement Team',
        'Refugee Integration Service',
        'Move-On Support for New Refugees',
        'Hosts and Guests Scheme',
      ],
      leads: [
        'When you get refugee status you may have only a few weeks to find a home. We help from the first day.',
        'Holistic integration casework for resettled households for up to [12|24] months post-arrival.',
        'Support for guests and hosts: schools, doctors, bank accounts, work.',
      ],
      more: [
        'Come as soon as the letter arrives. Bring it with you.',
        'We can help set up Universal Credit, a bank account and a GP.',
        'Each household has an integration plan with agreed milestones.',
        'If it is not working out with your host, tell us in private.',
      ],
      who: [
        'Newly recognised refugees within 56 days of grant; resettlement scheme arrivals.',
        'Referral via housing provider, Home Office notification or self.',
      ],
    },
    {
      by: 'community',
      names: ['Welcome Café', 'Hazelford Welcomes Refugees', 'Friendship Table', 'Sanctuary Drop-in'],
      leads: [
        'Lunch, clothes, phones to charge and friends to make.',
        'A drop-in for people seeking asylum, refugees and anyone new, at {venue}.',
        'Everyone cooks, everyone eats. [Last week it was Sudan.|It is never boring.]',
      ],
      more: [
        'Football is at two, on the field behind.',
        'Coats, boots, prams and SIM cards are given out while they last.',
        'A nurse, a solicitor and a barber come in turn.',
        'You can volunteer from the day you arrive.',
      ],
      who: ['People seeking sanctuary.', 'No referral; no proof of status is requested.'],
    },
    {
      by: 'formal',
      names: [
        'No Recourse to Public Funds Team',
        'Destitute Migrants Support',
        'NRPF Families',
        'Section 17 and Care Act Support for Migrants',
      ],
      leads: [
        'For families who are not allowed to claim benefits and have nothing to live on.',
        'The NRPF team assesses destitution and undertakes human rights assessments.',
        'If you have children and no money for food or rent, ask us, whatever your papers say.',
      ],
      more: [
        'We can pay for somewhere to stay and for food while your papers are sorted out.',
        'Bring anything that shows what you have been living on.',
        'You may be able to ask the Home Office to lift the condition on your visa.',
        'Case reviews take place every [three|six] months.',
      ],
      who: [
        'Families with a child in need under section 17, and adults with eligible care needs, subject to an NRPF condition.',
        'Referral by any agency or self; checks are made with the Home Office with the applicant’s knowledge.',
      ],
      categories: [18],
    },
    {
      by: 'peer',
      names: ['New Neighbours', 'Been New Here Too', 'Mothers Far from Home', 'Hong Kong Families Meet-up'],
      leads: [
        'People who came here five, ten or thirty years ago, helping those who came last week.',
        'Our own mothers are far away, so we mother one another.',
        'A family meet-up in Cantonese and English, with homework for nobody.',
      ],
      more: [
        'We explain bins, bank holidays and how to complain politely.',
        'Somebody will come with you to the school gate on the first day.',
        'There are swings outside and a pot of rice inside.',
        '{name} arrived from Aleppo with two phrases of English, one of which was about weather.',
      ],
      who: ['Newly arrived migrants and their families.', 'Peer mentoring by experts by experience.'],
    },
    {
      by: 'formal',
      names: [
        'Gypsy, Roma and Traveller Support',
        'Traveller Liaison',
        'Roma Families Project',
        'Traveller Education Team',
      ],
      leads: [
        'Help with sites, schools, doctors and being treated fairly.',
        'The liaison service works with Gypsy, Roma and Traveller communities and with departments on their behalf.',
        'Roma workers, speaking Romani and [Slovak|Romanian], who help families with letters and schools.',
      ],
      more: [
        'We visit sites every {day}.',
        'If you cannot read the form, we do it together and nobody else need know.',
        'You can register with a doctor without an address.',
        'Hate incidents can be reported through us.',
      ],
      who: [
        'GRT families residing in, or resorting to, the district.',
        'Self-referral or via health, education and site managers.',
      ],
      categories: [19],
    },
    {
      by: 'formal',
      names: [
        'Unaccompanied Young People',
        'Young Asylum Seekers Project',
        'Age-Disputed Young People’s Support',
        'UASC Team',
      ],
      leads: [
        'For young people who came to this country on their own.',
        'Statutory social work and leaving care provision for unaccompanied asylum seeking children.',
        'Football, cooking, English and somebody to ring at night.',
      ],
      more: [
        'You have the right to a social worker, a school place and a solicitor.',
        'Personal advisers remain allocated to age 25.',
        'If they say that you are older than you are, we can help you challenge it.',
        'Halal food and a prayer room are at {venue}.',
      ],
      who: [
        'Unaccompanied children under 18 and former UASC care leavers to 25.',
        'Referral through the national transfer scheme or police.',
      ],
      ages: [11, 25],
      categories: [24],
    },
    {
      by: 'community',
      forms: true,
      names: ['Saturday Language School', 'Community Language Classes', 'Know Your Town Walks', 'Library Welcome Hour'],
      leads: [
        'Children learn to read and write the language their grandparents speak, on Saturday mornings.',
        'Classes for families in [Polish, Urdu and Arabic|Ukrainian and Cantonese], taught by parents.',
        'A walk round town for people who are new: where to find a doctor, cheap veg and a quiet bench.',
        'An hour at the library for people who are new here. Get a card in ten minutes, with no proof of address.',
      ],
      more: [
        'Story time is in English and one other language.',
        'Fees are £[2|3] a child each week and nothing for the third.',
        'We finish at the market, where the stallholders know us.',
        'Free computers, warmth and toilets are underrated.',
      ],
      who: ['Families from newly arrived and settled communities.', 'Universal offer.'],
      categories: [7, 32],
    },
  ],
};
