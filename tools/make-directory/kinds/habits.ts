import type { TopicBank } from '../types';

export const habits: TopicBank = {
  topic: 'habits',
  categories: [23],
  more: [
    'You do not need to have stopped. [You do not even need to want to, yet.|Come as you are.]',
    'Do not stop drinking all at once if you drink every day: it can be dangerous. Talk to us first.',
    'Everything is private. [We do not tell work, family or the police.|Your GP is told only if you say so.]',
    'Clients are allocated a recovery co-ordinator following comprehensive assessment.',
    'A slip is not the end of it. Just come back.',
    'Naloxone kits are handed out to anyone who might need one.',
    'Family and friends can get help whether or not the other person does.',
    'Medically assisted treatment is prescribed in line with the clinical guidelines.',
    'We believe in harm reduction.',
  ],
  kinds: [
    {
      by: 'formal',
      names: ['Drug and Alcohol Service', 'Waymark Recovery', 'Adult Substance Misuse Service', 'Alcohol Help'],
      leads: [
        'Free help for adults who want to cut down, stop, or use more safely.',
        'An integrated recovery system for adults with problematic alcohol and drug use.',
        'Worried about your drinking? [Ring, or walk in.|You can refer yourself.]',
      ],
      more: [
        'There are walk-in times every {day} from {time} at {venue}.',
        'The offer comprises psychosocial interventions, opiate substitution therapy, detoxification and aftercare.',
        'Evening appointments are kept for people who work.',
        'A nurse can test your liver while you wait.',
      ],
      who: [
        'Adults 18+ resident in the borough with alcohol or drug use at any level of severity.',
        'Tier 2 open access and tier 3 structured treatment. AUDIT score 16+ for structured interventions.',
      ],
      ages: [18, null],
    },
    {
      by: 'formal',
      names: [
        'Young People’s Drug and Alcohol Service',
        'Vapes, Weed and Drink: Under 18s',
        'Clear: Young People',
        'Substance Misuse Under 19s',
      ],
      leads: [
        'For anyone under 19 who wants to talk about drink, drugs or vapes, without being told off.',
        'Specialist substance misuse interventions for young people, on an outreach basis.',
        'Straight talk about weed, ket, nos and everything else.',
      ],
      more: [
        'We can meet you at school, college, home or a burger bar.',
        'You can self-refer by text. [Just put "hi".|We text back within a day.]',
        'Professionals are asked to complete the screening tool.',
        'Parents can ring for advice without their child knowing.',
      ],
      who: [
        'Young people aged 11-18 (up to 25 where developmentally appropriate).',
        'Referral from YOS, school, CAMHS or self.',
      ],
      ages: [11, 19],
    },
    {
      by: 'formal',
      names: ['Stop Smoking Service', 'Smokefree Hazelford', 'Quit Smoking Clinic', 'Stop Smoking in Pregnancy'],
      leads: [
        'Twelve weeks of help to stop smoking, with free [patches, gum or a vape|vapes and patches].',
        'You are [three|four] times as likely to stop with help as on your own.',
        'The service offers behavioural support and pharmacotherapy to smokers aged 12 and over.',
      ],
      more: [
        'Weekly calls can be made in your lunch break.',
        'Pregnant women and their partners can earn shopping vouchers by stopping.',
        'Carbon monoxide validation takes place at four weeks post quit date.',
        'If it did not work last time, that is the usual way. Try again.',
      ],
      who: [
        'Smokers aged 12+ who live, work or study in the district.',
        'Priority groups: pregnancy, routine and manual, SMI.',
      ],
      categories: [22],
      ages: [12, null],
    },
    {
      by: 'peer',
      names: ['Recovery Café', 'Sober Saturdays', 'Recovery Meeting', 'One Day at a Time'],
      leads: [
        'A café run by people in recovery, for people in it or thinking of it.',
        'What do you do on a Saturday night when you do not drink? This.',
        'We meet, we share, we drink an awful lot of tea.',
      ],
      more: [
        'There is no register and no surname.',
        'Come even if you have used today, so long as you can sit and listen.',
        '{name} has been clean for [six|nine|fifteen] years and still comes first to put the chairs out.',
        'Once a month there is a curry.',
      ],
      who: ['Adults in, or considering, recovery.', 'Mutual aid; open meeting on the first week of the month.'],
      ages: [18, null],
    },
    {
      by: 'peer',
      names: [
        'Families Affected by Drink and Drugs',
        'Living with a Drinker',
        'Friends and Family Group',
        'Because I Love Them',
      ],
      leads: [
        'For people whose husband, daughter, mum or mate drinks or uses.',
        'You did not cause it and you cannot cure it. You can have a life.',
        'A weekly group for affected others, run by affected others.',
      ],
      more: [
        'We talk about what to do when they ask for money again.',
        'You may come whether they are in treatment, in prison, or in the next room.',
        'There is a one to one worker for people who would rather not be in a group.',
        'Parents whose child has died from drugs are among us.',
      ],
      who: [
        'Adult family members and concerned others.',
        'Five-step method offered by trained volunteers; self-referral.',
      ],
      ages: [18, null],
    },
    {
      by: 'formal',
      names: ['Gambling Support', 'Gambling Harms Clinic', 'Bet Free', 'Problem Gambling Counselling'],
      leads: [
        'Free help for people who gamble more than they want to, and for those who live with it.',
        'Treatment for gambling disorder using cognitive behavioural approaches.',
        'It may be the phone, the machines or the horses. [It is not about willpower.|The first step is telling one person.]',
      ],
      more: [
        'We can show you how to block sites and ask your bank to stop payments.',
        'Debt advice is given in the same building.',
        'Sessions are by video or phone, [eight|twelve] in all.',
        'If you are thinking of ending your life because of what you owe, say so at once. Money can be mended.',
      ],
      who: [
        'Adults with a PGSI score of 8+ for structured treatment; brief interventions for 1-7.',
        'Affected others may self-refer independently.',
      ],
      ages: [18, null],
      categories: [27],
    },
    {
      by: 'formal',
      names: ['Needle Exchange', 'Needle and Syringe Programme', 'Harm Reduction Van', 'Safer Injecting Advice'],
      leads: [
        'Clean equipment, safe disposal and no questions.',
        'Needle and syringe programme available at [nine|seven] pharmacies and from the outreach van.',
        'The van parks by {venue} on {day} nights.',
      ],
      more: [
        'Wound care, hepatitis tests and vaccinations can be had on the spot.',
        'People who use steroids and tanning injections are welcome.',
        'Return packs are available in three sizes.',
        'Under 18s are seen by a young people’s worker.',
      ],
      who: [
        'People who inject drugs, including image and performance enhancing drugs.',
        'Anonymous open access provision.',
      ],
      ages: [18, null],
      categories: [23, 30],
    },
    {
      by: 'formal',
      names: ['Residential Rehab', 'Detox and Rehabilitation', 'The Old Rectory Recovery Community', 'Dry House'],
      leads: [
        'A place to live for [twelve|twenty-four] weeks while you get well.',
        'Tier 4 inpatient detoxification and residential rehabilitation, by community care assessment.',
        'A house in the country with a garden, hens and a timetable.',
      ],
      more: [
        'Mobile phones are handed in for the first fortnight.',
        'Funding is agreed by the panel after pre-rehab groups have been attended.',
        'Families visit on Sundays.',
        'Move-on flats are offered to people who finish.',
      ],
      who: [
        'Adults with complex dependence who have completed preparatory work; funded by panel or self-funded.',
        'Exclusions: arson, sexual offences, unmanaged psychosis.',
      ],
      ages: [18, null],
    },
    {
      by: 'community',
      forms: true,
      names: [
        'Screen-Free Sundays',
        'Gaming Too Much? Parents’ Evening',
        'Eating for Comfort Group',
        'Healthy Weight for Families',
      ],
      leads: [
        'A Sunday of walks, board games and soup, with all the phones in a basket by the door.',
        'An evening for parents whose children are always on a screen.',
        'When it is not drink or drugs but crisps and cake. [We eat to feel better too.|Come and talk about why.]',
        'Twelve weeks of food, fun and moving about for children who are above a healthy weight, with their family.',
      ],
      more: [
        'Nobody is weighed in front of anyone.',
        'There are recipes, a taste test and a lot of dodgeball.',
        'We look at what the habit is for.',
        'The tier 2 weight management offer follows the national child measurement programme.',
      ],
      who: [
        'Families with children aged 5-12 above the 91st centile.',
        'Adults with a BMI over 28 or self-identified compulsive behaviours.',
      ],
      categories: [28],
    },
  ],
};
