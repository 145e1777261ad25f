import type { TopicBank } from '../types';

export const work: TopicBank = {
  topic: 'work',
  categories: [24],
  more: [
    'Travel costs and childcare can be [paid back|refunded] while you are with us, so keep your receipts.',
    'You choose the pace. [Nobody will report you to the Jobcentre.|It does not affect your benefits.]',
    'Participants agree an individual action plan with SMART targets at induction.',
    'There are laptops you can borrow and a printer for CVs.',
    'The project is part funded by [the shared prosperity programme|a community grant] until {month}.',
    'Evidence of right to work and of economic status is required at enrolment.',
    'We stay in touch for six months after you start a job.',
    'Clothes for interviews can be borrowed, shoes included.',
    '[Four|Three|Seven] local employers come in every month to meet people.',
  ],
  kinds: [
    {
      by: 'formal',
      names: ['Employment Support', 'Into Work', 'Work Coach Service', 'Steps to Employment'],
      leads: [
        'One to one help to find a job, keep a job or change job.',
        'A dedicated employment key worker supports economically inactive participants towards the labour market.',
        'Looking for work in {town}? [Drop in|Come along] for help with your CV, applications and interviews.',
      ],
      more: [
        'Your coach can ring employers for you and go along to an interview.',
        'Provision comprises diagnostic assessment, barrier removal, job brokerage and in-work support.',
        'We know who is hiring locally, often before it is advertised.',
        'Practice interviews are held every {day} afternoon with volunteers from real firms.',
      ],
      who: [
        'Unemployed or economically inactive residents aged 16 and over not enrolled on a mandatory programme.',
        'Customers must reside in a priority ward and be referred via the single front door.',
      ],
      ages: [16, null],
    },
    {
      by: 'formal',
      names: ['Adult Learning', 'English and Maths Courses', 'Community Learning Courses', 'Learn Again'],
      leads: [
        'Free courses in English, maths and computers for adults, from complete beginners up.',
        'Community learning delivers non-accredited and accredited provision for adults aged 19+.',
        'It is never too late. Our oldest learner passed her maths at [71|78|83].',
      ],
      more: [
        'Classes are small, with no more than [eight|ten] people, and there is a tea break.',
        'Courses start in September, January and after Easter, and you can join late if there is room.',
        'Initial assessment is undertaken prior to enrolment to determine level.',
        'Learners without a level 2 qualification are fully funded.',
      ],
      who: [
        'Adults aged 19+ resident in England for three years, without a level 2 qualification.',
        'Learners in receipt of means-tested benefits are eligible for fee remission.',
      ],
      ages: [19, null],
    },
    {
      by: 'community',
      names: ['Job Club', 'CV Clinic', 'Monday Job Club', 'Applications and Biscuits'],
      leads: [
        'Look for work in good company. [Free coffee.|Bring a USB stick if you have one.]',
        'Volunteers help with job applications, online accounts and Universal Credit journals at {venue}.',
        'An informal job club which runs every {day} in term time.',
      ],
      more: [
        'If you cannot use a computer, somebody will sit beside you while you do.',
        'We keep a noticeboard of part-time jobs within a bus ride of {town}.',
        'Being turned down forty times is hard. It is easier to bear round a table.',
        'No need to sign up, and no minimum number of job searches.',
      ],
      who: ['Open to all jobseekers.', 'Drop-in provision, no referral necessary.'],
    },
    {
      by: 'formal',
      names: [
        'Rights at Work Advice',
        'Employment Law Clinic',
        'Unfair Dismissal and Redundancy Advice',
        'Workplace Advice Line',
      ],
      leads: [
        'Free advice if you have been sacked, not paid, bullied at work or [made redundant|put at risk].',
        'The clinic provides initial employment law advice by volunteer solicitors.',
        'Know where you stand on pay, holidays, zero-hours contracts, [maternity|sickness] and notice.',
      ],
      more: [
        'Most tribunal claims have to be started within three months less a day, so do not wait.',
        'Appointments last 30 minutes and are by telephone on the first {day} of the month.',
        'Bring your contract, pay slips and any letters or messages from your employer.',
        'We do not offer representation, save in exceptional cases agreed by the supervising solicitor.',
      ],
      who: [
        'Employees and workers without trade union or insurance cover.',
        'Individuals on a low income; merits and means apply to casework.',
      ],
      categories: [],
      ages: [16, null],
    },
    {
      by: 'formal',
      names: ['NEET Prevention Service', 'Careers for 16 to 24s', 'Next Steps for Young People', 'Apprenticeship Hub'],
      leads: [
        'For young people who are not in school, college or work and are not sure what next.',
        'The service tracks and supports young people who are NEET or at risk of becoming so.',
        'Apprenticeships, traineeships and [first jobs|work trials] in Hazelford.',
      ],
      more: [
        'A careers adviser can meet you at home, at school or in a café.',
        'Vulnerable cohorts include care leavers, young carers, YOS open cases and SEND.',
        'Try out plumbing, hair, cooking or coding for a day before you choose.',
        'You do not need any grades for some of them.',
      ],
      who: [
        'Young people aged 16-18 (up to 25 with an EHCP) who are NEET or whose destination is not known.',
        'Referral by school, social worker or self via the September guarantee pathway.',
      ],
      ages: [16, 24],
    },
    {
      by: 'formal',
      names: [
        'Supported Employment',
        'Work for People with Learning Disabilities',
        'Job Coaching Service',
        'Individual Placement and Support',
      ],
      leads: [
        'A job coach works alongside you until you know the job.',
        'Supported employment for adults with a learning disability, autism or severe mental illness.',
        'Real jobs at real wages, [with help for as long as you need it|found to fit you].',
      ],
      more: [
        'We start from what you are good at and what you enjoy.',
        'IPS is an evidence based model with fidelity reviewed annually.',
        'The coach can also explain things to the people you work with, if you would like that.',
        'Referral is through the community mental health team or the learning disability team.',
      ],
      who: [
        'Adults open to secondary mental health services or with a diagnosed learning disability who want paid work.',
        'Tier 3 provision; service users must be on CPA or equivalent.',
      ],
      categories: [42, 46],
      ages: [18, null],
    },
    {
      by: 'peer',
      forms: true,
      names: ['Back to Work Mums', 'Laid Off, Not Left Out', 'Menopause and Work Circle', 'Redundancy Support Group'],
      leads: [
        'Mothers going back to work after years at home, cheering each other on.',
        'A friendly circle for people who have been laid off, led by {name} and {name}.',
        'Hot, tired and forgetting words in meetings? So are we. How to keep a job through the menopause.',
        'Losing a job can feel like losing yourself. We have been there and meet to talk it over.',
      ],
      more: [
        'We share childcare, lifts and the names of decent bosses.',
        'There is no lecture. Whoever wants to speak, speaks.',
        'The group has a message thread which is busiest the night before an interview.',
        'Partners may come too: it hits the whole house.',
      ],
      who: ['Self-organised peer network.', 'Adults experiencing labour market transition.'],
      categories: [],
    },
    {
      by: 'community',
      names: ['Digital Drop-in', 'Computer Help', 'Get Online', 'Tablet and Phone Clinic'],
      leads: [
        'Bring your phone, tablet or laptop and we will show you, slowly, as many times as it takes.',
        'Digital champions help people get online at {venue}.',
        'Emails, video calls, [shopping|bus passes], job sites: whatever you want to be able to do.',
      ],
      more: [
        'Free data SIM cards with [20|40] GB a month can be given to people who cannot afford the internet.',
        'We refurbish old laptops and lend them out for up to [six weeks|three months].',
        'The digital inclusion offer is underpinned by the essential digital skills framework.',
        'There is no such thing as a silly question. We have been asked where the any key is.',
      ],
      who: [
        'Digitally excluded residents.',
        'Adults with low digital skills; priority to those claiming benefits online.',
      ],
      categories: [],
    },
    {
      by: 'community',
      names: ['Volunteering Hub', 'Volunteer Centre', 'Give an Hour', 'Volunteering for Wellbeing'],
      leads: [
        'Thinking of volunteering? We match people with over [120|80|200] local groups.',
        'Volunteering is a good way to try things out, meet people and [have something for the CV|feel useful].',
        'Supported volunteering placements at allotments, shops, museums and the animal rescue.',
      ],
      more: [
        'If you are anxious about starting, a buddy can go with you for the first few times.',
        'Expenses are paid by most groups. It will not stop your benefits, but do tell the Jobcentre.',
        'A disclosure check is needed for some roles, and we do it for you.',
        'Placements range from two hours to two days a week.',
      ],
      who: [
        'All residents aged 14+ (parental consent required under 18).',
        'Supported placements prioritise adults referred by social prescribers.',
      ],
      categories: [],
      ages: [14, null],
    },
  ],
};
