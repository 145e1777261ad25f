import type { Library, State } from '../dialogs/types';
import type { Who } from '../handoff/company';
import { teamFor } from '../handoff/routing';
import { readWish, type Wish } from '../handoff/wishes';
import { sharedLines } from '../story/story';
import type { Memory } from './memory';
import type { Talk } from './talk';

/** The flow in which somebody decides what a worker may read. */
export const HANDOVER = 'person';
/** The answer that says whom they would rather talk with. Words about danger in its place are no wish. */
export const WISH = `${HANDOVER}/rather`;

/** The team for whoever is talking: by what they wish, what they talked about, how old they sound, and their language. */
export function theirTeam({ place, library }: Talk, memory: Memory): Who | null {
  const { engine, language, speaks } = memory;
  const known = {
    topics: topicsOf(library, engine),
    young: engine.young === true,
    language: language ?? speaks ?? library.language,
    wish: theirWish(place.teams, memory),
  };
  const team = teamFor(place.teams, known);
  return team ? { id: team.id, name: team.name } : null;
}

/** Whom they would rather talk with, unless they have struck it since. */
export function theirWish(teams: readonly Who[], { story }: Pick<Memory, 'story'>): Wish {
  const said = sharedLines(story).filter(({ wish }) => wish);
  return readWish(said.map(({ text }) => text).join('\n'), teams);
}

/** The same talk, in which `{team}` is the team for them. */
export function withTheirTeam(talk: Talk, memory: Memory): Talk {
  const team = theirTeam(talk, memory)?.name;
  const { library } = talk;
  if (team === undefined || team === library.values.team) return talk;
  return { ...talk, library: { ...library, values: { ...library.values, team } } };
}

/** What they talked about, or named for later: by the flows they were in, and those in which they picked something. */
function topicsOf({ flows }: Library, { at, trail, paused, later, answers }: State): string[] {
  const places = [...trail, ...paused, ...(at ? [at] : [])].map(({ flow }) => flow);
  const picked = Object.keys(answers).flatMap((name) => (name.includes('/') ? name.split('/').slice(0, 1) : []));
  return [...new Set([...places, ...later, ...picked].flatMap((flow) => flows[flow]?.topic ?? []))];
}
