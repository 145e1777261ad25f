import type { TopicBank } from '../types';

export const baby: TopicBank = {
  topic: 'baby',
  categories: [4],
  more: [
    'Prams can be left in the [hall|porch]; there is a place to change and to feed.',
    'However you feed your baby is fine by us.',
    'If your baby seems very ill, do not wait for us.',
    'Staff are trained to the Baby Friendly standard and receive restorative supervision.',
    'Partners are welcome at everything.',
    'Lack of sleep does strange things to everyone. You will not be the only one in odd shoes.',
    'An interpreter can be booked, and written information is available in [six|eleven] languages.',
    'The offer forms part of Start for Life within the family hub network.',
    'Please ring if you cannot come, as somebody else could have the appointment.',
  ],
  kinds: [
    {
      by: 'formal',
      names: ['Health Visiting', 'Health Visitors: {town}', '0-19 Healthy Child Service', 'Health Visitor Duty Line'],
      leads: [
        'Every family with a child under five has a health visitor.',
        'The Healthy Child Programme comprises five mandated contacts from 28 weeks to two and a half years.',
        'Nurses who can help with feeding, sleep, weaning, development and how you are [feeling|yourself].',
      ],
      more: [
        'You can be seen at home, at clinic or by video.',
        'Ring the duty line on {phone} if something cannot wait for the next visit.',
        'Families moving into the area should tell the team so that records can be transferred.',
        'Where additional needs are identified families are offered a Universal Partnership Plus package.',
      ],
      who: [
        'All families with children aged 0-5 resident in the area.',
        'Universal, targeted and specialist tiers according to assessed need.',
      ],
      categories: [33],
      ages: [0, 5],
    },
    {
      by: 'formal',
      names: ['Infant Feeding Team', 'Breastfeeding Support', 'Feeding Your Baby', 'Milk Line'],
      leads: [
        'Sore, worried or up all night? Our infant feeding workers can [visit|ring you back the same day].',
        'Specialist support with breastfeeding, expressing, bottles and [tongue-tie|mixed feeding].',
        'The infant feeding service supports mothers to meet their feeding goals.',
      ],
      more: [
        'Pumps can be borrowed free of charge for [four|six] weeks.',
        'Clinics at {venue} are drop-in; bring the baby hungry if you can.',
        'Tongue-tie division is by referral to the hospital clinic.',
        'You will never be made to feel bad about stopping.',
      ],
      who: [
        'Any parent feeding an infant; antenatal contact from 30 weeks.',
        'Complex feeding referrals from midwife, health visitor or GP.',
      ],
      categories: [34],
    },
    {
      by: 'peer',
      names: ['Breastfeeding Café', 'Bosom Buddies', 'Latch On', 'Milk and Cake'],
      leads: [
        'Local mums who have fed their own babies, with cake.',
        'Drop in for company, a comfy chair and a cup of tea that somebody else holds.',
        'Trained peer supporters are at {venue} every {day}.',
      ],
      more: [
        'Pregnant? Come along and see how it goes before you have to do it yourself.',
        'Toddlers can play while you sit.',
        'We have a lending shelf of slings and books.',
        'Our supporters have done a [ten|twelve] week accredited course.',
      ],
      who: ['Pregnant women and parents of infants.', 'Peer support within the integrated infant feeding pathway.'],
      categories: [34, 11],
    },
    {
      by: 'formal',
      names: [
        'Perinatal Mental Health Team',
        'Mums’ Mental Health Service',
        'Specialist Perinatal Service',
        'Parent and Baby Wellbeing',
      ],
      leads: [
        'Feeling very low, frightened or not yourself while pregnant or after having a baby? This is what we do.',
        'A specialist community service for women with moderate to severe mental illness in the perinatal period.',
        'Care for new mothers from nurses, a psychiatrist, nursery nurses and [a psychologist|people who have been ill themselves].',
      ],
      more: [
        'Having frightening thoughts does not mean that you will act on them, and telling us does not mean losing your baby.',
        'Care may include medication advice that is safe when breastfeeding, talking therapy and help with bonding.',
        'Preconception advice is offered to women with bipolar disorder or a previous psychosis.',
        'In an emergency contact the crisis team or go to A&E.',
      ],
      who: [
        'Women in the perinatal period (conception to 24 months) with a moderate-severe presentation; referral by GP, midwife or health visitor.',
        'Tier 3. Mild to moderate presentations should access primary care talking therapies.',
      ],
      categories: [36, 27],
    },
    {
      by: 'peer',
      names: ['New Mums Walk and Talk', 'The Blues Group', 'Mums Like Us', 'Post-Natal Illness Support Group'],
      leads: [
        'Nobody tells you it can feel like this. We will.',
        'Mums who had a bad time after the birth, here for mums who are having one now.',
        'A slow walk round the park with prams, and permission to cry.',
      ],
      more: [
        'You need not talk. Some weeks half of us just listen.',
        'We meet at the bandstand, or in the café when it pours.',
        'Partners have their own chat on the first {day} of the month.',
        '{name} will meet you in the car park if walking in is too much.',
      ],
      who: ['Mothers experiencing low mood, anxiety or birth trauma.', 'Self-referral; not a crisis provision.'],
      categories: [36],
    },
    {
      by: 'formal',
      names: ['Community Midwives', 'Antenatal Clinic', 'Maternity: Book Your First Appointment', 'Midwife-led Care'],
      leads: [
        'Found out that you are pregnant? You can book straight in with a midwife, without seeing a GP.',
        'Antenatal and postnatal care close to home, by a small team that you will get to know.',
        'Community midwifery clinics are held at {venue} and in family hubs.',
      ],
      more: [
        'It is best to book before ten weeks, but come whenever you find out.',
        'Women with complex social factors are allocated to the continuity team.',
        'Home birth, birth centre or hospital: we talk it through with you.',
        'Bring a sample and your blue notes to every appointment.',
      ],
      who: [
        'Pregnant people registered with, or eligible to register with, a local GP.',
        'Booking by 9+6 weeks gestation recommended.',
      ],
      categories: [35],
    },
    {
      by: 'community',
      forms: true,
      names: ['Baby Bank', 'Little Bundles', 'Nappies and Clothes', 'Pram Library'],
      leads: [
        'Clothes, cots, prams and nappies, passed on from one family to another.',
        'Everything a new baby needs in the first [three|six] months, washed, checked and wrapped up like a present.',
        'Nappies and baby clothes for parents who [cannot afford them|are short this month].',
        'Borrow a pram, a sling or a travel cot for as long as you need it.',
      ],
      more: [
        'A midwife, health visitor or family worker fills in a short form, and we pack within [three days|a week].',
        'Mattresses and bottle teats are always new.',
        'We cannot supply car seats unless we know their history.',
        'Donations are taken on {day} mornings at {venue}.',
      ],
      who: [
        'Families in financial hardship with a child under 2, referred by a professional.',
        'Refugee and asylum seeking families, care leavers and survivors of abuse are prioritised.',
      ],
      categories: [18],
    },
    {
      by: 'community',
      forms: true,
      names: ['Baby Massage', 'Tiny Talk and Sign', 'Bumps and Babies', 'Baby Sensory Hour'],
      leads: [
        'Gentle massage that helps with wind, sleep and getting to know each other.',
        'Songs and signs for babies who have plenty to say and no words yet.',
        'A group for bumps and for babies who are not yet on the move.',
        'Lights, bubbles, scarves and songs for babies under one at {venue}.',
      ],
      more: [
        'The course is [five|four] weeks and oil is given.',
        'Bring a towel and do not worry if your baby cries: they all do.',
        'Promotes attachment, attunement and early communication.',
        'Afterwards most people go for a coffee next door.',
      ],
      who: ['Parents with babies aged 6 weeks to 9 months.', 'Universal; targeted places for parents under 20.'],
      categories: [11, 32],
      ages: [0, 1],
    },
    {
      by: 'formal',
      names: [
        'Family Nurse for Young Parents',
        'Young Parents Project',
        'Teen Mums and Dads',
        'Under 20s Pregnancy Support',
      ],
      leads: [
        'Your own nurse, from early in pregnancy until your child is two, for first-time parents under [20|22].',
        'An intensive, preventive home visiting programme for vulnerable young parents.',
        'A group for young parents to eat together, learn and [be young|let the babies crawl about].',
      ],
      more: [
        'Your nurse does not judge and does not change.',
        'We can help with school or college, housing and telling your family.',
        'Fathers are part of it if you would like them to be.',
        'Notifications should be made as early as possible and before 28 weeks gestation.',
      ],
      who: [
        'First-time mothers aged 19 and under at conception, eligible until 28 weeks.',
        'Care experienced parents up to 24. Referral by midwife through the notification pathway.',
      ],
      categories: [35, 17],
      ages: [13, 24],
    },
  ],
};
