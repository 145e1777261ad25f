import type { TopicBank } from '../types';

export const food: TopicBank = {
  topic: 'food',
  categories: [18, 28],
  more: [
    'Please bring your own bags if you [can|have them].',
    'Halal, vegetarian and gluten-free food is [usually|nearly always] there if you ask.',
    'We cannot take fresh food that has been opened, but tins, pasta and [nappies|toiletries] are welcome at any time.',
    'All volunteers hold a food hygiene certificate and the kitchen is rated five.',
    'Nobody is asked to explain why they have come.',
    'Surplus is collected from [supermarkets|farms and bakeries] by our van every morning.',
    'Allergen information is displayed. We cannot guarantee that any item is free from nuts.',
    'In {month} last year we gave out food for [1,140|612|2,305] people, a third of them children.',
    'Parking is tight; the 14 bus stops [outside|over the road].',
  ],
  kinds: [
    {
      by: 'community',
      names: ['Food Bank', '{town} Foodbank', 'Emergency Food Parcels', 'The Larder'],
      leads: [
        'We give [three|five|seven] days of food to people in crisis.',
        'Emergency food for individuals and families who cannot afford to eat. [We are open twice a week.|Collect from {venue}.]',
        '{org} runs a food bank for {town} and the villages around it.',
      ],
      more: [
        'You need a voucher. A GP, school, health visitor, advice centre or the council can give you one.',
        'No voucher? Come anyway the first time, and we will help you get one.',
        'Parcels are made up to fit the size of the household, and whether you have a cooker or only a kettle.',
        'Clients are limited to [three|four] parcels in six months in line with our policy on dependency.',
      ],
      who: [
        'Referral is by voucher from an accredited referral agency.',
        'Individuals in crisis who have been assessed by a frontline professional as food insecure.',
      ],
    },
    {
      by: 'community',
      names: ['Community Pantry', 'Hazel Pantry', 'Your Local Pantry {town}', 'The Fiver Shop'],
      leads: [
        'Members pay [£4|£5|£3.50] a week and choose around ten items worth far more.',
        'It works like a small shop: you [pick what you like|fill a basket], and pay a little.',
        'A members’ pantry at {venue} with fresh fruit, vegetables, tinned goods and frozen food.',
      ],
      more: [
        'Joining takes five minutes. We ask for a name and a postcode, no proof of income.',
        'There is always a pot of soup on and somewhere to sit.',
        'If you cannot find the money one week, tell whoever is on the till.',
        'There is a short waiting list at present, so [put your name down|ring] before you come.',
      ],
      who: [
        'Membership open to residents within the outcode.',
        'Households experiencing, or at risk of, food insecurity.',
      ],
    },
    {
      by: 'peer',
      names: ['The Sunday Table', 'Cook and Eat Together', 'Shared Supper', 'Many Hands Kitchen'],
      leads: [
        'We cook together, eat together and wash up together.',
        'A shared meal where everyone chops something. [No experience needed.|Children welcome.]',
        'Turn up at {time}, put on an apron and see what there is.',
      ],
      more: [
        'Most of us came the first time because we were hungry or on our own, and stayed.',
        'Pay what you can, or bring an onion.',
        'Dishes come from wherever the cooks do: last month it was jollof, pierogi and [rhubarb crumble|cheese scones].',
        'You can take a box home for the next day.',
      ],
      who: ['No eligibility criteria.', 'All ages; adults at risk to attend with support where required.'],
    },
    {
      by: 'formal',
      names: [
        'Healthy Start Help',
        'Healthy Start and Vitamins',
        'Milk, Fruit and Vitamin Vouchers',
        'Free Vitamins for Mums and Babies',
      ],
      leads: [
        'Pregnant or with a child under four? You may get a card with money on it for milk, fruit and vegetables.',
        'Information on the Healthy Start scheme and where to collect vitamins [in {town}|locally].',
        'The service supports uptake of Healthy Start among eligible families with children under 4.',
      ],
      more: [
        'Staff can help with the application form while you wait. It takes [ten|fifteen] minutes.',
        'Vitamin drops and tablets can be collected from every family hub on production of the card.',
        'If the card was refused, bring the letter: it is often a wrong date of birth.',
        'The scheme also covers pulses and infant formula based on cow’s milk.',
      ],
      who: [
        'Families in receipt of a qualifying benefit, at least ten weeks pregnant or with a child under 4.',
        'All under 18s who are pregnant are eligible regardless of benefit entitlement.',
      ],
      categories: [28, 35],
    },
    {
      by: 'formal',
      names: ['Meals on Wheels', 'Community Meals Service', 'Hot Meals Delivered', 'Frozen Meals to Your Door'],
      leads: [
        'A hot two-course lunch brought to the door of older and disabled people, seven days a week.',
        'Community meals are provided to individuals assessed as unable to prepare a main meal safely.',
        'Meals delivered by a driver who [stops for a chat|checks that all is well] and raises the alarm if there is no answer.',
      ],
      more: [
        'Menus change every [four|six] weeks and cater for diabetic, soft, kosher and halal diets.',
        'The charge per meal is [£6.95|£7.40|£5.80] and is invoiced monthly in arrears.',
        'Orders can be changed until [10am|noon] the day before.',
        'Service users not at home at the time of delivery will be charged.',
      ],
      who: [
        'Adults with eligible social care needs under the Act, following assessment by the access team.',
        'Over 65s or adults with a disability; self-funders may refer directly.',
      ],
      categories: [28],
      ages: [18, null],
    },
    {
      by: 'formal',
      names: [
        'Free School Meals',
        'School Meals: who gets them free',
        'Free School Meals and Pupil Premium',
        'Holiday Meal Vouchers',
      ],
      leads: [
        'All children in reception, year 1 and year 2 get a free lunch at school. Older ones may do, depending on your income.',
        'Apply to {org} for free school meals for a child at any school in the area.',
        'Parents in receipt of certain benefits may claim a free midday meal for their child.',
      ],
      more: [
        'Applying also brings extra money to your child’s school, [even if they take sandwiches|so please do].',
        'An eligibility check is carried out in real time against national records.',
        'In the holidays vouchers are sent by e-mail to the main carer in the first week.',
        'Special diets must be agreed with the catering contractor using form SM3.',
      ],
      who: [
        'Pupils whose parents are in receipt of a qualifying benefit with net earned income below the prescribed threshold.',
        'Eligible cohort: statutory school age, on roll at a maintained setting.',
      ],
      categories: [18],
      ages: [4, 19],
    },
    {
      by: 'community',
      names: ['Community Fridge', 'Food Share Shelf', 'Help Yourself Hatch', 'Surplus Supper Stop'],
      leads: [
        'Take what you need, leave what you can. [Open to everybody.|Nobody is keeping count.]',
        'A fridge full of good food that would have been thrown away, in the porch of {venue}.',
        'Saving food from the bin since 20[16|18|19].',
      ],
      more: [
        'The best time is just after {time}, when the van has been.',
        'Growers: gluts of courgettes are [always|reluctantly] accepted.',
        'The fridge is cleaned and its temperature logged twice a day.',
        'You do not need to be on a low income. Eating it is what helps.',
      ],
      who: ['Universal, open access provision.', 'No referral is required and no data is collected.'],
    },
    {
      by: 'community',
      names: ['Lunch Club', 'Thursday Dinner Club', 'Elders’ Lunch', 'Soup and a Roll'],
      leads: [
        'A cooked dinner and a pudding, with good company, at {venue}.',
        'Friendly lunch club for [older people|the over 55s] which meets every {day} except in August.',
        'Come and have your dinner with us. [We will keep you a place.|All freshly cooked.]',
      ],
      more: [
        'Lifts can be arranged with our community minibus if you ring by the day before.',
        'The charge covers two courses and a cup of tea.',
        'There is dominoes, a raffle and, once a month, a singer.',
        'Let us know if you need your meal puréed or cut up.',
      ],
      who: [
        'Isolated older people able to manage personal care independently.',
        'Residents aged 55 and over; carers may attend with the cared-for person.',
      ],
      categories: [7, 28],
      ages: [55, null],
    },
    {
      by: 'community',
      names: ['Cooking on a Budget', 'Slow Cooker Club', 'First Kitchen', 'Learn to Cook Course'],
      leads: [
        'A [six|five|four] week course on making good meals from very little money.',
        'Learn five dinners that cost under £1.50 a head, and take home the [pan|slow cooker] you made them in.',
        'Relaxed cooking sessions for [dads|young parents|care leavers|anyone] who never got shown.',
      ],
      more: [
        'All ingredients are given, and there is a crèche at the {venue} sessions.',
        'You will leave with a folder of recipes that use one ring or a microwave.',
        'We look at labels, portions and how to make a shop last the week.',
        'Attendees completing the programme receive a certificate of achievement.',
      ],
      who: [
        'Targeted at parents and carers of children under 11 in priority wards.',
        'Participants are referred by family hub key workers; limited self-referral places.',
      ],
      categories: [28],
    },
  ],
};
