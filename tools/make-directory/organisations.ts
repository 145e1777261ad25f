import type { Kind } from '../../directory/types';
import type { Topic } from '../../understanding/types';
import type { Dice } from './dice';
import { TOWN_NAMES } from './places';

/** Who runs a service: all made up, at addresses of example.org. */
export interface Organisation {
  name: string;
  /** "hazelford-council.example.org" */
  domain: string;
  about: string;
}

const COUNCIL = 'Hazelford Council';
const LARGE = [
  'Hazelford and Wensham Community Health',
  'Hazelford Council Public Health',
  'Northgate Family Hub',
  'Turnstone Support Ltd',
  'Meridale Support Services CIC',
  'Open Gate Hazelford',
  'The Lantern Trust',
  'Aldwick Foundation',
];
const CHARITIES = [
  'Hazelford Voluntary Action',
  'Ottersford Good Neighbours',
  'Roots and Branches',
  'New Page Hazelford',
  'Many Hands Co-operative',
  'Second Kettle CIO',
  'Wensham Rural Links',
  'St Anne’s with St Jude’s PCC',
  'Hazelford Quaker Meeting',
  'Noor Community Trust',
  'Gurdwara Sabha Hazelford',
  'Hazelford Methodist Circuit',
  'The Wool Room CIC',
];
/** Said of a village: "Marlsham Parish Council". */
const LOCAL = [
  'Parish Council',
  'Community Association',
  'Community Group',
  'Village Hall Committee',
  'Churches Together',
  'Residents and Tenants Association',
  'Good Neighbours',
  'Helping Hands',
];
/** Those that do one thing. */
const SPECIAL: Record<Topic, readonly string[]> = {
  money: ['Penny Wise Hazelford', 'Hazelford Law and Advice Centre', 'Hazelford Council Revenues and Benefits'],
  food: ['The Larder Project', 'Hazelford Food Network', 'Full Plate CIC'],
  housing: ['Pardle Valley Housing Association', 'Ropewalk Homes', 'Hazelford Council Housing Solutions'],
  work: ['Hazelford College', 'The Toolshed Hazelford', 'Next Shift CIC'],
  parenting: [
    'Thistledown Children and Families',
    'Pathfinders Youth Project',
    'Hazelford Council Children’s Services',
  ],
  school: ['Shine SEND Families', 'Hazelford Council Education', 'Ladder Learning Trust'],
  baby: ['Little Acorns Hazelford', 'Hazelford Maternity Voices', 'First Steps Wensham'],
  relationships: ['Common Ground Hazelford', 'Rainbow Hazelford', 'Two Homes Family Mediation'],
  abuse: ['Safe Harbour Hazelford', 'Hazelford Council Safeguarding', 'Unafraid Hazelford'],
  feelings: ['Kestrel Counselling Partnership', 'Bridgewell Wellbeing', 'Headroom Hazelford'],
  grief: ['Meadow House Hospice', 'Hazelford Bereavement Friends', 'Hazelford Registration Service'],
  loneliness: ['Hazelford Befrienders', 'South Asian Women Together (Hazelford)', 'Hazelford Caribbean Elders'],
  caring: ['Hazelford Carers’ Circle', 'Hazelford Council Adult Social Care', 'Turnstone Care & Support Ltd'],
  habits: ['Waymark Recovery', 'Clear Day Hazelford', 'Fresh Start Pardle'],
  health: ['Sallowfield Stroke Group', 'Sight Line Hazelford', 'Deaf Hazelford', 'Hazelford Disabled People’s Forum'],
  settling: ['Hazelford Refugee Welcome', 'Polish Saturday School Hazelford', 'Sanctuary Law Hazelford'],
};
const ABOUT = [
  'We are a volunteer-led charity working across Hazelford and the villages.',
  'A registered charity and company limited by guarantee.',
  'Established in 1974 to relieve need, hardship and distress in the district.',
  'Community interest company delivering commissioned services across the borough.',
  'A constituted community group run by a committee of local residents.',
  'Our vision is a kinder Hazelford where everyone belongs and nobody is left behind.',
  '<p>Please see our website for more information about who we are.</p>',
  'Independent, not-for-profit provider regulated by the relevant bodies.',
];

/** Some run hundreds of services, most run one or two. */
export function organisationOf(kind: Kind, topic: Topic, dice: Dice): Organisation {
  const formal = kind === 'formal';
  const name = dice.weighted<() => string>([
    [formal ? 0.22 : 0.04, () => COUNCIL],
    [formal ? 0.26 : 0.04, () => dice.pick(LARGE)],
    [formal ? 0.45 : 0.3, () => dice.pick(SPECIAL[topic])],
    [formal ? 0.05 : 0.3, () => dice.pick(CHARITIES)],
    [formal ? 0.02 : 0.32, () => `${dice.pick(TOWN_NAMES)} ${dice.pick(LOCAL)}`],
  ])();
  return { name, domain: `${slugOf(name)}.example.org`, about: ABOUT[name.length % ABOUT.length] ?? '' };
}

export const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
