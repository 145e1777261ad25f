import type { TopicBank } from '../types';

export const relationships: TopicBank = {
  topic: 'relationships',
  categories: [20, 21],
  more: [
    'Not suitable where there is fear or control in the relationship; please tell us, and we will find the right help.',
    'Each person is seen alone first.',
    'We do not take sides and we do not decide who is right.',
    'Sessions are held at {venue}, with evening times for people who work.',
    'The practitioner is an accredited member of the professional body and works to its code of ethics.',
    'Children do best when the arguing stops, whether or not their parents stay together.',
    'A charge is made on a sliding scale according to household income.',
    'Domestic abuse screening is undertaken at intake and reviewed throughout.',
    'Coming on your own is fine if the other person will not.',
  ],
  kinds: [
    {
      by: 'formal',
      names: ['Couples Counselling', 'Relationship Counselling', 'Talking It Over', 'Relationship Therapy Service'],
      leads: [
        'Time to talk, with someone in the room who helps you hear each other.',
        'Counselling for couples who argue, have grown apart, or cannot get past something that happened.',
        'Relationship therapy is offered in blocks of [six|eight|ten] sessions to couples and individuals.',
      ],
      more: [
        'All couples are welcome, married or not, of any sex or faith.',
        'There are a few free places each month for people on benefits.',
        'The first meeting is to see whether it suits you.',
        'Psychosexual therapy is available by separate assessment.',
      ],
      who: [
        'Adults in, or recently out of, an intimate relationship.',
        'Fee paying clients and those referred under the reducing parental conflict contract.',
      ],
      ages: [18, null],
    },
    {
      by: 'formal',
      names: [
        'Family Mediation',
        'Mediation for Separating Parents',
        'Child Arrangements Mediation',
        'MIAMs and Mediation',
      ],
      leads: [
        'A mediator helps you agree about the children, the house and the money without going to court.',
        'Before applying to court you must usually attend a Mediation Information and Assessment Meeting.',
        'Splitting up? Sort out who sees the children when, [in one room or two|face to face or online].',
      ],
      more: [
        'Legal aid may pay for both of you to have the first meeting.',
        'A voucher of up to £500 may be available where child arrangements are in dispute.',
        'You can sit in separate rooms while the mediator goes between you.',
        'Older children can be asked what they think, by someone trained to do it.',
      ],
      who: [
        'Separating or divorcing couples and other family members in dispute.',
        'Subject to suitability assessment; legal aid eligibility is means tested.',
      ],
      categories: [21],
    },
    {
      by: 'formal',
      names: [
        'Reducing Parental Conflict',
        'When Parents Argue',
        'Co-parenting Course',
        'Healthy Relationships for Parents',
      ],
      leads: [
        'All parents argue. This course is about doing it in a way that does not hurt the children.',
        'An RPC intervention addressing frequent, intense and poorly resolved interparental conflict.',
        'Free digital and group courses for parents who are together, apart or somewhere in between.',
      ],
      more: [
        'You can do the online part on your phone, in bits, when the children are asleep.',
        'Parents attend separate groups where they live apart.',
        'Facilitators are drawn from across the children’s workforce.',
        'We look at money, in-laws, screens and bedtimes, which is what most rows are about.',
      ],
      who: [
        'Parents (together or separated) where conflict is affecting children; not suitable where there is coercive control.',
        'Tier 2 provision, referral through Early Help or self-referral online.',
      ],
      categories: [20],
    },
    {
      by: 'formal',
      names: ['Child Contact Centre', 'Supported Contact', 'Saturday Contact Centre', 'Handover Service'],
      leads: [
        'A safe and friendly place where children can spend time with a parent they do not live with.',
        'Supported and supervised contact by court order or by agreement between the parties.',
        'A hall full of toys, volunteers who make tea, and two doors, so that parents need not meet.',
      ],
      more: [
        'We also do handovers, so that you need not wait in a car park.',
        'Referral forms must be completed by both parties or their solicitors prior to a pre-visit.',
        'No reports are written about what happens at supported sessions.',
        'Grandparents may come if everybody has agreed.',
      ],
      who: [
        'Children of separated families referred by solicitor, court, mediator or social worker.',
        'Not suitable for unassessed risk; supervised contact available at tier 3.',
      ],
      categories: [21],
      ages: [0, 17],
    },
    {
      by: 'peer',
      names: ['Separated and Solo', 'Single Parents Social', 'Starting Over', 'Lone Parents Together'],
      leads: [
        'Picnics, moans and shared babysitting for people bringing up children on their own.',
        'For when the house has gone quiet. People who have split up, meeting to get through it.',
        'It gets better. We are proof, and we meet on {day}s.',
      ],
      more: [
        'The first weekend without the children is the worst, so we always put something on.',
        'There is a rule: no speaking ill of exes in front of children.',
        'We go bowling, camping and to the panto as a gang.',
        'Nobody is trying to pair you off.',
      ],
      who: ['Single and separated parents of any age.', 'Community network, no referral needed.'],
      categories: [21, 7],
    },
    {
      by: 'peer',
      forms: true,
      names: [
        'Grandparents’ Circle',
        'Kinship Carers Group',
        'Grans and Grandads Raising Children',
        'Cut Off: Grandparents Who Lost Contact',
      ],
      leads: [
        'For grandparents who do a lot of the minding, and would like company while they do it.',
        'Kinship carers share advice, tears and outgrown school shoes.',
        'Bringing up a grandchild? Come and meet others who did not expect to start again.',
        'For grandparents who no longer see their grandchildren, and miss them.',
      ],
      more: [
        'Somebody from the council comes in {month} and {month} to talk about allowances.',
        'Special guardians and people with no order at all are equally welcome.',
        'We have a lively crèche, mostly run by great-aunts.',
        'Even when the law cannot help, company does.',
      ],
      who: [
        'Kinship carers, special guardians and connected persons.',
        'Peer led; supported by the fostering service.',
      ],
      categories: [19, 21],
    },
    {
      by: 'formal',
      names: ['LGBT+ Support', 'Coming Out Support', 'Rainbow Listening Line', 'Trans and Non-Binary Youth Group'],
      leads: [
        'A place to be yourself, and to talk about who that is.',
        'Support, groups and counselling for lesbian, gay, bi and trans people and their families.',
        'The service provides specialist LGBT+ one to one and group provision for young people and adults.',
      ],
      more: [
        'Nobody will tell your family, school or work that you have been.',
        'There is a parents’ evening for mums and dads who want to get it right.',
        'We have a wardrobe, a library and a very old sofa.',
        'If home does not feel safe because of who you are, say so, and we will help you think it through.',
      ],
      who: [
        'LGBT+ people aged 13+, those questioning, and family members.',
        'Self-referral or professional referral with young person’s consent.',
      ],
      categories: [46],
      ages: [13, null],
    },
    {
      by: 'community',
      names: [
        'Marriage and Parenting Evenings',
        'Date Night at the Hall',
        'Family Fun Evenings',
        'Friends and Family Suppers',
      ],
      leads: [
        'A meal for two, a short film and something to talk about afterwards. [Babysitters are there.|Low cost.]',
        'Evenings for couples who have not had a proper conversation since the children came.',
        'Games, food and time together for whole families at {venue}.',
      ],
      more: [
        'It is run by a church but nobody preaches.',
        'Come in your work clothes.',
        'There is a pot for contributions by the door.',
        'Couples of [forty days or forty years|any age] come.',
      ],
      who: ['Open to all couples and families.', 'Universal community provision.'],
      categories: [7],
    },
  ],
};
