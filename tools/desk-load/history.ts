import { type Act, type Answer, next, type Place, withNatter } from './model';

/** Something that was done about one person, from when it was sent until it was answered. */
export interface Deed {
  act: Act;
  /** Null: there was no answer, so it may have happened or not. */
  answer: Answer | null;
  sent: number;
  answered: number;
}

/** One way in which it may have gone so far: everything before `first` is done, and some of what comes after it. */
interface Way {
  place: Place;
  first: number;
  ahead: ReadonlySet<number>;
}

/**
 * Where the person may stand after all this. Whatever was answered before something else was sent came before it; of what
 * crossed on the way, either may have been first. None: in no order do these answers come out, so two workers had them at
 * once, or an act was lost, or done twice.
 */
export function endings(deeds: Deed[], from: Place = withNatter): Place[] {
  const inOrder = deeds.toSorted((one, other) => one.sent - other.sent);
  let ways: Way[] = [{ place: from, first: 0, ahead: new Set() }];
  for (let count = 0; count < inOrder.length; count += 1) ways = distinct(ways.flatMap((way) => onward(way, inOrder)));
  return ways.map(({ place }) => place);
}

/** Each way on from here: every deed that nothing else has to come before may be the next. */
function onward(way: Way, deeds: Deed[]): Way[] {
  return mayBeNext(way, deeds).flatMap((index) => {
    const { act, answer } = deeds[index] as Deed;
    const { answer: expected, place } = next(way.place, act);
    if (answer !== null) return answer === expected ? [moved(way, index, place)] : [];
    return [moved(way, index, place), moved(way, index, way.place)];
  });
}

function mayBeNext({ first, ahead }: Way, deeds: Deed[]): number[] {
  const open: number[] = [];
  let until = Number.POSITIVE_INFINITY;
  for (let index = first; index < deeds.length; index += 1) {
    const { sent, answered } = deeds[index] as Deed;
    if (sent > until) break;
    if (ahead.has(index)) continue;
    open.push(index);
    until = Math.min(until, answered);
  }
  return open;
}

function moved({ first, ahead }: Way, index: number, place: Place): Way {
  const done = new Set(ahead).add(index);
  let from = first;
  while (done.delete(from)) from += 1;
  return { place, first: from, ahead: done };
}

function distinct(ways: Way[]): Way[] {
  const byKey = new Map(ways.map((way) => [JSON.stringify([way.place, way.first, [...way.ahead].sort()]), way]));
  return [...byKey.values()];
}

const FREEING = new Set(['stops', 'leave', 'hand-back', 'end', 'release']);

/** Claims by another worker, or reopenings, that were granted while nothing can have freed the person from the one before. */
export function claimedTwice(deeds: Deed[]): number {
  const granted = deeds
    .filter(({ act, answer }) => (act.act === 'claim' || act.act === 'reopen') && answer === 'ok')
    .toSorted((one, other) => one.answered - other.answered);
  // Whoever asks for a worker while theirs has stepped away is free; otherwise it frees nobody.
  const paused = deeds.some(({ act }) => act.act === 'pause');
  const frees = ({ act }: Deed) => FREEING.has(act.act) || (paused && act.act === 'wants');
  const freeing = deeds.filter((deed) => frees(deed) && (deed.answer === 'ok' || deed.answer === null));
  return granted.filter((later, index) => {
    const before = granted[index - 1];
    if (!before || workerOf(before) === workerOf(later)) return false;
    return !freeing.some(({ sent, answered }) => sent < later.answered && answered > before.sent);
  }).length;
}

const workerOf = ({ act }: Deed): string | null => ('worker' in act ? act.worker : null);
