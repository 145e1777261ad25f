import type { TopicBank } from '../types';

export const caring: TopicBank = {
  topic: 'caring',
  categories: [38],
  more: [
    'If you help someone who could not manage without you, you are a carer, whatever you call yourself.',
    'Tell your GP that you look after someone: they can put it on your notes.',
    'Somebody can sit with the person you care for while you come.',
    'Carers are entitled to a statutory assessment in their own right.',
    'You do not need to live with the person, or be related to them.',
    'Support is delivered in partnership with health, social care and the VCFSE sector.',
    'You cannot pour from an empty jug.',
    'Our newsletter goes to [2,300|1,150|940] carers four times a year.',
    'A charge may apply following a financial assessment.',
  ],
  kinds: [
    {
      by: 'formal',
      names: ['Carers’ Support Service', 'Carers Hub', 'Hazelford Carers', 'Carer Advice Line'],
      leads: [
        'Advice, breaks, groups and someone to talk to, for people who look after someone.',
        'The Carers Hub is the single point of access for unpaid adult carers.',
        'Looking after a parent, partner or child? [Who is looking after you?|Start with a phone call.]',
      ],
      more: [
        'We can help with forms, benefits, and what to do in an emergency if you cannot be there.',
        'A carers’ card gets you [small discounts|a free swim], and tells people that someone relies on you.',
        'Statutory carer assessments are undertaken under delegated authority.',
        'Counselling for carers is free, for up to eight sessions.',
      ],
      who: [
        'Unpaid carers aged 18+ caring for a resident of the borough.',
        'Self-referral, or professional referral via the carers’ pathway form.',
      ],
      ages: [18, null],
      categories: [],
    },
    {
      by: 'formal',
      names: ['Young Carers', 'Young Carers Project', 'Young Carers Needs Assessment', 'Time Out: Young Carers'],
      leads: [
        'For children who help look after someone at home who is ill, disabled or [drinks|has trouble with drink or drugs].',
        'Statutory young carers’ needs assessments and targeted support for 5 to 18 year olds.',
        'Trips, clubs and a worker at school who understands.',
      ],
      more: [
        'We pick you up and bring you home.',
        'Nobody will break up your family because you asked for help.',
        'Teachers can be told why homework is late, if you would like them to be.',
        'Transition support is offered from age 16.',
      ],
      who: [
        'Children and young people aged 5-18 undertaking inappropriate levels of care.',
        'Referral by school, adult services or family; parental consent required.',
      ],
      ages: [5, 18],
      categories: [24, 7],
    },
    {
      by: 'formal',
      names: ['Short Breaks', 'Respite Care', 'Short Breaks for Disabled Children', 'Sitting Service'],
      leads: [
        'A break for families who care for a disabled child: an afternoon, a night or a weekend.',
        'Short breaks are delivered under the aiming high principles, at universal, targeted and specialist tiers.',
        'Trained sitters come to the house so that you can go out, or [go to bed|to your other child’s school play].',
      ],
      more: [
        'Places on Saturday clubs are given out twice a year, in {month} and {month}.',
        'Specialist provision requires a social work assessment and panel approval.',
        'Brothers and sisters can come to some of the days.',
        'Direct payments may be used in lieu of commissioned hours.',
      ],
      who: [
        'Disabled children and young people aged 5-18 in receipt of middle or higher rate DLA.',
        'Tier 2: self-assessment form. Tier 3: via the disabled children’s team.',
      ],
      ages: [0, 18],
    },
    {
      by: 'peer',
      names: ['Carers’ Coffee', 'Carers Who Cope', 'Parent Carers Circle', 'The Sandwich Club'],
      leads: [
        'Two hours off, with people who do not need it explained.',
        'We look after mums, husbands, sons and neighbours. Here we look after each other.',
        'For people caught between children and ageing parents. [There are many of us.|Also sandwiches.]',
      ],
      more: [
        'It is fine to say that you are fed up. Everyone here has been.',
        'The person you care for may come too, and there is a second table.',
        'We ring anyone who has missed twice, just to check.',
        '{name} knows the allowances inside out.',
      ],
      who: ['Current and former unpaid carers.', 'Peer support, no assessment needed.'],
    },
    {
      by: 'formal',
      names: ['Dementia Support', 'Dementia Navigators', 'Admiral House Dementia Advice', 'Memory Support Service'],
      leads: [
        'A dementia navigator stays with you from the first worry to the end.',
        'Post-diagnostic support for people living with dementia and their families.',
        'Someone forgetting names, getting lost, or not quite themselves? [We can help you work out what to do.|You may ring before you see a doctor.]',
      ],
      more: [
        'We can explain what the memory clinic said, and what it did not.',
        'Courses for carers cover behaviour, legal papers and looking after yourself.',
        'Annual reviews are offered to all clients on the caseload.',
        'There is a tracker scheme for people who go out walking and lose their way.',
      ],
      who: [
        'People with a diagnosis of dementia, and their carers. Pre-diagnosis enquiries accepted by phone.',
        'Referral from memory assessment service, GP or self.',
      ],
      categories: [30],
    },
    {
      by: 'community',
      names: ['Memory Café', 'Songs We Know', 'Forget-Me-Not Café', 'Dementia-Friendly Dance'],
      leads: [
        'Tea, songs and games for people with memory loss and whoever comes with them.',
        'Old songs stay when much else has gone. Come and sing them.',
        'A relaxed café at {venue} where nobody minds if you ask the same thing twice.',
      ],
      more: [
        'Carers often sit together, and talk over the top of the singing.',
        'A nurse drops in on the second {day}.',
        'Please stay with the person you come with.',
        'The floor is level, the toilets are well marked and the cake is soft.',
      ],
      who: ['People living with dementia accompanied by a carer.', 'Open group; dementia friendly venue.'],
      categories: [7],
    },
    {
      by: 'formal',
      names: ['Adult Social Care Assessment', 'Care Act Assessment', 'Care at Home', 'Reablement Team'],
      leads: [
        'If you need help with washing, dressing, eating or getting about, ask for an assessment.',
        'The access team undertakes proportionate assessments of need and determines eligibility under the Care Act.',
        'Up to six weeks of help at home to get you back on your feet after a fall or a stay in hospital.',
      ],
      more: [
        'An assessment is free. What you pay for care depends on your money.',
        'You can ask for someone to speak up for you.',
        'Eligible needs may be met by commissioned services or a direct payment.',
        'The waiting time for a full assessment is currently [nine|fourteen|twenty] weeks; urgent needs are met sooner.',
      ],
      who: [
        'Adults with needs arising from physical or mental impairment or illness that impact on two or more outcomes.',
        'Reablement: residents with rehabilitation potential, referred via hospital discharge or community.',
      ],
      ages: [18, null],
      categories: [],
    },
    {
      by: 'formal',
      names: ['Day Centre', 'Day Opportunities', 'Friday Day Club', 'Meridale Day Service'],
      leads: [
        'A day out for older people: transport, dinner, exercise and company.',
        'Day opportunities for adults with a learning or physical disability, promoting independence and community presence.',
        'Gives you a rest, and them a good day.',
      ],
      more: [
        'Staff can help with medicines and the toilet.',
        'Cost is from [£38|£46|£55] a day, less with a care package.',
        'Ring to come and look round, and stay for lunch.',
        'There are a few places on {day}s at the time of writing.',
      ],
      who: [
        'Older people and adults with eligible needs; personal budget holders and self-funders.',
        'Referral by social worker; trial day mandatory.',
      ],
      ages: [18, null],
      categories: [7],
    },
    {
      by: 'community',
      names: ['Siblings Club', 'My Turn Saturday', 'Brothers and Sisters Group', 'Me Time for Siblings'],
      leads: [
        'For children who have a disabled brother or sister, and do not often come first.',
        'A club where it is your turn.',
        'Fun sessions at {venue} for siblings aged 7 to 14.',
      ],
      more: [
        'They can say that it is not fair, and have somebody agree.',
        'We bake, climb and shout.',
        'Parents use the two hours however they like.',
        'Places are free, thanks to a grant which ends in {month}.',
      ],
      who: [
        'Siblings of children open to the disabled children’s team or on the disability register.',
        'Non-statutory support; parent referral.',
      ],
      ages: [7, 14],
      categories: [7, 40],
    },
  ],
};
