/**
 * What the desk promises about one person, written down a second time and more plainly than it is built: who has them, who
 * is there as well, who was asked, whether that worker has stepped away, and who may go on with them. It shares no code with the rules it is held against.
 */
export interface Place {
  at: 'natter' | 'waiting' | 'worker';
  worker: string | null;
  beside: string | null;
  /** Who asked somebody to come, and whom; `anyone` is a name too. */
  asked: { by: string; to: string } | null;
  /** Whoever has them has stepped away. */
  paused: boolean;
  /** Who ended it, should they not have asked for a worker again; and whether anybody ever has. */
  endedBy: string | null;
  everEnded: boolean;
}

export type Act =
  /** The person asks for a worker, or has had enough of waiting or of the talk. */
  | { act: 'wants' | 'stops' }
  | { act: 'claim' | 'say' | 'take-back' | 'join' | 'leave' | 'hand-back' | 'end' | 'pause' | 'back'; worker: string }
  | { act: 'ask'; worker: string; to: string }
  | { act: 'release' | 'reopen'; worker: string; lead: boolean };

/** `ok`, or the code of the refusal. */
export type Answer = string;

export interface Step {
  answer: Answer;
  place: Place;
}

export const ANYONE = 'anyone';
/** Nobody has them, and they wait for nobody. */
const nobody = { at: 'natter', worker: null, beside: null, asked: null, paused: false } as const;
export const withNatter: Place = { ...nobody, endedBy: null, everEnded: false };

/** What this act comes to for somebody who stands there. A refused act changes nothing. */
export function next(place: Place, act: Act): Step {
  const ok = (changed: Partial<Place> = {}): Step => ({ answer: 'ok', place: { ...place, ...changed } });
  const no = (answer: Answer): Step => ({ answer, place });
  const hasThem = 'worker' in act && place.at === 'worker' && place.worker === act.worker;
  const notTheirs = place.at === 'natter' ? 'gone' : 'not-yours';

  switch (act.act) {
    case 'wants':
      // While theirs has stepped away, they are for a second one who is there, or for whoever is free.
      if (place.paused && place.beside) return ok({ worker: place.beside, beside: null, asked: null, paused: false });
      if (place.paused) return ok({ ...nobody, at: 'waiting' });
      return place.at === 'natter' ? ok({ at: 'waiting', endedBy: null }) : ok();
    case 'stops':
      return ok(nobody);
    case 'claim':
      if (place.at === 'waiting') return ok({ at: 'worker', worker: act.worker });
      return hasThem ? ok() : no(place.at === 'natter' ? 'gone' : 'taken');
    case 'say':
      if (hasThem) return ok({ paused: false });
      return place.at === 'worker' && place.beside === act.worker ? ok() : no(notTheirs);
    case 'pause':
      if (!hasThem) return no(notTheirs);
      return place.beside ? no('taken') : ok({ paused: true });
    case 'back':
      return hasThem ? ok({ paused: false }) : no(notTheirs);
    case 'ask':
      if (!hasThem) return no(notTheirs);
      return place.beside ? no('taken') : ok({ asked: { by: act.worker, to: act.to } });
    case 'take-back':
      return hasThem ? ok({ asked: null }) : no(notTheirs);
    case 'join':
      return joined(place, act.worker, ok, no);
    case 'leave':
      // Nobody would be there.
      if (place.at === 'worker' && place.beside === act.worker)
        return place.paused ? no('alone') : ok({ beside: null, asked: null });
      if (!hasThem) return no(notTheirs);
      return place.beside ? ok({ worker: place.beside, beside: null, asked: null, paused: false }) : no('alone');
    case 'hand-back':
      return hasThem ? ok(nobody) : no(notTheirs);
    case 'end':
      return hasThem ? ok({ ...nobody, endedBy: act.worker, everEnded: true }) : no(notTheirs);
    case 'release':
      if (!act.lead) return no('role');
      return place.at === 'worker' ? ok({ ...nobody, at: 'waiting' }) : no('gone');
    case 'reopen':
      return reopened(place, act, ok, no);
  }
}

function joined(
  { at, beside, asked }: Place,
  worker: string,
  ok: (changed: Partial<Place>) => Step,
  no: (answer: Answer) => Step,
): Step {
  if (at !== 'worker') return no('gone');
  if (beside) return no('taken');
  const meant = asked !== null && asked.by !== worker && (asked.to === ANYONE || asked.to === worker);
  return meant ? ok({ beside: worker, asked: null }) : no('not-asked');
}

function reopened(
  { at, worker: has, endedBy, everEnded }: Place,
  { worker, lead }: { worker: string; lead: boolean },
  ok: (changed: Partial<Place>) => Step,
  no: (answer: Answer) => Step,
): Step {
  if (at === 'worker') return has === worker ? ok({}) : no('taken');
  if (at === 'waiting') return no('asked-again');
  if (!endedBy) return no(everEnded ? 'asked-again' : 'deleted');
  return endedBy === worker || lead ? ok({ at: 'worker', worker, endedBy: null }) : no('role');
}
