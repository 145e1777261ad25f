import { allWords } from './all-words';
import { type Holders, nearestFirst } from './holders';
import { inners, type Part } from './part';
import { ADDRESSES } from './places';

const OF_ANIMALS = /\b(?:animal|wildlife|bird|nature|donkey|dog|cat|horse|hedgehog) refuges?\b/gi;
const HIDES =
  /\brefuges?\b|\bsafe ?-?houses?\b|\bsafe accommodation\b|\b(?:confidential|undisclosed|secret|private|withheld|unpublished) (?:address|location)|\b(?:address|location|venue)(?:es|s)? (?:is |are |must be |will be )?(?:kept )?(?:confidential|secret|private|undisclosed|withheld|not (?:be )?(?:disclosed|published|shared|shown|given))|\b(?:tell|give|send) you (?:where (?:it|we)\b|the (?:address|location|venue)\b)|\bwhere (?:it is|we are),? (?:is )?(?:kept )?(?:private|secret|confidential)/i;
/** What people flee from, and where they may live then: who says both may be a refuge that does not call itself one. */
const ABUSE =
  /\bdomestic (?:(?:and|or) \w+ )?(?:abuse|violence)\b|\babusive (?:relationship|partner|home|famil)|\b(?:survivors?|victims?) of (?:abuse|violence)\b|\bviolence against women\b|\bflee(?:s|ing)?\b|\bfled\b|\bescap(?:e|es|ed|ing) (?:from )?(?:an )?(?:abus|violen)|\bhonou?r[ -]?based\b|\bforced marriage|\btraffick(?:ing|ed)\b|\bmodern slavery\b/i;
const ROOF =
  /\baccommodation\b|\b(?:re-?)?hous(?:ing|ed)\b|\bhostels?\b|\bshelters?\b|\bbed ?-?spaces?\b|\bsafe (?:flat|home|room)s?\b|\b(?:place|somewhere)(?: safe)? to (?:stay|live|sleep)\b/i;
const DASH = /\p{Pd}/gu;
const MARKS = ['private', 'is_private', 'confidential', 'is_confidential', 'hidden', 'is_hidden'];
const YES = /^(?:true|yes|1)$/i;
const NOT_FOR_ALL = /^(?:private|hidden|confidential|restricted|secret|internal)$/i;

/**
 * Whether nobody may know where it is: it is marked so, or anything said of it speaks of a refuge. Some who only mention
 * one are taken for one: an address too few can be asked for, one too many cannot be taken back.
 */
export function isSecret(holders: Holders, terms: string[]): boolean {
  const words = [...allWords(holders.service.fields), ...terms].join('\n').replace(DASH, '-').replace(OF_ANIMALS, '');
  const speaks = HIDES.test(words) || (ABUSE.test(words) && ROOF.test(words));
  return speaks || nearestFirst(holders).some((part) => [part, ...inners(part, ...ADDRESSES)].some(isMarked));
}

function isMarked({ fields }: Part): boolean {
  const { visibility } = fields;
  const said = MARKS.map((mark) => fields[mark]).filter((value) => typeof value !== 'object');
  const marked = said.some((value) => YES.test(String(value).trim()));
  return marked || (typeof visibility === 'string' && NOT_FOR_ALL.test(visibility.trim()));
}
