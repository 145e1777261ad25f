import { FAULT_POINTS } from '../../bots/fault-points';
import { judge, type Said, sum, type Verdict } from './judge';
import { NotTaken, type Peer, startPeer, startStandIn } from './peers';

/** Where a store is, as the environment of a peer says it. */
export type StoreEnv = Record<string, string>;

const PEOPLE = 3;
const MESSAGES = 4;
const RETRY_MS = 30;
const REACHED_MS = 20_000;

/**
 * Kills the process at every fault point, the first to the `times`-th time it is passed, while people write; starts it
 * again; people whose message was not acknowledged send it again, as a provider does. Then everything is held against what
 * was acknowledged.
 */
export async function stopAtEveryPoint(
  store: () => Promise<StoreEnv>,
  times: number,
): Promise<Record<string, Verdict>> {
  const verdicts: Record<string, Verdict> = {};
  for (const point of FAULT_POINTS) {
    const each: Verdict[] = [];
    for (let time = 1; time <= times; time += 1) each.push(await stopOnce(await store(), `${point}@${time}`));
    verdicts[point] = sum(each);
  }
  return verdicts;
}

async function stopOnce(env: StoreEnv, point: string): Promise<Verdict> {
  const standIn = await startStandIn();
  const doomed = await startPeer({ ...env, STAND_IN: standIn.url, FAULT_POINT: point });
  const peers = { now: doomed };
  try {
    const stopped = doomed.gone.then(async () => {
      peers.now = await startPeer({ ...env, STAND_IN: standIn.url });
    });
    const people = Array.from({ length: PEOPLE }, (_, index) => `${point}-${index}`.replaceAll(/\W/g, '-'));
    const said = await Promise.all(people.map((person) => talk(() => peers.now, person, MESSAGES)));
    // A point of sending may be reached only after the last message was acknowledged.
    await Promise.race([stopped, pause(REACHED_MS)]);
    if (doomed.running()) throw new Error(`${point} was not reached: nothing was tested.`);
    await stopped;
    const verdicts = people.map((person, index) => judge(peers.now, standIn, person, said[index] ?? []));
    return { ...sum(await Promise.all(verdicts)), stops: 1 };
  } finally {
    await peers.now.kill();
    await standIn.close();
  }
}

/** One person who writes from two devices. */
export function talk(peer: () => Peer, person: string, messages: number): Promise<Said> {
  return Promise.all(['phone', 'laptop'].map((device) => write(peer, person, device, messages)));
}

/** Two messages in one go, so that the second has to wait for its turn; again and again until they are acknowledged. */
async function write(peer: () => Peer, person: string, device: string, messages: number): Promise<string[][]> {
  const said: string[][] = [];
  for (let index = 0; index < messages; index += 2) {
    const texts = [0, 1].map((more) => `${person} ${device} message ${index + more}`);
    await insist(peer, person, texts);
    said.push(texts);
  }
  return said;
}

async function insist(peer: () => Peer, conversation: string, texts: string[]): Promise<void> {
  const message = { conversation, ids: texts.join('|').replaceAll(' ', '-'), texts: texts.join('|') };
  for (;;) {
    try {
      await peer().call('/say', message);
      return;
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      await pause(RETRY_MS);
    }
  }
}

/**
 * `kills` times at a random moment the process is killed, while `people` write at once. `random` gives numbers from 0 to 1.
 */
export async function killUnderLoad(
  env: StoreEnv,
  kills: number,
  people: number,
  random: () => number,
): Promise<Verdict> {
  const standIn = await startStandIn();
  const peers = { now: await startPeer({ ...env, STAND_IN: standIn.url }) };
  let over = false;
  const said = new Map<string, string[][]>();
  const writers = Array.from({ length: people }, async (_, index) => {
    const person = `load-${index}`;
    const mine: string[][] = [];
    said.set(person, mine);
    for (let count = 0; !over; count += 1) {
      const text = `${person} message ${count}`;
      await insist(() => peers.now, person, [text]);
      mine.push([text]);
      await pause(random() * 400);
    }
  });
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(random() * 500);
    await peers.now.kill();
    peers.now = await startPeer({ ...env, STAND_IN: standIn.url });
  }
  over = true;
  await Promise.all(writers);
  const verdicts = await Promise.all([...said].map(([person, mine]) => judge(peers.now, standIn, person, [mine])));
  await peers.now.kill();
  await standIn.close();
  return { ...sum(verdicts), stops: kills };
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms);
  });
}
