import { type Hours, spans } from './hours';
import { dayFrom, minuteOf } from './local-time';
import { PAUSES, type Pause, type PauseFor } from './types';

const MINUTE = 60_000;
const SPANS: Record<Exclude<PauseFor, 'tomorrow'>, number> = {
  '10-minutes': 10 * MINUTE,
  '30-minutes': 30 * MINUTE,
  hour: 60 * MINUTE,
};
/** Over a long weekend it is still "until we open again". Whoever is away for longer hands over. */
const DAYS_AHEAD = 5;

export function pausesAt(place: Hours, now: number): Pause[] {
  return PAUSES.flatMap((wanted) => {
    const until = pauseUntil(place, wanted, now);
    return until === null ? [] : [{ for: wanted, until }];
  });
}

/** Null where the place's hours do not say when. */
export function pauseUntil(place: Hours, wanted: PauseFor, now: number): number | null {
  return wanted === 'tomorrow' ? opensNext(place, now) : now + SPANS[wanted];
}

/** When the team is there next, on a later day than today. */
function opensNext(place: Hours, now: number): number | null {
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = dayFrom(place.timezone, now, ahead);
    const [first] = spans(place, day);
    if (first) return minuteOf(place.timezone, day.date, first.from);
  }
  return null;
}
