import type { TopicBank } from '../types';

export const loneliness: TopicBank = {
  topic: 'loneliness',
  categories: [7],
  more: [
    'Everyone is nervous the first time. [We will look out for you.|Ask for {name}.]',
    'No need to book, just [turn up|come through the blue door].',
    'Volunteers are matched with care, by interests and by sense of humour.',
    'The project contributes to the borough’s tackling loneliness strategy.',
    'Transport may be possible. Ring and ask.',
    'There is a hearing loop, and a chair with arms.',
    'Bring nothing but yourself.',
    'It is free, though there is a pot for tea.',
    'Beneficiaries complete a loneliness scale at baseline and at twelve weeks.',
  ],
  kinds: [
    {
      by: 'community',
      names: ['Befriending', 'Telephone Befriending', 'Good Neighbours Visiting', 'A Friend for Tea'],
      leads: [
        'A volunteer who visits or rings every week, for a chat and a laugh.',
        'Befriending service for older people who live alone and would like company.',
        'If the only voice you hear is the radio, [let us find you another|ring us].',
      ],
      more: [
        'We meet you first, to find out what you like to talk about.',
        'Volunteers have references, checks and training.',
        'Some pairs have been meeting for over ten years.',
        'There is a waiting list of around [two|four] months for visits, none for phone calls.',
      ],
      who: [
        'Socially isolated adults aged 60+ living independently.',
        'Referral from social prescriber, GP or family, with consent.',
      ],
      ages: [60, null],
    },
    {
      by: 'community',
      names: ['Coffee Morning', 'Talk to Me Table', 'Talk Table', 'Warm Hub'],
      leads: [
        'A warm room, a hot drink and people to talk to.',
        'Look for the yellow cloth on the table: it means that anyone may sit there.',
        'Open house at {venue}, {day}s from {time}.',
      ],
      more: [
        'There are jigsaws for people who would sooner not talk.',
        'Babies, walkers and dogs fit through the door.',
        'The library van calls on the first {day} of the month.',
        'Last winter we had [26|41|58] people on the coldest day.',
      ],
      who: ['Open to all.', 'Universal warm space registered with the council.'],
    },
    {
      by: 'formal',
      names: ['Social Prescribing', 'Link Workers', 'Community Connectors', 'Social Prescribing Link Worker Service'],
      leads: [
        'A link worker has time to listen, and knows what goes on locally.',
        'Social prescribing connects patients to non-clinical community assets.',
        'Sometimes it is not medicine you need. [We can find what it is.|A link worker helps you find it.]',
      ],
      more: [
        'The first talk takes about an hour, at home, at the surgery or on a walk.',
        'They can come along with you the first time you go to something new.',
        'Up to [six|eight] contacts are offered over twelve weeks.',
        'Ask at the desk of any surgery in {town}: you need not see a doctor first.',
      ],
      who: [
        'Patients aged 18+ registered with a practice in the primary care network.',
        'Cohorts: long term conditions, frequent attenders, loneliness, low level mental health.',
      ],
      categories: [30],
      ages: [18, null],
    },
    {
      by: 'community',
      names: ['Men’s Shed', 'Hazelford Shed', 'The Toolshed', 'Women’s Shed'],
      leads: [
        'Make, mend, talk or watch. [The kettle is always on.|Somebody will find you a job.]',
        'A workshop with lathes, saws and people who know how to use them.',
        'Shoulder to shoulder is easier than face to face.',
      ],
      more: [
        'We have built a bus shelter, a bug hotel and a coffin (for practice).',
        'No skill is needed. {name} was a bank manager.',
        'Subs are £3 a session, or £20 a quarter.',
        'Members must complete a safety induction before using powered tools.',
      ],
      who: [
        'Adults 18+, primarily older men at risk of isolation.',
        'Self-referral; supported places for people with dementia accompanied by a carer.',
      ],
      ages: [18, null],
    },
    {
      by: 'community',
      names: ['Over 60s Club', 'Darby and Joan', 'Tuesday Fellowship', 'Afternoon Bingo'],
      leads: [
        'Bingo, talks, a raffle and a trip to the seaside in {month}.',
        'A club for pensioners which has met at {venue} since 19[58|63|71].',
        'Good company for older people every {day} afternoon.',
      ],
      more: [
        'New members are very welcome, as we have lost a few lately.',
        'It is on the flat, with parking by the door.',
        'Annual membership £[5|8], tea and cake included.',
        'The committee meets straight after, and would be glad of a treasurer.',
      ],
      who: ['Residents over 60.', 'Active older people able to manage independently.'],
      ages: [60, null],
    },
    {
      by: 'peer',
      forms: true,
      names: ['New in Town', 'Young and New Here', 'Twenties and Thirties Social', 'Introverts’ Book Night'],
      leads: [
        'It is odd to be surrounded by people and know none of them. We thought so too.',
        'For anyone young who has just moved to {town} and has nobody to ring.',
        'Board games, pub quizzes and walks for people in their twenties and thirties.',
        'We read in silence for an hour and then talk, or do not.',
      ],
      more: [
        'Half of us came alone, and the rest brought someone so as not to.',
        'Drinks are not compulsory. Nor is small talk.',
        'Look for the green umbrella.',
        'The chat group is friendly and mostly about bins.',
      ],
      who: ['Adults 18-39.', 'Peer-led social network.'],
      ages: [18, 40],
    },
    {
      by: 'community',
      forms: true,
      names: ['Walking Football', 'Walking Group', 'Chair Exercise and Chat', 'Saturday Strollers'],
      leads: [
        'Football at a walk, for people whose knees remember running.',
        'A friendly walk of about [two|three] miles, with a café at the end of it.',
        'Exercises sitting down, with music from when you were young.',
        'We walk round the park on Saturday mornings while the fast ones run.',
      ],
      more: [
        'We wait for everyone. Nobody has ever been left behind.',
        'The first session is free and after that it is £[2|3|4].',
        'Good for the heart and better for the mood.',
        'Participants complete a health questionnaire at registration.',
      ],
      who: ['Adults of all abilities; GP exercise referral accepted.', 'Inactive residents aged 50+.'],
      categories: [13],
    },
    {
      by: 'community',
      names: ['Community Transport', 'Dial-a-Ride', 'Volunteer Car Scheme', 'Shopping Bus'],
      leads: [
        'Lifts for people who cannot use the bus, to the shops, the doctor or a friend.',
        'A minibus with a tail lift, a patient driver and [sixteen|eight] seats.',
        'Door to door transport for residents with reduced mobility across {town}.',
      ],
      more: [
        'Book by noon two days before, on {phone}.',
        'You pay 45p a mile; bus passes cannot be used, sorry.',
        'Drivers carry the bags to the kitchen.',
        'Membership is £10 a year. [We will not turn anyone away for that.|Ask if that is hard.]',
      ],
      who: [
        'Members unable to access conventional public transport by reason of age, disability or rurality.',
        'Registered users; escorts travel free.',
      ],
      categories: [49, 6],
    },
    {
      by: 'community',
      forms: true,
      names: ['Caribbean Elders Lunch', 'Asian Women’s Group', 'Deaf Club', 'Polish Seniors'],
      leads: [
        'Food, music and talk from home, for elders from the Caribbean.',
        'A women-only group with tea, sewing and [English practice|yoga], in Punjabi and Urdu.',
        'Everyone signs here. Hearing friends are welcome to learn.',
        'Pierogi, cards and old songs for Polish people over sixty.',
      ],
      more: [
        'We celebrate everything.',
        'Younger family often drop people off and stay for the food.',
        'A health worker comes on the last {day} for blood pressure and sugar.',
        'Culturally appropriate day opportunities funded through the community grant programme.',
      ],
      who: ['Members of the community and their families.', 'Culturally specific provision; direct payments accepted.'],
    },
  ],
};
