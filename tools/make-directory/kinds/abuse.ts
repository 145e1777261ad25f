import type { TopicBank } from '../types';

export const abuse: TopicBank = {
  topic: 'abuse',
  categories: [16],
  more: [
    'If you are in danger now call 999. If you cannot speak, press 55 when asked.',
    'We believe you.',
    'Only ring or e-mail from a phone and an account that the other person cannot see.',
    'We will ask when and how it is safe to call back, and will not leave a message unless you say so.',
    'You do not have to leave, and you do not have to go to the police, to get help from us.',
    'Referrals are risk assessed using the DASH checklist and high risk cases are heard at MARAC.',
    'There are workers who speak [Punjabi, Urdu and Polish|Romanian, Urdu and Arabic], and a worker for men.',
    'Abuse is not only hitting. It can be money, messages, threats and being watched.',
    'Limits to confidentiality apply where a child or adult is at risk of significant harm.',
  ],
  kinds: [
    {
      by: 'formal',
      names: ['Domestic Abuse Support', 'IDVA Service', 'Safe Harbour Outreach', 'Domestic Abuse Helpdesk'],
      leads: [
        'Support for anyone who is afraid of a partner, an ex-partner or someone in their family.',
        'Independent Domestic Violence Advisors provide crisis intervention to victims assessed as high risk.',
        'Is somebody hurting, frightening or controlling you? [Talk to us, in private.|You can talk to us without giving a name.]',
      ],
      more: [
        'We can help with safety at home, the police, courts, housing, money and the children.',
        'Advisers will speak on your behalf at MARAC so that you need not attend.',
        'Locks can be changed and cameras fitted, for tenants and owners alike, at no cost.',
        'Support is by phone, by video, or at a place where it is safe to meet.',
      ],
      who: [
        'Victims/survivors aged 16+ of all genders; high risk (14+ ticks) to IDVA, standard and medium risk to outreach.',
        'Referral pathway: police, health, MASH or self-referral. No recourse to public funds accepted.',
      ],
      ages: [16, null],
    },
    {
      by: 'formal',
      names: ['Refuge', 'Women’s Refuge', 'Safe House for Women and Children', 'Hazelford Refuge Accommodation'],
      leads: [
        'Safe temporary accommodation for women and children who are escaping domestic abuse.',
        'A safe house with [seven|nine|twelve] family rooms and support staff. Where it is, is kept private.',
        'Refuge provision within the domestic abuse pathway; address confidential.',
      ],
      more: [
        'Call at any hour. If we are full we will look for a space elsewhere in the country while you wait.',
        'Children have their own worker, a playroom and help to start at a new school.',
        'Each family has a room with a lock and shares a kitchen.',
        'Pets can be fostered while you are with us.',
      ],
      who: [
        'Women aged 18+ with or without children (boys up to 16) fleeing domestic abuse, subject to risk assessment and vacancy.',
        'Referrals from outside the area are accepted; women with NRPF by arrangement.',
      ],
      ages: [18, null],
      secret: true,
    },
    {
      by: 'formal',
      forms: true,
      names: [
        'Dispersed Safe Accommodation',
        'Refuge for Men',
        'Safe Space for South Asian Women',
        'Refuge: Complex Needs',
      ],
      leads: [
        'Self-contained safe flats for larger families, and for people with a carer or an assistance dog. Addresses are not published.',
        'A safe place to live for men who are escaping abuse, with or without their children.',
        'Specialist refuge for Black and minoritised women escaping violence, forced marriage and honour based abuse.',
        'Safe accommodation with support day and night, for women whose drinking, drugs or mental health has shut other doors.',
      ],
      more: [
        'A worker who shares your language will be there from the first day.',
        'You can bring teenage sons.',
        'We help with immigration applications for those whose partner was their sponsor.',
        'Length of stay is up to [nine|six] months with a planned move on.',
      ],
      who: [
        'Survivors with multiple disadvantage (substance use, mental ill health, offending) unable to access communal provision.',
        'Referral via the safe accommodation gateway; professional or self.',
      ],
      ages: [16, null],
      secret: true,
    },
    {
      by: 'formal',
      names: ['Sexual Violence Support', 'Rape and Sexual Abuse Counselling', 'ISVA Service', 'Sexual Assault Support'],
      leads: [
        'Free support for anybody who has been raped or sexually abused, last night or forty years ago.',
        'Independent Sexual Violence Advisers support victims through the criminal justice process, or without it.',
        'Counselling, groups and practical help. [Whatever happened, it was not your fault.|You set the pace.]',
      ],
      more: [
        'You need not report it. If you might one day, ask us how evidence can be kept.',
        'Counselling waits are around [five|seven|nine] months; the helpline has none.',
        'There is separate space for men, and a worker for under 18s.',
        'Pre-trial therapy is delivered in line with prosecution guidance.',
      ],
      who: [
        'Survivors of any gender aged 13+ of recent or non-recent sexual violence.',
        'Self-referral preferred; professionals refer with explicit consent.',
      ],
      ages: [13, null],
      categories: [27],
    },
    {
      by: 'peer',
      names: ['Finding My Feet', 'Survivors’ Circle', 'My Own Front Door', 'After Abuse: Women Together'],
      leads: [
        'Women who have lived with abuse, learning together how it works and how to get free of its hold.',
        'A circle of survivors. You can come while you are still with them, or years after.',
        'A rolling [eleven|twelve] week course led by women who once sat where you are sitting.',
      ],
      more: [
        'We tell you where it is when you ring, so that only we know.',
        'You may not say a word for weeks. That is all right.',
        'There is a crèche, and bus fares are paid.',
        'Many of us stay friends long after.',
      ],
      who: [
        'Women with experience of domestic abuse; male perpetrators are excluded from the venue.',
        'Referral from IDVA, social worker, family hub or self.',
      ],
      ages: [16, null],
      secret: true,
    },
    {
      by: 'formal',
      names: ['A Different Way', 'Perpetrator Programme', 'Choosing to Change', 'Stopping Harm in Relationships'],
      leads: [
        'Worried about how you treat your partner or children? You can change, and we will help.',
        'A behaviour change programme for adults who have used abusive behaviour in intimate relationships.',
        'For people who do not want to frighten those they love any more.',
      ],
      more: [
        'You will be challenged and you will be treated with respect.',
        'The programme runs for [24|26] weeks with individual sessions before and after.',
        'An integrated support service contacts partners and ex-partners.',
        'Honesty is the only entry requirement that most people find hard.',
      ],
      who: [
        'Adults aged 18+ who acknowledge their use of abuse and are motivated to change.',
        'Court mandated referrals are not accepted. Referral from children’s social care or self.',
      ],
      ages: [18, null],
    },
    {
      by: 'formal',
      names: [
        'Children Affected by Domestic Abuse',
        'Play Therapy: Safe Again',
        'Stronger: Support for Young Victims',
        'Young People’s Violence Advisor',
      ],
      leads: [
        'For children who have seen or heard things at home that they should not have had to.',
        'Therapeutic group and individual interventions for children who have experienced domestic abuse.',
        'Support for 11 to 17 year olds whose boyfriend, girlfriend or family is hurting them.',
      ],
      more: [
        'Younger children use play and paint rather than talk.',
        'The parent who is not abusive comes to sessions of their own alongside.',
        'We can meet at school, in a lesson the young person does not mind missing.',
        'Abuse must have ceased and the perpetrator must not reside in the household.',
      ],
      who: [
        'Children and young people aged 4-17 recognised as victims in their own right.',
        'Consent from the non-abusing parent; referral via Early Help or MASH.',
      ],
      ages: [4, 17],
      categories: [16, 46],
    },
    {
      by: 'formal',
      names: ['Adult Safeguarding', 'Report Abuse of an Adult', 'Safeguarding Adults Team', 'Elder Abuse Concern Line'],
      leads: [
        'If an older or disabled person is being hurt, neglected or cheated out of money, tell us.',
        'The team receives safeguarding concerns under section 42 and makes enquiries proportionate to risk.',
        'Worried about a neighbour, a relative or someone you care for? [You need not be sure.|Ring for advice.]',
      ],
      more: [
        'We will not say who rang unless a court makes us.',
        'The adult’s own wishes are at the centre of what happens next.',
        'Concerns can be raised by anybody at any time on {phone}; there is an emergency team at night.',
        'Making Safeguarding Personal principles apply throughout.',
      ],
      who: [
        'Adults with care and support needs experiencing, or at risk of, abuse or neglect who are unable to protect themselves.',
        'Professionals should complete form SA1 within one working day.',
      ],
      ages: [18, null],
      categories: [],
    },
    {
      by: 'formal',
      names: ['Worried About a Child', 'Children’s Social Care Front Door', 'MASH', 'Child Protection Referrals'],
      leads: [
        'If you think a child is being hurt or is not being looked after, ring us.',
        'The Multi-Agency Safeguarding Hub is the single point of contact for all concerns about children.',
        'You can ring for yourself, for your family, or about a child you know.',
      ],
      more: [
        'Members of the public do not have to give a name.',
        'A social worker decides within one working day what to do.',
        'Children can ring too, on the same number, and will be listened to.',
        'Professionals must submit a MARF with evidence of consent, or reasons for dispensing with it.',
      ],
      who: [
        'Children and young people under 18 where threshold for level 4 is met.',
        'Consultation line available to professionals at level 3.',
      ],
      ages: [0, 18],
      categories: [17],
    },
  ],
};
