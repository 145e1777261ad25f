import fc from 'fast-check';
import type { Desk, DeskResult, Worker } from '../../handoff/types';
import type { Store } from '../../store/contract';
import { type Act, ANYONE, type Answer } from '../../tools/desk-load/model';
import { acknowledged, blankRecord, type Record, recorded } from '../../tools/desk-load/record';
import { transcript } from '../../tools/desk-load/transcript';
import { add, judge, nothing, type Verdict } from '../../tools/desk-load/verdict';
import { openBots, worker } from '../bots/world';
import { pause } from '../store/contract/given';

export const PEOPLE = ['ann', 'ben', 'cat'];
export const STAFF: Worker[] = [worker('Sam'), worker('Kim'), { ...worker('Lou'), role: 'lead' }];
const STAFF_IDS = STAFF.map(({ id }) => id);

/** Something that may be done about one person. */
export interface Doing {
  person: string;
  act: Act;
  /** Which of the bots has to do it. */
  at: number;
}

/** The bots, one of them or two on one store, and what was acknowledged about each person. */
export interface Real {
  bots: ReturnType<typeof openBots>[];
  records: Map<string, Record>;
  /** Moments are counted: what is done later has a later one. */
  moment: () => number;
}

/** Ids of the second begin where those of the first never come. */
const APART = 1_000_000;

/** Everybody has opened the page already. */
export async function openReal(stores: Store[]): Promise<Real> {
  let moment = 0;
  const bots = stores.map((store, index) => openBots(store, undefined, undefined, undefined, undefined, index * APART));
  for (const person of PEOPLE) await bots[0]?.opens(person);
  return {
    bots,
    records: new Map(PEOPLE.map((person) => [person, blankRecord()])),
    moment: () => ++moment,
  };
}

/** Any act of anybody at all, whether or not it makes sense. */
export function anyDoing(): fc.Arbitrary<Doing> {
  const who = fc.constantFrom(...STAFF_IDS);
  const person = fc.constantFrom(...PEOPLE);
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Act>({ act: 'wants' }) },
    { weight: 1, arbitrary: fc.constant<Act>({ act: 'stops' }) },
    {
      weight: 12,
      arbitrary: fc.record({
        act: fc.constantFrom(
          ...(['claim', 'claim', 'say', 'join', 'leave', 'take-back', 'hand-back', 'end', 'pause', 'back'] as const),
        ),
        worker: who,
      }) as fc.Arbitrary<Act>,
    },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constant('ask'),
        worker: who,
        to: fc.constantFrom(ANYONE, ...STAFF_IDS),
      }) as fc.Arbitrary<Act>,
    },
    { weight: 2, arbitrary: who.map((id): Act => ({ act: 'release', worker: id, lead: id === 'lou' })) },
    { weight: 2, arbitrary: who.map((id): Act => ({ act: 'reopen', worker: id, lead: id === 'lou' })) },
  );
  return fc.record({ person, act, at: fc.nat(1) });
}

/** Does it for real, at one of the bots, and writes down what came of it. */
export async function perform(real: Real, { person, act, at }: Doing): Promise<Answer> {
  const record = recordOf(real, person);
  const { says, desk, store } = real.bots[at % real.bots.length] as Real['bots'][number];
  const does = async (): Promise<Answer> => {
    if (!('worker' in act)) {
      for (const text of WORDS[act.act]) await says(person, text);
      // What could not be answered at once is answered in its turn.
      while ((await store.unfinished(1)).length > 0) await pause(1);
      return 'ok';
    }
    const by = STAFF.find(({ id }) => id === act.worker) as Worker;
    const text = `${by.name} says ${real.moment()}`;
    const answer = await deskAct(desk, person, by, act, text);
    if (answer.ok && act.act === 'say') acknowledged(record, by.name, text);
    return answer.ok ? 'ok' : answer.why;
  };
  return (await recorded(record, act, does, real.moment)) as Answer;
}

const WORDS = { wants: ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip'], stops: ['stop waiting'] };

/** They write something that is for whoever has them. */
export async function write(real: Real, person: string): Promise<void> {
  const text = `the kettle is on ${real.moment()}`;
  await real.bots[0]?.says(person, text);
  acknowledged(recordOf(real, person), 'person', text);
}

const recordOf = ({ records }: Real, person: string) => records.get(person) ?? blankRecord();

/** Whatever is wrong with what there is to see at the end. */
export async function faultsOf({ bots, records }: Real): Promise<Verdict> {
  const lists = await Promise.all(bots.map(({ desk }) => desk.list()));
  const judged: Verdict[] = [];
  for (const [person, record] of records) {
    const rows = lists.map((list) => list.find(({ id }) => id === person) ?? null);
    const entries = bots[0] ? await transcript(bots[0].store, person) : [];
    judged.push(judge({ ...record, rows, entries }));
  }
  const { deeds: _, messages: __, ...faults } = judged.reduce(add, nothing);
  return { ...nothing, ...faults };
}

type StaffAct = Exclude<Act, { act: 'wants' | 'stops' }>;

function deskAct(desk: Desk, person: string, by: Worker, act: StaffAct, text: string): Promise<DeskResult> {
  if (act.act === 'say') return desk.say(person, by, text, text.replaceAll(' ', '-'));
  if (act.act === 'end') return desk.end(person, by, 'connected');
  if (act.act === 'ask') {
    const kind = act.to === ANYONE ? 'anyone' : 'worker';
    return desk.ask(person, by, { to: { kind, id: kind === 'anyone' ? '' : act.to, name: '' }, why: 'second' });
  }
  if (act.act === 'pause') return desk.pause(person, by, 'hour');
  const { claim, join, stepOut: leave, release, takeBack, handBack, back, reopen } = desk;
  const acts = { claim, join, leave, release, back, reopen, 'take-back': takeBack, 'hand-back': handBack };
  return acts[act.act](person, by);
}
