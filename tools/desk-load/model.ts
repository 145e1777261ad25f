/**
 * What the desk promises about one person, written down a second time and more plainly than it is built: who has them, who
 * is there as well, who was asked. It shares no code with the rules it is held against.
 */
export interface Place {
  at: 'natter' | 'waiting' | 'worker';
  worker: string | null;
  beside: string | null;
  /** Who asked somebody to come, and whom; `anyone` is a name too. */
  asked: { by: string; to: string } | null;
}

export type Act =
  /** The person asks for a worker, or has had enough of waiting or of the talk. */
  | { act: 'wants' | 'stops' }
  | { act: 'claim' | 'say' | 'take-back' | 'join' | 'leave' | 'hand-back' | 'end'; worker: string }
  | { act: 'ask'; worker: string; to: string }
  | { act: 'release'; worker: string; lead: boolean };

/** `ok`, or the code of the refusal. */
export type Answer = string;

export interface Step {
  answer: Answer;
  place: Place;
}

export const ANYONE = 'anyone';
export const withNatter: Place = { at: 'natter', worker: null, beside: null, asked: null };

/** What this act comes to for somebody who stands there. A refused act changes nothing. */
export function next(place: Place, act: Act): Step {
  const ok = (changed: Partial<Place> = {}): Step => ({ answer: 'ok', place: { ...place, ...changed } });
  const no = (answer: Answer): Step => ({ answer, place });
  const hasThem = 'worker' in act && place.at === 'worker' && place.worker === act.worker;
  const notTheirs = place.at === 'natter' ? 'gone' : 'not-yours';

  switch (act.act) {
    case 'wants':
      return place.at === 'natter' ? ok({ at: 'waiting' }) : ok();
    case 'stops':
      return ok(withNatter);
    case 'claim':
      if (place.at === 'waiting') return ok({ at: 'worker', worker: act.worker });
      return hasThem ? ok() : no(place.at === 'natter' ? 'gone' : 'taken');
    case 'say':
      return hasThem || (place.at === 'worker' && place.beside === act.worker) ? ok() : no(notTheirs);
    case 'ask':
      if (!hasThem) return no(notTheirs);
      return place.beside ? no('taken') : ok({ asked: { by: act.worker, to: act.to } });
    case 'take-back':
      return hasThem ? ok({ asked: null }) : no(notTheirs);
    case 'join':
      return joined(place, act.worker, ok, no);
    case 'leave':
      if (place.at === 'worker' && place.beside === act.worker) return ok({ beside: null, asked: null });
      if (!hasThem) return no(notTheirs);
      return place.beside ? ok({ worker: place.beside, beside: null, asked: null }) : no('alone');
    case 'hand-back':
    case 'end':
      return hasThem ? ok(withNatter) : no(notTheirs);
    case 'release':
      if (!act.lead) return no('role');
      return place.at === 'worker' ? ok({ ...withNatter, at: 'waiting' }) : no('gone');
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
