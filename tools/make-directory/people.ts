import type { Dice } from './dice';
import type { OrukService } from './oruk';
import type { IdOf, KindOfHelp } from './types';

type Ages = Pick<OrukService, 'minimum_age' | 'maximum_age'>;
type Languages = NonNullable<OrukService['languages']>;

/** Stands for "no limit" in many feeds. */
const OLDEST = 120;

/** For which ages it is, in whole years: mostly not said, or only in the description. */
export function agesOf({ ages: [from, to] = [null, null] }: KindOfHelp, dice: Dice): Ages {
  const said = from !== null || to !== null;
  return dice.weighted<Ages>([
    [said ? 0.45 : 0.85, { minimum_age: null, maximum_age: null }],
    [said ? 0.4 : 0, { minimum_age: from, maximum_age: to }],
    [0.06, { minimum_age: from ?? 0, maximum_age: to ?? OLDEST }],
    [said ? 0.05 : 0, { minimum_age: String(from ?? ''), maximum_age: String(to ?? '') }],
    [0.03, { minimum_age: 0, maximum_age: 0 }],
    [said ? 0.01 : 0, { minimum_age: to, maximum_age: from }],
  ]);
}

const LANGUAGES = [
  { name: 'Polish', code: 'pl' },
  { name: 'Urdu', code: 'ur' },
  { name: 'Punjabi', code: 'pa' },
  { name: 'Romanian', code: 'ro' },
  { name: 'Ukrainian', code: 'uk' },
  { name: 'Arabic', code: 'ar' },
  { name: 'British Sign Language', code: 'bfi' },
  { name: 'English', code: 'en' },
];

/** The UK schema has languages without a name, so in some feeds they are only counted. */
export function languagesOf(idOf: IdOf, dice: Dice): Languages {
  const count = dice.chance(0.1) ? dice.between(1, 3) : 0;
  const named = dice.chance(0.7);
  return dice.some(LANGUAGES, count).map((language, nth) => ({ id: idOf(`language ${nth}`), ...(named && language) }));
}
