import { FAULT_POINTS } from '../../bots/fault-points';
import { pause } from '../../test/store/contract/given';
import { type Said, sum, type Verdict } from './judge';
import { inOrder, insist, underLoad } from './load';
import { judgeOn, type Peer, sayTo, startPeer, startStandIn } from './peers';

/** Where a store is, as the environment of a peer says it. */
export type StoreEnv = Record<string, string>;

/** Told how far it has got. */
export type Tell = (progress: string) => void;

export const WRITING = 4;
/** Not more from one person than Natter answers one by one: the answer to a long burst takes a while. */
const MESSAGES = { phone: 4, laptop: 2 };
const REACHED_MS = 60_000;

/**
 * Kills the process at every fault point, the first to the `times`-th time it is passed, while people write; starts it
 * again; people whose message was not acknowledged send it again, as a provider does. Then everything is held against what
 * was acknowledged.
 */
export async function stopAtEveryPoint(
  store: () => Promise<StoreEnv>,
  times: number,
  tell: Tell = () => {},
): Promise<Record<string, Verdict>> {
  const verdicts: Record<string, Verdict> = {};
  for (const point of FAULT_POINTS) {
    const each: Verdict[] = [];
    for (let time = 1; time <= times; time += 1) each.push(await stopOnce(await store(), `${point}@${time}`));
    verdicts[point] = sum(each);
    tell(`${point}: ${times} of ${times}`);
  }
  return verdicts;
}

async function stopOnce(env: StoreEnv, point: string): Promise<Verdict> {
  const standIn = await startStandIn();
  const doomed = await startPeer({ ...env, STAND_IN: standIn.url, FAULT_POINT: point });
  const peers = { now: doomed };
  let over = false;
  const stopped = doomed.gone.then(async () => {
    if (!over) peers.now = await startPeer({ ...env, STAND_IN: standIn.url });
  });
  try {
    const people = Array.from({ length: WRITING }, (_, index) => `${point}-${index}`.replaceAll(/\W/g, '-'));
    const said = await Promise.all(people.map((person) => talk(() => peers.now, person)));
    // A point of sending may be reached only after the last message was acknowledged.
    await Promise.race([stopped, pause(REACHED_MS)]);
    if (doomed.running()) throw new Error(`${point} was not reached: nothing was tested.`);
    await stopped;
    const verdicts = people.map((person, index) => judgeOn(() => peers.now, standIn, person, said[index] ?? []));
    return { ...sum(await Promise.all(verdicts)), stops: 1 };
  } finally {
    over = true;
    await doomed.kill();
    await stopped.catch(() => undefined);
    await peers.now.kill();
    await standIn.close();
  }
}

/** One person who writes from two devices. */
function talk(peer: () => Peer, person: string): Promise<Said> {
  return Promise.all(Object.entries(MESSAGES).map(([device, messages]) => write(peer, person, device, messages)));
}

/** Two messages in one go, so that the second has to wait for its turn; again and again until they are acknowledged. */
async function write(peer: () => Peer, person: string, device: string, messages: number): Promise<string[][]> {
  const said: string[][] = [];
  for (let index = 0; index < messages; index += 2) {
    const texts = [0, 1].map((more) => `${person} ${device} message ${index + more}`);
    await insist(() => sayTo(peer(), person, texts));
    said.push(texts);
  }
  return said;
}

/**
 * `kills` times at a random moment the process is killed, while `people` write at once. `random` gives numbers from 0 to 1.
 */
export async function killUnderLoad(
  env: StoreEnv,
  kills: number,
  people: number,
  random: () => number,
  tell: Tell = () => {},
): Promise<Verdict> {
  const standIn = await startStandIn();
  const start = () => startPeer({ ...env, STAND_IN: standIn.url });
  const peers = { now: await start() };
  try {
    const names = Array.from({ length: people }, (_, index) => `load-${index}`);
    const door = { say: (person: string, text: string) => sayTo(peers.now, person, [text]) };
    const said = await underLoad(door, names, random, async ({ times, acknowledgedAfter }) => {
      for (let kill = 1; kill <= kills; kill += 1) {
        // Mostly in the middle of things; now and then before the new process has done anything.
        if (random() < 0.8) await acknowledgedAfter(Date.now());
        await pause(random() * 500);
        await peers.now.kill();
        peers.now = await start();
        if (kill % 10 === 0) tell(`${kill} of ${kills} kills, ${times.length} messages acknowledged`);
      }
    });
    const verdicts = [...said].map(([person, mine]) => judgeOn(() => peers.now, standIn, person, inOrder(mine)));
    return { ...sum(await Promise.all(verdicts)), stops: kills };
  } finally {
    await peers.now.kill();
    await standIn.close();
  }
}
