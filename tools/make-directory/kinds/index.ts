import type { TopicBank } from '../types';
import { abuse } from './abuse';
import { baby } from './baby';
import { caring } from './caring';
import { feelings } from './feelings';
import { food } from './food';
import { grief } from './grief';
import { habits } from './habits';
import { health } from './health';
import { housing } from './housing';
import { loneliness } from './loneliness';
import { money } from './money';
import { parenting } from './parenting';
import { relationships } from './relationships';
import { school } from './school';
import { settling } from './settling';
import { work } from './work';

/** The kinds of help there are, by topic. */
export const BANKS: readonly TopicBank[] = [
  money,
  food,
  housing,
  work,
  parenting,
  school,
  baby,
  relationships,
  abuse,
  feelings,
  grief,
  loneliness,
  caring,
  habits,
  health,
  settling,
];
