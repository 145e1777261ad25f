import type { TopicBank } from '../types';

export const grief: TopicBank = {
  topic: 'grief',
  categories: [27],
  more: [
    'There is no right way to do this and no time by which you should be over it.',
    'We ask people to wait until [three|six] months after the death before starting counselling, though you may ring at any time.',
    'It does not matter how long ago it was.',
    'Bereavement support workers are volunteers who have completed accredited training.',
    'You can bring a photograph, or say nothing at all.',
    'Home visits are possible for those unable to travel.',
    'Waiting list: approximately [ten|sixteen|twenty] weeks.',
    'People of every faith and of none come.',
    'Clients with complicated grief presentations may be onward referred to secondary care.',
  ],
  kinds: [
    {
      by: 'formal',
      names: ['Bereavement Counselling', 'Bereavement Service', 'Grief Support Line', 'Hazelford Bereavement Support'],
      leads: [
        'One to one support for people who have lost somebody.',
        'The service offers assessment and up to [six|eight|ten] sessions of bereavement support.',
        'When someone dies the world goes on and yours has stopped. We can [listen|sit with that].',
      ],
      more: [
        'Support can be by phone if getting out is too much.',
        'There is a choice of day and evening appointments at {venue}.',
        'You can come about a parent, a partner, a child, a friend or somebody you had fallen out with.',
        'Supervision is provided monthly in line with bereavement care standards component 2.',
      ],
      who: [
        'Adults bereaved for at least 12 weeks, registered with a local GP.',
        'Tier 2 bereavement provision. Self, GP or hospice referral.',
      ],
      ages: [18, null],
    },
    {
      by: 'peer',
      names: ['Bereavement Café', 'Tea and Tears', 'The Empty Chair', 'Walking Through Grief'],
      leads: [
        'A table, a pot of tea and people who have lost someone too.',
        'You may laugh as much as you cry. [Come when you can.|Come once or come for years.]',
        'We meet on the {day} that is always hardest: the one after the weekend.',
      ],
      more: [
        'Nobody will say that he is in a better place.',
        '{name} and {name} are both widowed, and hosts by accident.',
        'Some of us go on to Sunday lunch, because Sundays are long.',
        'It is dark early in winter, so we share lifts home.',
      ],
      who: ['Any bereaved adult.', 'Open peer support, no referral.'],
      ages: [18, null],
    },
    {
      by: 'formal',
      names: ['Children’s Bereavement Service', 'Rainbow Days', 'Grieving Children', 'Young and Bereaved'],
      leads: [
        'Help for children and teenagers when someone important to them has died or is going to die.',
        'Family days where children make memory boxes, ask hard questions and [run about|eat pizza].',
        'Specialist pre and post bereavement interventions for 4 to 18 year olds.',
      ],
      more: [
        'We can help you find words for telling a child, and for telling the school.',
        'Children dip in and out of grief. They may cry, and then want crisps.',
        'There is a separate evening for parents.',
        'Traumatic bereavement is triaged within five working days.',
      ],
      who: [
        'Children and young people 4-18 who have experienced the death of a parent, carer or sibling.',
        'Parental consent required; referral by school, health or family.',
      ],
      ages: [4, 18],
      categories: [46],
    },
    {
      by: 'formal',
      names: [
        'Support After Suicide',
        'Suicide Bereavement Liaison',
        'Left Behind by Suicide',
        'Suspected Suicide Postvention Service',
      ],
      leads: [
        'For anyone who has lost someone to suicide, as soon as you want it and for as long as you need.',
        'A liaison worker makes contact within [three|five] days of referral by police or coroner.',
        'Practical help with the inquest, the funeral and the questions that will not stop.',
      ],
      more: [
        'You may be angry with them. Many people are.',
        'We can go with you to the inquest and explain what each person does.',
        'The group meets once a month and is only for people bereaved in this way.',
        'Workplaces, schools and clubs can ask for help too.',
      ],
      who: [
        'Individuals and families bereaved or affected by suspected suicide, any age, no time limit.',
        'Real time surveillance referral pathway; open self-referral.',
      ],
    },
    {
      by: 'peer',
      names: ['Baby Loss Support', 'Miscarriage and Stillbirth Group', 'Forget-Me-Not Parents', 'Little Stars'],
      leads: [
        'For parents who have lost a baby, in pregnancy, at birth or after.',
        'However early it was, it was your baby.',
        'Bereaved parents meet, talk and say their babies’ names.',
      ],
      more: [
        'Dads, other mothers, grandparents: it is your loss too.',
        'There is a group for people who are pregnant again and frightened.',
        'A service of remembrance is held each October at {venue}; it is not religious.',
        'Memory boxes and hand casts are given free to families.',
      ],
      who: [
        'Parents and families affected by pregnancy or infant loss.',
        'Signposted from the bereavement midwife; self-referral accepted.',
      ],
      categories: [36],
    },
    {
      by: 'formal',
      names: ['Registering a Death', 'Tell Us Once', 'Registrar: Deaths', 'What to Do When Someone Dies'],
      leads: [
        'A death must be registered within five days, with the registrar, by a relative or someone who was there.',
        'Book an appointment to register a death at {venue}.',
        'Step by step: who to tell, what you need, and what can wait.',
      ],
      more: [
        'The medical examiner sends the certificate to us. You need not collect it.',
        'Tell Us Once lets you tell most of government in one go.',
        'Copies of the certificate cost [£12.50|£11] each; most people need three or four.',
        'If the coroner is involved, wait until their officer has rung you.',
      ],
      who: [
        'Qualified informants in accordance with the registration acts.',
        'Available to relatives, executors and occupiers of the premises in which the death occurred.',
      ],
      categories: [],
    },
    {
      by: 'formal',
      names: ['Help with Funeral Costs', 'Public Health Funerals', 'Simple Funeral Scheme', 'Funeral Payments Advice'],
      leads: [
        'Funerals are dear. This is what help there is, and how to ask for it.',
        'If nobody can pay, the council will arrange a simple and dignified funeral.',
        'Advisers help bereaved people claim funeral payments and talk to funeral directors.',
      ],
      more: [
        'Do not sign anything until you know what you can afford.',
        'Claims for the Funeral Expenses Payment must be made within six months.',
        'The authority will seek to recover costs from the estate.',
        'You can hold a funeral without a hearse, a chapel or a director. We can tell you how.',
      ],
      who: [
        'Persons in receipt of a qualifying benefit who have accepted responsibility for funeral costs.',
        'Section 46 applies where no suitable arrangements are being made.',
      ],
      categories: [18],
    },
    {
      by: 'community',
      forms: true,
      names: [
        'Too Young for This',
        'Saturday Lunch for Widows and Widowers',
        'On My Own Now',
        'Merry Widows of {town}',
      ],
      leads: [
        'Under 50 and widowed? It happens, and there are [eleven|nineteen] of us.',
        'For people who have lost a husband, wife or partner and do not want to eat alone.',
        'Help with the things that they always did, from people who had to learn them too.',
        'Outings, coach trips and lunches for women who are widowed.',
      ],
      more: [
        'Somebody can show you how to bleed a radiator or make gravy.',
        'We have children among us from six months to thirty.',
        'Holidays are booked so that nobody pays a single supplement.',
        'First-timers sit next to {name}.',
      ],
      who: ['Widowed people of any age.', 'Membership group; voluntary contribution.'],
      categories: [7],
    },
    {
      by: 'formal',
      names: ['Hospice Family Support', 'Living with Dying', 'Pre-Bereavement Support', 'Palliative Care Family Team'],
      leads: [
        'Support for families while someone is dying, as well as afterwards.',
        'The family support team provides psychological and spiritual care to patients and those close to them.',
        'Talking about what is coming is hard. We do it every day, and gently.',
      ],
      more: [
        'We can help children make something to keep.',
        'Complementary therapies for carers are given on {day} afternoons.',
        'A night sitter can be arranged in the last weeks.',
        'Referrals are triaged at the daily multi-disciplinary meeting.',
      ],
      who: [
        'Patients with a life limiting illness known to palliative care, and their families.',
        'Professional referral through the hospice single point of access.',
      ],
      categories: [30],
    },
  ],
};
