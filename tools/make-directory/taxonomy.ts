import type { Dice } from './dice';
import type { OrukAttribute } from './oruk';
import type { IdOf, KindOfHelp, TopicBank } from './types';

/*
 * Family Hubs service categories of the Department for Education, DFE-Digital/fh-services. MIT License, Copyright (c) 2023
 * Crown Copyright (Department for Education).
 */
const FAMILY_HUBS: Record<number, readonly [name: string, parent: number | null]> = {
  1: ['Activities, clubs and groups', null],
  2: ['Family support', null],
  3: ['Health', null],
  4: ['Pregnancy, birth and early years', null],
  5: ['Special educational needs and disabilities (SEND)', null],
  6: ['Transport', null],
  7: ['Activities', 1],
  8: ['Before and after school clubs', 1],
  9: ['Holiday clubs and schemes', 1],
  10: ['Music, arts and dance', 1],
  11: ['Parent, baby and toddler groups', 1],
  12: ['Pre-school playgroup', 1],
  13: ['Sports and recreation', 1],
  14: ['Bullying and cyber bullying', 2],
  15: ['Debt and welfare advice', 2],
  16: ['Domestic abuse', 2],
  17: ['Intensive targeted family support', 2],
  18: ['Money, benefits and housing', 2],
  19: ['Parenting support', 2],
  20: ['Reducing parental conflict', 2],
  21: ['Separating and separated parent support', 2],
  22: ['Stopping smoking', 2],
  23: ['Substance misuse (including alcohol and drug)', 2],
  24: ['Targeted youth support', 2],
  25: ['Youth justice services', 2],
  26: ['Hearing and sight', 3],
  27: ['Mental health, social and emotional support', 3],
  28: ['Nutrition and weight management', 3],
  29: ['Oral health', 3],
  30: ['Public health services', 3],
  31: ['Birth registration', 4],
  32: ['Early years language and learning', 4],
  33: ['Health visiting', 4],
  34: ['Infant feeding support (including breastfeeding)', 4],
  35: ['Midwife and maternity', 4],
  36: ['Perinatal mental health support (pregnancy to one year post birth)', 4],
  37: ['Autistic Spectrum Disorder (ASD)', 5],
  38: ['Breaks and respite', 5],
  39: ['Early years support', 5],
  40: ['Groups for parents and carers of children with SEND', 5],
  41: ['Hearing impairment', 5],
  42: ['Learning difficulties and disabilities', 5],
  43: ['Multi-sensory impairment', 5],
  44: ['Other difficulties or disabilities', 5],
  45: ['Physical disabilities', 5],
  46: ['Social, emotional and mental health support', 5],
  47: ['Speech, language and communication needs', 5],
  48: ['Visual impairment', 5],
  49: ['Community transport', 6],
};

/** Categories of the council's own, which no table knows, and which say little. */
const OWN = [
  'Adults',
  'Things to do',
  'Health & wellbeing',
  'Advice',
  'Community',
  'Local Offer',
  'Staying independent',
];

/** How it is filed: some not at all, some twice, some where it does not belong. */
export function attributesOf(kind: KindOfHelp, bank: TopicBank, idOf: IdOf, dice: Dice): OrukAttribute[] {
  if (dice.chance(0.12)) return [];
  const fitting = kind.categories ?? bank.categories;
  const hubs = dice.chance(0.85) ? dice.some(fitting, dice.between(1, 2)) : [];
  const astray = dice.chance(0.03) ? [dice.between(7, 49)] : [];
  const own = hubs.length === 0 || dice.chance(0.25) ? dice.some(OWN, dice.between(1, 2)) : [];
  const terms = [...new Set([...hubs, ...astray])].map((category) => familyHubs(category, dice));
  return [...terms, ...own.map((name) => ownTerm(name))].map((taxonomy_term, nth) => ({
    id: idOf(`attribute ${nth}`),
    link_type: 'taxonomy_term',
    taxonomy_term,
  }));
}

type Term = OrukAttribute['taxonomy_term'];

function familyHubs(category: number, dice: Dice): Term {
  const [name, parent] = FAMILY_HUBS[category] ?? ['', null];
  return {
    id: String(category),
    name,
    description: name,
    parent_id: parent === null ? null : String(parent),
    taxonomy: dice.chance(0.8) ? 'DfE Family Hubs' : null,
    ...(dice.chance(0.2) && { term_uri: `https://taxonomy.example.org/family-hubs/${category}` }),
  };
}

const ownTerm = (name: string): Term => ({
  id: `HZ${String(OWN.indexOf(name) + 31).padStart(3, '0')}`,
  name,
  description: '',
  taxonomy: 'Hazelford Directory',
});
