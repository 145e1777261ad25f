import type { Waiting } from '../../handoff/types';
import { pause } from '../../test/store/contract/given';
import { arrive } from '../faults/direct-line';
import { createDice, type Dice } from '../make-directory/dice';
import { createColleague } from './colleague';
import { deskAt, insist } from './desk';
import { type Natters, type SignedIn, signInWorkers } from './natters';
import { createPerson, type Person } from './person';
import { blankRecord } from './record';
import { transcript } from './transcript';
import { add, judge, nothing, type Verdict } from './verdict';

export interface Plan {
  workers: number;
  people: number;
  seconds: number;
  /** The same for the same choices; what crosses on the way differs from run to run. */
  seed: number;
}

/** What happened, and what was wrong with it. */
export interface Report {
  verdict: Verdict;
  /** How often each act was granted, and refused, by its name. */
  acts: { [act: string]: { granted: number; refused: number; unanswered: number } };
  /** Rows that stand before one that should come first, in the list of each process. */
  listOutOfOrder: number;
}

export type Tell = (line: string) => void;

/** What people do altogether a second, and how long a worker thinks. */
const WRITES_A_SECOND = 15;
const THINKS_MS = 2_000;
const AT_ONCE = 8;

/** Workers and people who do as they please for a while; then what was acknowledged is held against what is there. */
export async function deskLoad(natters: Natters, plan: Plan, tell: Tell = () => {}): Promise<Report> {
  const dice = createDice(plan.seed);
  const workers = await signInWorkers(natters, plan.workers);
  const people = await gather(natters, plan.people);
  tell(`${plan.people} people wait, ${plan.workers} workers begin`);
  const closers = await Promise.all(workers.map((each) => present(each, natters, dice)));
  try {
    await live(natters, plan, workers, people, dice, tell);
    return await look(natters, workers, [...people.values()]);
  } finally {
    for (const close of closers) close();
  }
}

/** As long as their page is open somewhere, they are there. */
const present = ({ cookie }: SignedIn, { urls }: Natters, dice: Dice) =>
  deskAt(dice.pick(urls), cookie).listen(() => undefined);

/** Everybody comes in and asks for a worker, a few at a time. */
export async function gather({ urls }: Natters, count: number): Promise<Map<string, Person>> {
  const people = new Map<string, Person>();
  let next = 0;
  const bring = async () => {
    while (next < count) {
      const index = next++;
      const url = urls[index % urls.length] ?? '';
      const visitor = await arrive(url);
      const person = createPerson(`P${index}`, url, visitor, blankRecord());
      await person.wants();
      people.set(visitor.conversation, person);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, bring));
  return people;
}

async function live(
  { urls }: Natters,
  { seconds }: Plan,
  workers: SignedIn[],
  people: Map<string, Person>,
  dice: Dice,
  tell: Tell,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  let failed: Error | null = null;
  const again = async (meanMs: number, work: () => Promise<void>) => {
    await pause(dice.between(0, meanMs));
    while (performance.now() < end && !failed) {
      await work();
      await pause(Math.min(dice.between(0, 2 * meanMs), Math.max(0, end - performance.now())));
    }
  };
  const colleagues = workers.map((each) => {
    const desk = () => deskAt(dice.pick(urls), each.cookie);
    return again(THINKS_MS, createColleague(each, { desk, people, workers, dice }));
  });
  const meanMs = (people.size / WRITES_A_SECOND) * 1000;
  const visitors = [...people.values()].map((person) => again(meanMs, () => anything(person, dice)));
  const told = setInterval(() => tell(`${Math.round((end - performance.now()) / 1000)} s left`), 60_000);
  const all = [...colleagues, ...visitors].map((each) =>
    each.catch((error) => {
      failed ??= error;
    }),
  );
  await Promise.all(all);
  clearInterval(told);
  if (failed) throw failed;
}

/** Somebody nobody has asks again, most of the time; others write, and now and then leave. */
function anything(person: Person, dice: Dice): Promise<void> {
  if (person.record.resting) return dice.chance(0.7) ? person.wants() : person.writes();
  return dice.chance(0.04) ? person.stops() : person.writes();
}

async function look({ urls, store }: Natters, workers: SignedIn[], people: Person[]): Promise<Report> {
  const cookie = workers[0]?.cookie ?? '';
  const lists = await Promise.all(urls.map((url) => insist(() => deskAt(url, cookie).waiting())));
  const judged: Verdict[] = [];
  for (const { record, visitor } of people) {
    const rows = lists.map((list) => list.find(({ id }) => id === visitor.conversation) ?? null);
    judged.push(judge({ ...record, rows, entries: await transcript(store, visitor.conversation) }));
  }
  return {
    verdict: judged.reduce(add, nothing),
    acts: tally(people),
    listOutOfOrder: lists.flatMap((list) => list.filter((row, index) => comesBefore(row, list[index - 1]))).length,
  };
}

/** Urgent first, then whoever a worker left, then the longest wait. */
function comesBefore(row: Waiting, before: Waiting | undefined): boolean {
  if (!before) return false;
  const key = ({ urgent, leftBy, waitingSince }: Waiting) => [
    urgent ? 0 : 1,
    leftBy === undefined ? 1 : 0,
    waitingSince,
  ];
  const [one, other] = [key(row), key(before)];
  const differs = one.findIndex((part, index) => part !== other[index]);
  return differs >= 0 && (one[differs] ?? 0) < (other[differs] ?? 0);
}

function tally(people: Person[]): Report['acts'] {
  const acts: Report['acts'] = {};
  for (const { act, answer } of people.flatMap(({ record }) => record.deeds)) {
    acts[act.act] ??= { granted: 0, refused: 0, unanswered: 0 };
    const row = acts[act.act] as Report['acts'][string];
    if (answer === null) row.unanswered += 1;
    else if (answer === 'ok') row.granted += 1;
    else row.refused += 1;
  }
  return acts;
}
