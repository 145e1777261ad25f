import type { Place } from '../../directory/place';
import type { Week } from './hours';
import {
  type Read,
  readAddress,
  readId,
  readName,
  readNation,
  readOpenings,
  readOutcodes,
  readPhone,
  readTeam,
} from './read-answers';

/** What is asked about a new place. */
export interface Answers {
  id: string;
  /** Who runs it. */
  name: string;
  town: string;
  nation: Place['nation'];
  team: string;
  childphone: string;
  hours: Week;
  outcodes: string[];
  /** Where the directory of help can be read; null: there is none. */
  directory: string | null;
}

export interface Question<T> {
  asks: string;
  example: string;
  /** Why it is asked. */
  why: string;
  read(answer: string): Read<T>;
}
export type Questions = { [Key in keyof Answers]: Question<Answers[Key]> };

/** In the order in which they are asked. `taken`: is there such a place already? */
export const questions = (taken: (id: string) => boolean): Questions => ({
  id: {
    asks: 'What is its short name, for files and settings?',
    example: 'hazelford',
    why: 'Its folder is called that, and PLACE is set to it.',
    read: (answer) => readId(answer, taken),
  },
  name: {
    asks: 'Who runs it?',
    example: 'Hazelford Council',
    why: 'People are told who they talk with: "The people you can talk to work for Hazelford Council."',
    read: readName,
  },
  town: {
    asks: 'Which town or area is it for?',
    example: 'Hazelford',
    why: 'Natter says "around Hazelford" of help. Where an outcode is in two places, people pick theirs by this name.',
    read: readName,
  },
  nation: {
    asks: 'Which nation is that in?',
    example: 'England (or Wales, Scotland, Northern Ireland)',
    why: 'National lines and bank holidays go by it.',
    read: readNation,
  },
  team: {
    asks: 'What is the team of workers called?',
    example: 'Families Team',
    why: 'It is read after "in the", where somebody asks for a person.',
    read: readTeam,
  },
  childphone: {
    asks: 'Which number can anybody call who worries about a child?',
    example: '01632 960100',
    why: 'It is said where a child may be in danger, but not right now. For that there is 999.',
    read: readPhone,
  },
  hours: {
    asks: 'When may a worker be there?',
    example: 'mon-fri 9-5, wed 9-7, sat 10-12',
    why: 'Natter says how long the wait is, and never that somebody is there when nobody is.',
    read: readOpenings,
  },
  outcodes: {
    asks: 'Which outcodes are there, the first halves of postcodes?',
    example: 'LS6, LS7',
    why: 'By these Natter knows that somebody lives here. It never keeps a whole postcode.',
    read: readOutcodes,
  },
  directory: {
    asks: 'Where can your directory of help be read, in the open standard (Open Referral UK)?',
    example: 'https://directory.example.gov.uk/api (or none)',
    why: 'Help near people comes from there. Without one, you list it by hand.',
    read: readAddress,
  },
});
