import { WebSocket } from 'ws';
import { pause } from '../../test/store/contract/given';
import { type Latency, latencyOf } from '../bench/statistics';
import { say } from '../faults/direct-line';
import { createDice, type Dice } from '../make-directory/dice';
import { type DeskClient, deskAt, insist } from './desk';
import { type Natters, signInWorkers } from './natters';
import { AS_THE_PAGE, openPage, type Pace } from './page';
import type { Person } from './person';
import { gather, type Plan, type Tell } from './run';

/** How long it took, in milliseconds. */
export interface LatencyReport {
  /** From when a person sends a message until the page of their worker has its text. */
  there: Latency;
  /** From when the worker sends a reply until the person's socket has it. */
  back: Latency;
  both: Latency;
  /** Messages that were answered, and those whose way back had not ended when the time was over. */
  rounds: number;
  unanswered: number;
}

/** How often somebody writes who is talking with a worker, and how long it takes until the first numbers count. */
const WRITES_EVERY_MS = 15_000;
const WARM_MS = 10_000;

interface Round {
  sent: number;
  read: number;
  replied: number;
  heard: number;
}

/** Everybody is with a worker, writes now and then, and is answered as soon as the worker's page has what they wrote. */
export async function latency(
  natters: Natters,
  plan: Plan,
  tell: Tell = () => {},
  pace: Pace = AS_THE_PAGE,
): Promise<LatencyReport> {
  const dice = createDice(plan.seed);
  const people = [...(await gather(natters, plan.people)).values()];
  const workers = await signInWorkers(natters, plan.workers);
  const rounds = new Map<string, Round>();
  const closers: (() => void)[] = [];
  const urlOf = (index: number) => natters.urls[index % natters.urls.length] ?? '';
  try {
    for (const [index, { cookie }] of workers.entries()) {
      const desk = deskAt(urlOf(index), cookie);
      const theirs = people.filter((_, n) => n % workers.length === index);
      closers.push(await take(desk, theirs, rounds, pace));
    }
    for (const [index, person] of people.entries()) {
      closers.push(await listen(urlOf(index), person, rounds));
    }
    tell(`${people.length} people are with ${workers.length} workers`);
    const began = performance.now();
    const end = began + WARM_MS + plan.seconds * 1000;
    await Promise.all(people.map((person, index) => talk(person, urlOf(index), rounds, dice, end)));
    await pause(2_000);
    return report([...rounds.values()].filter(({ sent }) => sent > began + WARM_MS));
  } finally {
    for (const close of closers) close();
  }
}

/** A worker claims their people, and answers whatever their page shows them that they have not answered. */
async function take(desk: DeskClient, people: Person[], rounds: Map<string, Round>, pace: Pace): Promise<() => void> {
  for (const { visitor } of people) {
    const claimed = await insist(() => desk.post(`/conversations/${visitor.conversation}/claim`));
    if (claimed !== 'ok') throw new Error(`A claim was answered with ${claimed}.`);
  }
  const mine = new Set(people.map(({ visitor }) => visitor.conversation));
  return openPage(
    desk,
    mine,
    ({ id, entries }) => {
      for (const { from, text } of entries.slice(-10)) {
        const round = from === 'person' ? rounds.get(text) : undefined;
        if (!round || round.read > 0) continue;
        round.read = round.replied = performance.now();
        void desk.post(`/conversations/${id}/messages`, { text: `about ${text}` });
      }
    },
    pace,
  );
}

async function talk(person: Person, url: string, rounds: Map<string, Round>, dice: Dice, end: number): Promise<void> {
  await pause(dice.between(0, WRITES_EVERY_MS));
  for (let count = 0; performance.now() < end; count += 1) {
    const text = `${person.name} had a letter on day ${count}`;
    rounds.set(text, { sent: performance.now(), read: 0, replied: 0, heard: 0 });
    await say(url, person.visitor, text, `round-${count}`);
    await pause(dice.between(0, 2 * WRITES_EVERY_MS));
  }
}

/** A person's socket, as their page has one. */
async function listen(url: string, { visitor }: Person, rounds: Map<string, Round>): Promise<() => void> {
  const address = `${url}/v3/directline/conversations/${visitor.conversation}?watermark=0`;
  const reply = await fetch(address, { headers: { authorization: `Bearer ${visitor.token}` } });
  const { streamUrl } = (await reply.json()) as { streamUrl: string };
  const socket = new WebSocket(streamUrl);
  socket.on('message', (frame) => {
    const heard = performance.now();
    for (const { text } of JSON.parse(String(frame)).activities as { text?: string }[]) {
      const round = rounds.get(text?.replace(/^about /, '') ?? '');
      if (round && text?.startsWith('about ')) round.heard = heard;
    }
  });
  await new Promise((open, failed) => socket.once('open', open).once('error', failed));
  return () => socket.terminate();
}

function report(rounds: Round[]): LatencyReport {
  const whole = rounds.filter(({ heard }) => heard > 0);
  return {
    there: latencyOf(whole.map(({ sent, read }) => read - sent)),
    back: latencyOf(whole.map(({ replied, heard }) => heard - replied)),
    both: latencyOf(whole.map(({ sent, heard }) => heard - sent)),
    rounds: whole.length,
    unanswered: rounds.length - whole.length,
  };
}
