import type { Waiting, Worker } from './types';
import { noWish, type Wish } from './wishes';

/** A team, as far as it matters for whom it takes up. */
export interface Routed {
  id: string;
  name: string;
  topics: readonly string[];
  /** They talk with children too; `only`: with nobody else. */
  young: boolean | 'only';
  /** Beside English. */
  languages: readonly string[];
}

/** What is known of somebody who asks for a person. */
export interface Known {
  topics: readonly string[];
  young: boolean;
  language: string;
  wish?: Wish;
}

/**
 * The team for somebody. Teams that cannot talk with them are left out, unless that leaves nobody; then the first team
 * after the first of all that takes up everything they talked about. The first is meant wherever no other fits. A team
 * they asked for comes before all of that, but for their age; one they would rather not is left out where another can.
 */
export function teamFor<T extends Routed>(teams: readonly T[], known: Known): T | undefined {
  const { topics, young, language, wish = noWish() } = known;
  const ofTheirAge = some(teams, (team) => (young ? team.young !== false : team.young !== 'only'));
  const wanted = some(ofTheirAge, ({ id }) => !wish.not.includes(id));
  const askedFor = wanted.find(({ id }) => wish.from.includes(id) && !wish.not.includes(id));
  if (askedFor) return askedFor;
  const able = some(wanted, ({ languages }) => languages.includes(language));
  const takesUp = (team: T) => topics.length > 0 && topics.every((topic) => team.topics.includes(topic));
  return able.find((team) => team !== teams[0] && takesUp(team)) ?? able[0];
}

/** Those that fit; where none does, all of them. */
function some<T>(teams: readonly T[], fits: (team: T) => boolean): readonly T[] {
  const fitting = teams.filter(fits);
  return fitting.length > 0 ? fitting : teams;
}

/** Who could take somebody up now. */
export interface There {
  /** The teams of whom somebody is there, by id. */
  teams: ReadonlySet<string>;
  /** Somebody who has been through it is there. */
  peers: boolean;
}

export function whoIsThere(workers: readonly Worker[], there: ReadonlySet<string>): There {
  const present = workers.filter(({ id }) => there.has(id));
  return {
    teams: new Set(present.flatMap(({ teams = [] }) => teams)),
    peers: present.some(({ role }) => role === 'peer'),
  };
}

/**
 * Does this worker take them up before those who wait for another team? Danger, and whoever was left and told that they
 * are at the front, wait for no team; nor does somebody of whose team nobody is there. Who would rather talk with
 * somebody who has been through it is theirs, while one of them is there.
 */
export function isTheirs(
  { team, urgent, leftBy, ratherPeer }: Pick<Waiting, 'team' | 'urgent' | 'leftBy' | 'ratherPeer'>,
  { role, teams = [] }: Pick<Worker, 'role' | 'teams'>,
  there: There,
): boolean {
  if (urgent || leftBy !== undefined) return true;
  if (ratherPeer && there.peers) return role === 'peer';
  if (!team || teams.length === 0) return true;
  return teams.includes(team.id) || !there.teams.has(team.id);
}
