import type { TopicBank } from '../types';

export const housing: TopicBank = {
  topic: 'housing',
  categories: [18],
  more: [
    'If you have nowhere to sleep tonight, say so at the start of the call.',
    'Please bring [your tenancy agreement|any notice you have been given], identification and proof of income.',
    'An out of hours duty officer covers evenings, weekends and bank holidays on {phone}.',
    'Do not leave your home before you have spoken to us, as this could affect what help you are owed.',
    'Decisions are made by the Housing Solutions panel, which sits every {day}.',
    'Accommodation cannot be guaranteed, and out of area placements may be made.',
    'We keep what you tell us to ourselves unless somebody is at risk.',
    'Local connection is established by residence, employment or close family as set out in the allocations policy.',
    'Sometimes just knowing your rights is enough to stop [it|an eviction].',
  ],
  kinds: [
    {
      by: 'formal',
      names: [
        'Housing Options',
        'Homelessness Prevention Team',
        'Housing Solutions Service',
        'Homeless or About to Be',
      ],
      leads: [
        'The council has a duty to help people who are homeless or who may become homeless within 56 days.',
        'If you are at risk of losing your home, [contact|get in touch with] Housing Options as early as you can.',
        'Housing Solutions officers undertake assessments and agree personalised housing plans with applicants.',
      ],
      more: [
        'An officer can speak to your landlord, mortgage lender or family to see whether you can stay where you are.',
        'Interim accommodation may be provided where there is reason to believe an applicant has a priority need.',
        'Sofa surfing counts as homeless. So does not being able to stay because you are not safe.',
        'Applicants found to be intentionally homeless will be given advice and assistance only.',
      ],
      who: [
        'Eligible persons under Part 7 with a local connection to the district.',
        'Households threatened with homelessness within 56 days. Duty to refer applies to specified public authorities.',
      ],
      ages: [16, null],
    },
    {
      by: 'formal',
      names: ['Tenancy Sustainment', 'Floating Support', 'Tenancy Support Service', 'Help to Keep Your Home'],
      leads: [
        'Floating support enables vulnerable tenants to maintain independent living in their own accommodation.',
        'A support worker visits you at home to help with [rent, bills and letters|whatever makes it hard to keep your home].',
        'Short term, outcome focused tenancy support across all tenures in {town}.',
      ],
      more: [
        'Support lasts up to [six|nine|twelve] months and is reviewed with the client every eight weeks.',
        'We can help you get furniture, set up bills and sort out benefits when you move in.',
        'Workers use the outcomes star to evidence distance travelled.',
        'It does not matter whether you rent from the council, a private landlord or own your home.',
      ],
      who: [
        'Service users with a support need arising from mental ill health, offending, substance misuse or learning disability.',
        'Referral via the housing support gateway only. Tier 2 provision.',
      ],
      ages: [16, null],
    },
    {
      by: 'formal',
      names: [
        'Private Renting Advice',
        'Housing Standards and Disrepair',
        'Damp, Mould and Repairs: Private Tenants',
        'Landlord and Tenant Team',
      ],
      leads: [
        'Is your landlord ignoring damp, no heating or [rats|unsafe electrics]? We can inspect and make them act.',
        'Housing Standards enforces minimum conditions in the private rented sector.',
        'Advice for private tenants about notices, deposits, rent rises and repairs.',
      ],
      more: [
        'Ask the landlord in writing first, and keep a copy. Photographs with dates help.',
        'Officers hold powers of entry and may serve improvement notices or prohibition orders.',
        'It is against the law for a landlord to change the locks or cut off the gas to get you out. Ring us straight away.',
        'We cannot act for tenants of registered providers, who should exhaust the complaints procedure.',
      ],
      who: [
        'Tenants and licensees in the private rented sector.',
        'Occupiers of houses in multiple occupation; leaseholders are outside the scope of the team.',
      ],
    },
    {
      by: 'community',
      names: ['Night Shelter', 'Winter Beds', 'Open Gate Night Stop', 'Rough Sleepers’ Breakfast'],
      leads: [
        'A warm bed, a hot meal and a shower for people sleeping rough, from {month} to the end of March.',
        'If you are on the streets, come to {venue} from {time}. [Dogs are fine.|You will be met at the door.]',
        'Churches and mosques in Hazelford take turns to open their halls each night.',
      ],
      more: [
        'Breakfast is at seven, and there are lockers and clean clothes.',
        'A nurse calls in on {day}s to look at feet, wounds and anything else.',
        'Guests are risk assessed on arrival and may be excluded for violence.',
        'To report somebody sleeping out, tell us where and roughly when you saw them.',
      ],
      who: [
        'Verified rough sleepers with no alternative accommodation. No recourse to public funds accepted.',
        'Adults aged 18 and over. Couples can be accommodated where capacity allows.',
      ],
      ages: [18, null],
    },
    {
      by: 'formal',
      names: [
        'Housing Register',
        'Home Choice Lettings',
        'Apply for a Council or Housing Association Home',
        'Choice Based Lettings',
      ],
      leads: [
        'Join the register to bid for council and housing association homes.',
        'Properties are advertised weekly from {day} to {day} through the choice based lettings scheme.',
        'Applicants are placed in bands A to D according to assessed housing need.',
      ],
      more: [
        'Waiting times for a two bedroom home are around [three|four|five] years.',
        'Tell us when anything changes: a baby, a new illness, a notice from your landlord. It may change your band.',
        'Applications not renewed on their anniversary will be cancelled.',
        'Help to bid is there for people without the internet at {venue}.',
      ],
      who: [
        'Qualifying persons with a reasonable preference and five years continuous residence.',
        'Applicants with rent arrears exceeding eight weeks are ineligible until a repayment plan has been maintained.',
      ],
      ages: [16, null],
    },
    {
      by: 'formal',
      names: ['Supported Lodgings', 'Young People’s Housing', 'A Bed for Tonight: 16 to 25s', 'The Foyer'],
      leads: [
        'A room in a family home, and somebody to help, for young people who cannot live with theirs.',
        'Accommodation based support for 16 to 25 year olds who are homeless or leaving care.',
        'Self-contained flats with staff on site day and night at the Foyer, {town}.',
      ],
      more: [
        'You get your own key, your own room and a worker who meets you each week.',
        'If home is not safe or you have been told to leave, [text|call] us. You will not be in trouble.',
        'Residents are expected to be in education, employment or training for 15 hours a week.',
        'Mediation with parents is offered first where it is safe to do so.',
      ],
      who: [
        'Young people aged 16-25 with a low to medium support need; referral through the joint protocol panel.',
        'Care leavers and homeless 16/17 year olds following a joint assessment.',
      ],
      ages: [16, 25],
      categories: [18, 24],
    },
    {
      by: 'community',
      names: ['Furniture Reuse', 'Starter Packs', 'The Sofa Project', 'Beds and Basics'],
      leads: [
        'Good second-hand furniture and white goods at low cost for people setting up home.',
        'A box of bedding, pans, plates and a kettle for anyone moving into an empty [flat|house].',
        'We collect what people no longer want, and deliver it to people who do.',
      ],
      more: [
        'Everything electrical is tested, and beds are always new.',
        'Delivery is [£15|£10|free] within ZZ1 and more to the villages.',
        'Come and choose at our warehouse on Wharf Road, any weekday until {time}.',
        'Support workers can order starter packs on account.',
      ],
      who: [
        'Referrals accepted from registered agencies on the prescribed form.',
        'Households on a means-tested benefit qualify for the 50% discount.',
      ],
    },
    {
      by: 'formal',
      forms: true,
      names: ['Home Improvement Agency', 'Disabled Facilities Grants', 'Handyperson Service', 'Adaptations Team'],
      leads: [
        'The agency facilitates adaptations which enable people to remain at home.',
        'Grants of up to £30,000 for level access showers, stairlifts, ramps and other adaptations.',
        'Small jobs done in the homes of older and disabled people: grab rails, key safes, [curtain rails|loose carpets].',
        'Finding it hard to get in the bath or up the stairs? We can change the house to fit you.',
      ],
      more: [
        'An occupational therapist will visit to see what would help you most.',
        'Grants are means tested, except for children.',
        'Current waiting time from referral to completion is [28|34|41] weeks.',
        'Labour is free for the first two hours; you pay only for what is fitted.',
      ],
      who: [
        'Owner occupiers and tenants with a substantial and permanent disability, following an OT assessment of need.',
        'Residents aged 60+ or with a long term condition.',
      ],
      categories: [18, 45],
    },
    {
      by: 'peer',
      names: ['Tenants’ Kitchen Table', 'Renters Together', 'Once Homeless Group', 'Roof Over My Head'],
      leads: [
        'Renters who help each other with bad landlords, notices and [moving at short notice|lost deposits].',
        'All of us have slept in a car, on a sofa or worse. Come and talk to people who know.',
        'We meet at {venue}, with tea, biscuits and a folder full of sample letters.',
      ],
      more: [
        'Somebody can go with you to the council or to court, just to sit beside you.',
        'You can bring the children; there is a box of toys.',
        '{name} started the group after a third eviction in two years.',
        'We are not lawyers and will tell you when you need one.',
      ],
      who: ['Peer support; no referral pathway.', 'Adults with lived experience of homelessness or insecure tenure.'],
    },
  ],
};
