import type { TopicBank } from '../types';

export const feelings: TopicBank = {
  topic: 'feelings',
  categories: [27],
  more: [
    'This is not an emergency service. [In a crisis ring 111 and choose the mental health option.|If you might hurt yourself, ring 999 or 111.]',
    'You do not have to know what is wrong before you come.',
    'Reasonable adjustments can be made: tell us what helps.',
    'People are seen in the order that they were referred, unless risk changes.',
    'Sessions may be face to face, by phone or by video, and you can say which.',
    'DNA policy: service users who do not attend two appointments without notice will be discharged.',
    'There is a garden, a quiet room and a dog called [Biscuit|Pickle] on {day}s.',
    'Outcome measures are collected at each contact.',
    'Staff will not be shocked by anything you tell them.',
  ],
  kinds: [
    {
      by: 'formal',
      names: [
        'Talking Therapies',
        'Bridgewell Talking Therapies',
        'Psychological Wellbeing Service',
        'Anxiety and Depression Service',
      ],
      leads: [
        'Free talking treatment for worry, low mood, panic, trauma and [trouble sleeping|stress].',
        'The service delivers NICE compliant psychological therapies at step 2 and step 3.',
        'Feeling low or anxious most days? You can refer yourself. [It takes ten minutes.|No GP letter needed.]',
      ],
      more: [
        'You will have a phone call first to work out what would suit you.',
        'Treatments include guided self-help, CBT, counselling for depression and EMDR.',
        'Most people wait [three|six|eleven] weeks to begin, longer for evening times.',
        'Employment advisers are embedded in the team.',
      ],
      who: [
        'Adults 16+ registered with a local GP presenting with common mental health problems, mild to moderate severity.',
        'Exclusions: active substance dependence, psychosis, or high risk requiring secondary care.',
      ],
      ages: [16, null],
    },
    {
      by: 'formal',
      names: [
        'Crisis Team',
        'Mental Health Crisis Line',
        'Crisis Resolution and Home Treatment',
        'Urgent Mental Health Help',
      ],
      leads: [
        'Urgent help, day or night, for people who cannot keep themselves safe or cannot cope.',
        'The CRHTT provides 24/7 assessment and intensive home treatment as an alternative to admission.',
        'If you are having thoughts of ending your life, ring us now on {phone}.',
      ],
      more: [
        'Anybody can ring, about themselves or somebody else.',
        'We aim to see people within four hours where it is urgent and within a day where it is less so.',
        'Home treatment means visits up to [two|three] times a day for a short while.',
        'You may speak to a different nurse each time; we try to make sure you need not start again.',
      ],
      who: [
        'Adults of working age and older adults in acute mental health crisis. Under 18s are supported by the CYP crisis pathway.',
        'Open referral. Intoxicated persons will be assessed when fit.',
      ],
      ages: [18, null],
    },
    {
      by: 'community',
      names: ['Crisis Café', 'The Harbour Evening Drop-in', 'Safe Space', 'Night Light'],
      leads: [
        'A warm place to go in the evening when things feel too much.',
        'No appointment, no forms: [tea, a sofa and someone to sit with you|come as you are].',
        'An alternative to A&E for people in emotional distress, open {time} until late.',
      ],
      more: [
        'It is in a house with a yellow door opposite {venue}.',
        'People who have been through it themselves are on every shift.',
        'You can bring a friend or come with your dog.',
        'We are not a medical service and do not hold medicines.',
      ],
      who: [
        'Adults 18+ in self-defined crisis.',
        'Open access; co-commissioned with the crisis concordat partnership.',
      ],
      ages: [18, null],
    },
    {
      by: 'formal',
      names: [
        'CAMHS',
        'Child and Adolescent Mental Health',
        'Getting Help: Children’s Mental Health',
        'Young People’s Emotional Wellbeing Service',
      ],
      leads: [
        'Specialist help for children and teenagers with serious difficulties with how they feel or behave.',
        'CAMHS works with children with moderate to severe and enduring mental health presentations.',
        'Counselling, groups and online help for 8 to 18 year olds who are sad, worried, angry or [hurting themselves|shut down].',
      ],
      more: [
        'A duty clinician can be rung by parents between 9 and 5 at {phone}.',
        'Waiting times vary: [28|36|52] weeks for some pathways, days for the most urgent.',
        'Young people can choose to be seen without a parent for part of the time.',
        'Referrals not meeting threshold are redirected to the single point of access partners.',
      ],
      who: [
        'Children and young people up to 18th birthday. Referral via SPA by professional; self-referral from 16. Tier 3.',
        'Threshold: significant functional impairment in two or more domains.',
      ],
      ages: [5, 18],
      categories: [27, 46],
    },
    {
      by: 'peer',
      names: ['Men’s Shed Talk', 'The Long Table', 'Blokes and Brews', 'Monday Men'],
      leads: [
        'Men talking. [That is it.|Tea, biscuits and no fixing.]',
        'Somewhere for men to say how they really are, at {venue}, {day}s at {time}.',
        'Started by a few lads from the football club after they lost a mate.',
      ],
      more: [
        'No one will make you talk. Some men make the tea for months.',
        'We are not doctors. We are joiners, drivers, a vicar and a lad who does nails.',
        'Over 18s only, no religion, no judgment, no charge.',
        'If you have never done anything like this, ask for {name}, who will meet you outside.',
      ],
      who: ['Males 18+.', 'Peer-led early intervention and suicide prevention offer.'],
      ages: [18, null],
    },
    {
      by: 'peer',
      forms: true,
      names: ['Depression and Anxiety Group', 'Bipolar Support Group', 'Hearing Voices Group', 'Worry Tree'],
      leads: [
        'People who live with depression or anxiety, meeting to share and listen.',
        'A self-help group for people with bipolar disorder and those close to them.',
        'If you hear voices or see things that others do not, you are not alone in this room.',
        'For people who lie awake worrying. Hang your worries on the tree and talk one of them over.',
      ],
      more: [
        'First names only. What is said here stays here.',
        'We begin with a go-round, and passing is fine.',
        'Some take tablets and some do not, and nobody is told which is right.',
        'We have met every fortnight since 20[03|09|14] and missed only twice.',
      ],
      who: ['Adults with lived experience. Facilitated by peers.', 'No referral or diagnosis required.'],
      ages: [18, null],
    },
    {
      by: 'community',
      names: ['Spade Work', 'Wellbeing Walks', 'Allotment for Wellbeing', 'Nature Connections'],
      leads: [
        'Digging, planting and a flask of tea: it lifts the mood, and there are carrots.',
        'Gentle walks of [one|two] miles from {venue}, at the speed of the slowest.',
        'Nature based activities which promote the five ways to wellbeing.',
      ],
      more: [
        'Boots and waterproofs can be borrowed.',
        'Come when you are having a bad day as well as when you are having a good one.',
        'There are jobs that can be done sitting down.',
        'Green social prescribing referrals are welcomed from link workers.',
      ],
      who: [
        'Adults with low level mental health needs or long term conditions.',
        'Open to all; step-free plots are allocated by need.',
      ],
      categories: [27, 13],
    },
    {
      by: 'formal',
      names: [
        'Low Cost Counselling',
        'Kestrel Counselling',
        'Adult Counselling Service',
        'Counselling for Carers and Families',
      ],
      leads: [
        'Up to [twelve|sixteen|twenty] sessions with a counsellor, at a price you can manage.',
        'Person-centred counselling for adults, provided by qualified and trainee counsellors.',
        'A private hour each week that is yours.',
      ],
      more: [
        'Fees are from [£5|£8|£10] to £45 and are agreed at the first meeting.',
        'You can ask for a woman, a man, or someone of your own faith or background.',
        'We are not able to work with clients currently under secondary services.',
        'Trainees are in their final year and are closely supervised.',
      ],
      who: [
        'Adults aged 18+ able to engage in weekly psychological work.',
        'Self-referral via website. Suitability determined at assessment.',
      ],
      ages: [18, null],
    },
    {
      by: 'community',
      forms: true,
      names: ['Craft and Chat', 'Singing for the Soul', 'Art on Prescription', 'Knit and Chatter'],
      leads: [
        'Make something with your hands and your head goes quiet.',
        'You need not be able to sing. [It is loud enough to hide in.|We do not audition.]',
        'Arts and wellbeing workshops led by a local artist over [eight|ten] weeks.',
        'Wool, needles and company. [We can teach you in an afternoon.|Bring what you are making.]',
      ],
      more: [
        'All materials are given and nobody gets marks.',
        'Several people who came to learn now teach.',
        'There is an exhibition at the Corn Store each {month}.',
        'Referral by link worker preferred, but ring us if you have not got one.',
      ],
      who: [
        'Adults experiencing mild depression, anxiety or isolation.',
        'Social prescribing cohort, with 30% open places.',
      ],
      categories: [10, 27],
    },
  ],
};
