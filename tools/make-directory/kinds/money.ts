import type { TopicBank } from '../types';

export const money: TopicBank = {
  topic: 'money',
  categories: [15, 18],
  more: [
    'Bring any letters, even the ones you have not opened.',
    'We will never tell anyone that you have been to see us, including your bank, your landlord or the council.',
    '[All advice is|Our advice is always] free, independent and [impartial|in confidence].',
    'Advisers hold the relevant [quality mark|authorisation] and casework is supervised by a qualified solicitor.',
    'Clients are asked to bring proof of income, proof of address and [three months of bank statements|their National Insurance number].',
    'If English is not your first language an interpreter can be booked with [two days|a week] of notice.',
    'Last year our clients were better off by an average of [£1,940|£2,310|£870] each.',
    'People often feel ashamed about money. [There is no need to be here.|Nobody here will judge you.]',
    'Where a matter falls outside our contract we will signpost to an alternative provider.',
  ],
  kinds: [
    {
      by: 'formal',
      names: ['Debt Advice', 'Debt Casework Service', 'Money Helpdesk', 'Specialist Debt Team'],
      leads: [
        'The service provides holistic specialist debt casework to residents with multiple or complex debts.',
        'Struggling with debt? Our advisers [can|will] help you work out what you owe and [deal with the people you owe it to|make a plan].',
        '{org} offers [free|confidential] debt advice by appointment in {town} and by telephone.',
      ],
      more: [
        'We can negotiate with creditors, challenge bailiff action, and prepare applications for debt relief orders and bankruptcy.',
        'Priority is given to clients facing eviction, disconnection or enforcement agents at the door.',
        'A first appointment usually takes [an hour|90 minutes] and results in a financial statement.',
        'We can ask for a sixty day breathing space during which most creditors must leave you alone.',
      ],
      who: [
        'Service users must be over 18, resident in the borough and have a minimum of two non-priority creditors.',
        'Referral pathway: self-referral or professional referral via the debt portal. Clients already open to another advice agency are ineligible.',
      ],
      ages: [18, null],
    },
    {
      by: 'formal',
      names: [
        'Welfare Rights Unit',
        'Benefits Advice Line',
        'Benefit Checks and Appeals',
        'Income Maximisation Service',
      ],
      leads: [
        'The Welfare Rights Unit undertakes benefit entitlement checks and represents appellants at tribunal.',
        'Are you getting all you are entitled to? [Thousands of pounds go unclaimed in {town} every year.|A check takes half an hour.]',
        'Advice about [all benefits|Universal Credit, PIP, Attendance Allowance and Carer’s Allowance] for people living in and around {town}.',
      ],
      more: [
        'We can help fill in the long forms, and write with you if a decision needs to be looked at again.',
        'Representation at first-tier tribunal is subject to a merits test and caseworker capacity.',
        'Home visits are made to people who are housebound or who [care for someone|have just come out of hospital].',
        'Please do not miss the one month deadline for asking for a decision to be looked at again while waiting for us.',
      ],
      who: [
        'Open to claimants of working age and pension age whose case meets the unit’s prioritisation matrix.',
        'For residents in receipt of, or potentially eligible for, means-tested benefits. Tier 2 provision by referral only.',
      ],
    },
    {
      by: 'formal',
      names: ['Household Support Payments', 'Local Welfare Assistance', 'Crisis Grants', 'Emergency Hardship Scheme'],
      leads: [
        'The scheme makes discretionary awards to vulnerable households in exceptional financial hardship.',
        'If you have no money for food, gas, electricity or [nappies|essentials] you may be able to get a [one-off payment|voucher] from {org}.',
        'Help in an emergency for people on a low income: [vouchers, fuel top-ups and furniture|small grants which do not have to be paid back].',
      ],
      more: [
        'Awards are made as supermarket or vouchers by text and not as cash.',
        'A decision is normally given within [two|three] working days; awards are limited to [two|one] in any rolling 12 month period.',
        'You do not have to be on benefits to apply.',
        'Applications received after the quarterly allocation is exhausted will be declined without assessment.',
      ],
      who: [
        'Applicants must demonstrate an immediate and unavoidable need and have no recourse to other funds, savings or credit.',
        'Households with a net income below [£24,000|£27,500] and savings under £1,000, resident at a borough address for six months.',
      ],
      ages: [16, null],
    },
    {
      by: 'community',
      names: ['Kettle and Letters', 'Bring Your Post', 'The Brown Envelope Club', 'Letters and Forms Morning'],
      leads: [
        'A bag of unopened post is easier with company. Come and open it with us at {venue}.',
        'Neighbours who will sit with you, [put the kettle on|make a brew] and help you [read letters|make sense of a form].',
        'Every {day} our volunteers help people with forms, phone calls and anything official.',
      ],
      more: [
        'We are not advisers, but we know who is, and we will ring them with you.',
        'There is a phone you can use, a printer, and usually cake.',
        'You can come as often as you like. Some people come just for the tea.',
        '{name} is good at gas bills and {name} used to work for the tax office.',
      ],
      who: ['Open access, no referral criteria.', 'For any resident requiring informal support with correspondence.'],
    },
    {
      by: 'peer',
      names: ['Been There Money Group', 'Skint and Sorted', 'Out of Debt Together', 'Money Talk Peer Circle'],
      leads: [
        'We have all been in debt. We meet [once a week|every fortnight] to share what worked and what did not.',
        'A group for people with money worries, run by people who have come out the other side.',
        'It is hard to talk about money. In this room [everybody does|it gets easier].',
      ],
      more: [
        'You need not give your surname or say what you owe.',
        'We swap tips on cheap meals, prepayment meters and how to talk to call centres.',
        '{name} and {name} host the group; both had bailiffs at the door not so long ago.',
        'New people are met at the door so that nobody has to walk in alone.',
      ],
      who: ['Adults with lived experience of problem debt.', 'Peer-led provision; no formal assessment is undertaken.'],
      ages: [16, null],
    },
    {
      by: 'formal',
      names: [
        'Hazelford Credit Union',
        'Savings and Fair Loans',
        'Penny Wise Credit Union: {town} branch',
        'Affordable Loans',
      ],
      leads: [
        'A credit union is a savings and loans co-operative owned by its members.',
        'Save a little each week and borrow at a fair rate. [Better than the doorstep lender.|No hidden charges.]',
        'Members living or working in Hazelford can save and apply for [small|family] loans at {venue}.',
      ],
      more: [
        'Child Benefit can be paid in and a set amount put aside before you see it.',
        'Loans from [£50|£100] to £3,000 are subject to an affordability assessment.',
        'Our Christmas savings account cannot be opened until {month}, which is the point of it.',
        'Deposits are protected up to the limit of the national scheme.',
      ],
      who: [
        'Membership is restricted to the common bond area of ZZ1, ZZ2 and ZZ3.',
        'Persons aged 18+ subject to identity verification.',
      ],
      ages: [18, null],
    },
    {
      by: 'formal',
      names: ['Warm Homes Advice', 'Fuel Poverty Service', 'Energy Advice Line', 'Keep Warm Hazelford'],
      leads: [
        'The fuel poverty service delivers energy advice and small measures to eligible households.',
        'Too cold at home? We can [come round|talk you through] ways to [stay warm|keep the bills down].',
        'Help with gas and electricity bills, prepayment meters, [boilers that have packed up|damp] and switching.',
      ],
      more: [
        'An energy adviser can fit draught strips, LED bulbs and radiator foil on the day of the visit.',
        'Heating repairs and replacement are funded for owner occupiers only, subject to survey.',
        'If you are about to run out of credit on the meter, say so when you ring: [vouchers can be issued the same day|we have a small pot for this].',
        'Measures are delivered in conjunction with retained contractors under the affordable warmth obligation.',
      ],
      who: [
        'Households with an EPC of D or below where a member has a cold-related health condition.',
        'Eligible cohorts: over 65s, under 5s, pregnancy, respiratory and cardiovascular conditions, or income below the threshold.',
      ],
      categories: [18],
    },
    {
      by: 'formal',
      names: [
        'Council Tax Reduction and Arrears Help',
        'Council Tax Support Team',
        'Revenues: help if you cannot pay',
        'Council Tax Hardship Fund',
      ],
      leads: [
        'Residents on a low income may qualify for a reduction in their council tax liability.',
        'If you are behind with council tax, talk to us [before it goes to court|as soon as you can]. We would rather agree a plan.',
        'This page explains reductions, discounts and exemptions and how to apply for them.',
      ],
      more: [
        'People who live alone, students, carers and people with a severe mental impairment may get a discount.',
        'Arrangements can be made over a longer period on completion of an income and expenditure form.',
        'Cases already passed to enforcement agents will be recalled where vulnerability is evidenced.',
        'Backdating is limited to [one month|six months] and good cause must be shown.',
      ],
      who: [
        'Liable persons in receipt of a qualifying benefit or with income within the banded scheme.',
        'Working age and pension age residents named on the council tax demand notice.',
      ],
      ages: [18, null],
    },
    {
      by: 'community',
      forms: true,
      names: ['Repair Café', 'Fix It, Swap It', 'The Toolshed Mending Afternoon', 'School Uniform Swap'],
      leads: [
        'Do not throw it away. Bring it to {venue} and we will try to mend it together.',
        'Swap what you no longer need for what you do, and get the rest mended. [No money changes hands.|Everything is free.]',
        'Local people with screwdrivers, sewing machines and [patience|time on their hands], once a month.',
        'Free school uniform, from the families whose children have grown out of it.',
      ],
      more: [
        'Toasters, zips, bikes, school trousers, lamps: if you can carry it in, we will have a look.',
        'There is a rail of uniform in every size, washed and ironed, for all schools round here.',
        'Put something in the tin if you can. Nobody checks.',
        'We could always use another pair of hands, above all somebody who understands vacuum cleaners.',
      ],
      who: ['Universal offer.', 'All residents; children to be accompanied by a responsible adult.'],
      categories: [7],
    },
  ],
};
