import type { Dice } from '../make-directory/dice';
import { type DeskClient, insist } from './desk';
import { type Act, ANYONE } from './model';
import type { SignedIn } from './natters';
import type { Person } from './person';
import { acknowledged, recorded } from './record';

const OUTCOMES = ['connected', 'declined', 'elsewhere', 'unreachable'];

/** What a worker needs to act at random. */
export interface Around {
  /** One of the processes, at random, as this worker. */
  desk(): DeskClient;
  people: Map<string, Person>;
  workers: SignedIn[];
  dice: Dice;
}

/** A worker who does one thing after the other, with people they have and sometimes with others': as people do, and worse. */
export function createColleague({ worker: { id, name, role } }: SignedIn, around: Around): () => Promise<void> {
  const { people, workers, dice } = around;
  const mine = new Set<string>();
  let count = 0;

  async function does(person: Person, act: Act, path: string, body: object = {}): Promise<boolean> {
    const at = `/conversations/${person.visitor.conversation}/${path}`;
    const answer = await recorded(person.record, act, () => around.desk().post(at, body));
    if (answer === 'gone' || answer === 'not-yours') mine.delete(person.visitor.conversation);
    return answer === 'ok';
  }
  const simply = (person: Person, act: 'claim' | 'take-back' | 'join' | 'leave' | 'hand-back') =>
    does(person, { act, worker: id }, act);

  /** Whoever is first in the list, as everybody else tries too; or whoever it may be. */
  async function next(): Promise<void> {
    const list = dice.chance(0.7) ? await insist(() => around.desk().waiting()) : [];
    const first = list.find(({ owner }) => owner === 'waiting');
    const person = first ? people.get(first.id) : dice.pick([...people.values()]);
    if (person && (await simply(person, 'claim'))) mine.add(person.visitor.conversation);
  }
  async function says(person: Person): Promise<void> {
    count += 1;
    const body = { text: `I can come at ${count}`, id: `say-${count}` };
    const at = `/conversations/${person.visitor.conversation}/messages`;
    const say = () => insist(() => around.desk().post(at, body));
    if ((await recorded(person.record, { act: 'say', worker: id }, say)) === 'ok')
      acknowledged(person.record, name, body.text);
  }
  async function asks(person: Person): Promise<void> {
    const other = dice.pick(workers).worker.id;
    const to = dice.chance(0.5) ? { kind: ANYONE } : { kind: 'worker', id: other };
    const why = dice.pick(['take-over', 'second']);
    await does(person, { act: 'ask', worker: id, to: to.kind === ANYONE ? ANYONE : other }, 'ask', { to, why });
  }
  async function joins(): Promise<void> {
    const asked = (await insist(() => around.desk().waiting())).filter(({ forYou }) => forYou);
    const person = people.get(asked.length > 0 ? dice.pick(asked).id : '');
    if (person && (await simply(person, 'join'))) mine.add(person.visitor.conversation);
  }
  async function leaves(person: Person): Promise<void> {
    if (await simply(person, 'leave')) mine.delete(person.visitor.conversation);
  }
  async function finishes(person: Person, act: 'end' | 'hand-back'): Promise<void> {
    const body = act === 'end' ? { outcome: dice.pick(OUTCOMES) } : {};
    const { wanted } = person.record;
    const finished = await does(person, { act, worker: id }, act, body);
    // Should they have asked again meanwhile, this was about the time before.
    if (finished && wanted === person.record.wanted) person.record.resting = true;
  }
  const releases = (person: Person) => does(person, { act: 'release', worker: id, lead: role === 'lead' }, 'release');

  return async () => {
    const known = people.get(mine.size > 0 ? dice.pick([...mine]) : '');
    // Now and then somebody who is not theirs, or is not any more.
    const person = known && !dice.chance(0.1) ? known : dice.pick([...people.values()]);
    const what = dice.weighted<() => Promise<unknown>>([
      [mine.size === 0 ? 1000 : 20, next],
      [35, () => says(person)],
      [10, () => asks(person)],
      [10, joins],
      [7, () => leaves(person)],
      [2, () => simply(person, 'take-back')],
      [4, () => releases(person)],
      [6, () => finishes(person, 'end')],
      [6, () => finishes(person, 'hand-back')],
    ]);
    await what();
  };
}
