import type { TopicBank } from '../types';

export const parenting: TopicBank = {
  topic: 'parenting',
  categories: [19],
  more: [
    'A crèche is available for under fives if booked [at the time of referral|by the {day} before].',
    'Dads, grandparents and foster carers are as welcome as mums.',
    'There is no perfect parent, and nobody here thinks they are one.',
    'The programme is evidence based and is delivered by two trained facilitators.',
    'Both parents are encouraged to attend where safe and appropriate.',
    'Asking for help is not a mark against you. [Nobody will take your children away for coming.|Most of us have done it.]',
    'Parents who miss two consecutive sessions will be discharged and will need to be re-referred.',
    'Sessions run in term time only, unless stated.',
    'A parenting practitioner will ring within [five|ten] working days to arrange a home visit.',
  ],
  kinds: [
    {
      by: 'formal',
      names: ['Parenting Programme', 'Positive Parenting Course', 'Calmer Homes', 'Parenting Through the Years'],
      leads: [
        'A [ten|eight|twelve] week course for parents who would like home to be calmer.',
        'Group-based parenting intervention addressing behaviour, routines, boundaries and emotional regulation.',
        'Find out why children do what they do, and [what you can try|ways to put it right that do not need shouting].',
      ],
      more: [
        'Each week there is one small thing to try at home, and a chance to say how it went.',
        'Groups for children aged 2-5, 6-11 and 12-16 run at {venue} and online.',
        'Parents tell us that the best of it was meeting others with the same trouble.',
        'Pre and post measures are completed to evidence impact.',
      ],
      who: [
        'Parents/carers of children aged 2-16 resident in the borough; priority to families open to Early Help.',
        'Targeted provision at level 2/3 of the continuum of need. Referral via MASH or Early Help module.',
      ],
    },
    {
      by: 'formal',
      names: ['Early Help', 'Family Support Service', 'Targeted Family Help', 'Family Help Team'],
      leads: [
        'Early Help is a co-ordinated, multi-agency response for families with emerging or complex needs.',
        'A family worker who comes to your home, listens to everybody in it, and helps you make a plan.',
        'Every family has hard times. [We can help before things get worse.|Tell us what would make a difference.]',
      ],
      more: [
        'The lead practitioner convenes a team around the family every six weeks.',
        'You say yes or no at every step, and you can stop at any time.',
        'Help can be with behaviour, routines, money, housing, school, or how you all get on.',
        'Interventions are time limited, ordinarily [12|16|20] weeks.',
      ],
      who: [
        'Families with two or more needs at level 3 where consent has been obtained.',
        'Step-down from statutory services or referral by any professional via the front door.',
      ],
      categories: [17],
      ages: [0, 19],
    },
    {
      by: 'community',
      names: ['Stay and Play', 'Play and Chat', 'Rhyme Time', 'Muddy Puddles'],
      leads: [
        'Toys, songs, a snack and somebody else to talk to. [Just turn up.|£1 a family.]',
        'A friendly drop-in for children under five and whoever looks after them, at {venue}.',
        'Stay and play sessions support children’s early learning and parental confidence.',
      ],
      more: [
        'There is a quiet corner for babies and for anyone who has had no sleep.',
        'We go outside whatever the weather, so bring wellies.',
        'Siblings up to eight can come along in the holidays.',
        '{name} leads the singing at half past, badly and with feeling.',
      ],
      who: [
        'Universal provision for families with children 0-5.',
        'Parents, carers and childminders; capped at 25 families.',
      ],
      categories: [11],
      ages: [0, 5],
    },
    {
      by: 'peer',
      names: ['Dads’ Breakfast', 'Dads and Little Ones', 'Dad Talk', 'Dads on the Carpet'],
      leads: [
        'Bacon rolls, papers and a floor full of toys, for dads, stepdads and grandads.',
        'A place for dads to be with their children and with each other.',
        'Started by a dad who was the only man at every other group.',
      ],
      more: [
        'If you only have the children at weekends, this is an easy way to spend a morning.',
        'No lectures. We do go camping in {month}.',
        'There is an evening meet without children on the last {day} of the month.',
        'Some of the lads have been through the family courts and will talk you through it.',
      ],
      who: [
        'Male carers of children under 11.',
        'No referral. Fathers subject to court orders are asked to speak to the organiser.',
      ],
      categories: [11, 19],
    },
    {
      by: 'peer',
      names: ['Parents of Teenagers', 'Teen Trouble Support Group', 'Walking on Eggshells', 'Parents Under Fire'],
      leads: [
        'For mums and dads whose teenager is angry, out all hours, or shut in their room.',
        'Does your child hit, threaten or frighten you? You are not alone. We have lived it.',
        'A support group for parents of teenagers who find that nothing they try is working.',
      ],
      more: [
        'We meet in the evening at a place where no one will guess what it is for.',
        'You will not be told that it is your fault.',
        'A worker from the youth team comes once a month to answer questions.',
        'Nobody repeats what is said.',
      ],
      who: [
        'Parents experiencing child to parent abuse (CPVA/APVA).',
        'Parents of young people aged 11-18 at risk of exploitation, exclusion or offending.',
      ],
      categories: [19, 24],
    },
    {
      by: 'formal',
      names: [
        'Youth Support Team',
        'Detached Youth Work',
        'One to One Mentoring for Young People',
        'Second Chance Youth Service',
      ],
      leads: [
        'A youth worker for 11 to 18 year olds who are getting into trouble or are being led into it.',
        'Targeted youth support delivers bespoke one to one interventions to divert young people from offending.',
        'Someone to talk to who is not your parent or your teacher.',
      ],
      more: [
        'We meet where the young person likes: at school, in a park, over chips.',
        'Work may include healthy relationships, knife crime, county lines and emotional regulation.',
        'Parents get their own worker if they would like one.',
        'Referrals are considered at the weekly youth panel and allocated according to risk.',
      ],
      who: [
        'Young people aged 10-18 on the cusp of offending, subject to an out of court disposal, or at risk of CSE/CCE.',
        'Consent required from parent and young person. Professional referral only.',
      ],
      categories: [24, 25],
      ages: [10, 18],
    },
    {
      by: 'community',
      names: ['Youth Club', 'Friday Night Project', 'The Hangout', 'Junior Youth Club'],
      leads: [
        'Pool, music, tuck shop and people to have a laugh with.',
        'Somewhere warm and safe to go on a {day} night in {town}.',
        'Open access youth club for school years [7 to 11|6 to 9], run by trained youth workers and volunteers.',
      ],
      more: [
        'It is 50p on the door, or nothing if you have not got it.',
        'We do trips in the summer that the young people choose themselves.',
        'Phones are allowed but mostly forgotten.',
        'Leaders have had the checks they need and first aid training.',
      ],
      who: ['Young people aged 11-17 (up to 25 SEND).', 'Universal youth offer.'],
      categories: [7, 24],
      ages: [10, 17],
    },
    {
      by: 'formal',
      forms: true,
      names: [
        'Children’s Sleep Service',
        'Toileting and Sleep Clinic',
        'Behaviour Clinic for Under Fives',
        'Toddler Taming',
      ],
      leads: [
        'Help with children who will not go to bed, will not stay there, or are up at four.',
        'Potty training, wet beds and broken nights: practical help from nursery nurses.',
        'Brief solution focused interventions for common behavioural difficulties in the early years.',
        'Tantrums, biting, hitting and fussy eating: bring them all.',
      ],
      more: [
        'You keep a sleep diary for [one week|two weeks] and then we look at it together.',
        'Advice is given by nursery nurses from the health visiting team.',
        'It usually takes about a month to see a change, so do not lose heart.',
        'Children with a diagnosis will be redirected to the specialist pathway.',
      ],
      who: [
        'Families with children aged 1-5 registered with a local GP.',
        'Universal plus offer following contact with the health visitor.',
      ],
      categories: [19, 33],
      ages: [1, 8],
    },
    {
      by: 'formal',
      names: ['Holiday Activities and Food', 'Summer Play Scheme', 'Holiday Club', 'After School and Holiday Care'],
      leads: [
        'Free holiday clubs with a hot meal for children who get free school meals.',
        'Football, drama, cooking and [den building|messy play] in every school holiday except Christmas week.',
        'Out of school childcare for 4 to 12 year olds, open from {time}.',
      ],
      more: [
        'Book early: the {town} places go within a day.',
        'Children with additional needs can have one to one support if we know three weeks ahead.',
        'Vouchers, tax-free childcare and Universal Credit can pay for it.',
        'Bring a coat, a drink and clothes that can get paint on them.',
      ],
      who: [
        'Children in reception to year 11 in receipt of benefits-related free school meals. 15% of places are discretionary.',
        'Registered provision; places allocated against criteria.',
      ],
      categories: [8, 9],
      ages: [4, 16],
    },
  ],
};
