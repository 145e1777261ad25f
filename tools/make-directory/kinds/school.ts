import type { TopicBank } from '../types';

export const school: TopicBank = {
  topic: 'school',
  categories: [5],
  more: [
    'It helps to write down what has happened, with dates, before you ring.',
    'We do not take sides. [We want the child to be happy at school.|What matters is the child.]',
    'Information is shared with the setting on a need to know basis and with parental consent.',
    'The service operates within the graduated approach (assess, plan, do, review).',
    'Parents can bring a friend or relative to any meeting.',
    'Schools should evidence at least two cycles of intervention before referring.',
    'The helpline is answered in school term time; leave a message in the holidays.',
    'Some children are not in school at all just now. We help with that too.',
    'Part of the Local Offer for children and young people aged 0-25 with SEND.',
  ],
  kinds: [
    {
      by: 'formal',
      names: [
        'SEND Information and Advice (SENDIASS)',
        'SEND Advice for Parents',
        'Special Needs Advice Line',
        'SENDIASS Hazelford',
      ],
      leads: [
        'Impartial information, advice and support for parents of children with special educational needs.',
        'If your child needs extra help at school and you are not being heard, [start here|ring us].',
        'SENDIASS is a statutory service at arm’s length from the local authority.',
      ],
      more: [
        'We can explain the law, read through paperwork and go with you to meetings.',
        'We support parents through EHC needs assessment, mediation and appeals to the tribunal.',
        'You do not need a diagnosis to ask for help.',
        'Young people over 16 can use the service themselves, without their parents.',
      ],
      who: [
        'Parents and carers of children aged 0-25 with SEND, and young people in their own right.',
        'Residents of the local authority area irrespective of where the child is educated.',
      ],
      categories: [5, 40],
      ages: [0, 25],
    },
    {
      by: 'formal',
      names: [
        'Education Welfare Service',
        'School Attendance Support',
        'Attendance and Inclusion Team',
        'Missing School: Help for Families',
      ],
      leads: [
        'The Education Welfare Service discharges the authority’s duties in respect of school attendance.',
        'Is it a battle to get your child to school? We can help you and the school work out why.',
        'Support for families where a child is missing a lot of school through worry, illness or [trouble at home|falling out].',
      ],
      more: [
        'A child who cannot face school is not being naughty. We go at a pace they can manage.',
        'Persistent absence is defined as attendance below 90%; severe absence below 50%.',
        'Penalty notices are issued in accordance with the local code of conduct.',
        'Part-time timetables should be a short-term measure and be reported to the team.',
      ],
      who: [
        'Pupils of statutory school age with attendance below 90%, following school-led intervention.',
        'Referral by designated school attendance lead. Parents may contact the duty desk.',
      ],
      categories: [19],
      ages: [5, 16],
    },
    {
      by: 'formal',
      names: ['Anti-Bullying Support', 'Bullying and Online Safety Helpdesk', 'Stop Bullying Hazelford', 'Kind Online'],
      leads: [
        'Help for children who are being bullied, at school, on the bus or on their phone, and for their parents.',
        'The anti-bullying service provides consultation, training and direct work with pupils.',
        'Nobody has to put up with it. [Talk to us.|We can talk to the school with you.]',
      ],
      more: [
        'Every school must have a policy. We can help you use it, and what to do when it does not work.',
        'Group sessions build confidence for [six|eight] weeks after school at {venue}.',
        'We can show you how to save messages as proof and how to have pictures taken down.',
        'Restorative approaches are offered where both parties agree.',
      ],
      who: [
        'Children and young people aged 7-18 and their families.',
        'Referral from education settings, with a completed chronology of incidents.',
      ],
      categories: [14],
      ages: [7, 18],
    },
    {
      by: 'formal',
      names: [
        'Educational Psychology Service',
        'Specialist Teaching Team',
        'Autism Outreach Team',
        'Communication and Interaction Team',
      ],
      leads: [
        'Educational psychologists work with schools and families when learning or behaviour is a worry.',
        'Specialist teachers advise nurseries and schools on autism, language and [dyslexia|literacy].',
        'The team offers consultation, assessment and statutory advice under the Code of Practice.',
      ],
      more: [
        'Your school’s SENCO asks for us at the termly planning meeting.',
        'We watch how a child gets on in class, and talk with them, before we say anything.',
        'A parent consultation line is open on {day} afternoons, for [30|40] minute calls.',
        'Traded packages are available to academies and independent settings.',
      ],
      who: [
        'Children and young people aged 0-25 on SEN Support or with an EHCP whose progress is below expected despite intervention.',
        'Referral via school SENCO following parental consent. Tier 3 specialist provision.',
      ],
      categories: [37, 42],
      ages: [0, 25],
    },
    {
      by: 'formal',
      names: ['School Admissions', 'Apply for a School Place', 'In-Year Admissions', 'Appeals for School Places'],
      leads: [
        'How to apply for a place at primary or secondary school, and what to do if you are refused one.',
        'The admissions team co-ordinates applications for all maintained schools and academies.',
        'Moving to {town}? Apply for a school place in the middle of the year here.',
      ],
      more: [
        'The closing dates are 31 October for secondary and 15 January for primary.',
        'Places are offered under the published oversubscription criteria.',
        'You have twenty school days to appeal, and may say in your own words why it matters.',
        'Hard to place pupils are considered under the Fair Access Protocol.',
      ],
      who: [
        'Parents of children of school age resident in the authority’s area.',
        'Applicants for in-year transfer, including service families and looked after children.',
      ],
      categories: [],
      ages: [3, 18],
    },
    {
      by: 'peer',
      names: [
        'SEND Parents Coffee Morning',
        'Shine Parents',
        'Odd Socks Parents',
        'School’s Not Working: {town} Meet-up',
      ],
      leads: [
        'A cuppa with other parents whose children do not fit the mould.',
        'Autism, ADHD, or nobody knows yet: come and talk to people who get it.',
        'We are parents of children who cannot manage school, meeting to keep each other going.',
      ],
      more: [
        'Children are welcome, headphones, shoes off and all.',
        'We have filled in more forms than most officers and will help with yours.',
        'The group met in {name}’s kitchen for two years before it grew too big.',
        'Once a term somebody from SENDIASS joins us.',
      ],
      who: [
        'Parent carers of children with additional needs, with or without a diagnosis.',
        'Parent-led; affiliated to the parent carer forum.',
      ],
      categories: [40],
    },
    {
      by: 'community',
      names: ['Homework Club', 'Read with Me', 'Reading Volunteers', 'Saturday Maths'],
      leads: [
        'A quiet table, a snack and somebody to ask, after school.',
        'Volunteers listen to children read, one to one, for [20 minutes|half an hour] a week.',
        'Help with homework for children who have no room, no computer or no peace at home.',
      ],
      more: [
        'Older pupils help younger ones, which does both of them good.',
        'Parents who find reading hard can join in and nobody will make anything of it.',
        'Computers and printing are free.',
        'Volunteers are interviewed, checked and trained before they start.',
      ],
      who: ['Pupils in key stages 2 and 3.', 'Priority to pupil premium cohort; open to self-referral.'],
      categories: [8],
      ages: [7, 16],
    },
    {
      by: 'formal',
      names: [
        'Mental Health Support in Schools',
        'School Counselling',
        'School Nurse Drop-in',
        'Emotional Health in Education',
      ],
      leads: [
        'Support in school for worries, low mood and [friendship trouble|exam nerves].',
        'School nurses hold a private drop-in for pupils at every secondary school in the district.',
        'The team provides low intensity CBT interventions in education settings.',
      ],
      more: [
        'Pupils can text {phone} and a nurse will answer within one working day.',
        'What is said stays private unless someone is in danger.',
        'Parents of younger children are shown how to help with worries over [six|eight] sessions.',
        'Interventions are delivered by education mental health practitioners under clinical supervision.',
      ],
      who: [
        'Pupils aged 5-18 in participating schools with mild to moderate presentations (getting more help).',
        'Exclusion criteria: active risk, open to CAMHS, or awaiting neurodevelopmental assessment.',
      ],
      categories: [46, 27],
      ages: [5, 18],
    },
    {
      by: 'formal',
      names: [
        'Speech and Language Therapy',
        'Talk Together: Under Fives',
        'Children’s Therapies',
        'Speech, Language and Communication Needs Service',
      ],
      leads: [
        'Speech and language therapists help children who find it hard to talk, understand or swallow.',
        'Worried about your child’s talking? [Come to a drop-in.|Ring the advice line.]',
        'The service assesses and treats children with SLCN from birth to 19.',
      ],
      more: [
        'Bring your child and a favourite toy; you will have about 20 minutes with a therapist.',
        'Current waits are [14|22|31] weeks for a first appointment.',
        'There are videos to try at home while you wait.',
        'Stammering and selective mutism are seen sooner.',
      ],
      who: [
        'Children registered with a local GP; referral by parent, setting or health professional with completed screening tool.',
        'Ages 0-19; school age referrals through the SENCO only.',
      ],
      categories: [47],
      ages: [0, 19],
    },
  ],
};
