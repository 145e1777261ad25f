import type { Activity } from 'botbuilder';
import { pause } from '../../test/store/contract/given';
import { say, type Visitor } from '../faults/direct-line';
import { insist } from './desk';
import { acknowledged, type Record, recorded } from './record';

const HEAR_MS = 20_000;
const LOOK_MS = 50;

/** A person on the web who asks for a worker, writes, leaves, and comes back. */
export interface Person {
  name: string;
  record: Record;
  visitor: Visitor;
  /** Until they wait for one. */
  wants(): Promise<void>;
  writes(): Promise<void>;
  stops(): Promise<void>;
}

/** @param url the process their page is at. */
export function createPerson(name: string, url: string, visitor: Visitor, record: Record): Person {
  let count = 0;
  let watermark = '0';

  /** What Natter has said since they last looked. */
  async function looks(): Promise<Partial<Activity>[]> {
    const address = `${url}/v3/directline/conversations/${visitor.conversation}/activities?watermark=${watermark}`;
    const reply = await fetch(address, { headers: { authorization: `Bearer ${visitor.token}` } });
    const page = (await reply.json()) as { activities?: Partial<Activity>[]; watermark?: string };
    watermark = page.watermark ?? watermark;
    return page.activities ?? [];
  }
  async function says(text: string): Promise<void> {
    count += 1;
    const id = `${name}-${count}`;
    await insist(async () => (await say(url, visitor, text, id)) || null);
  }
  /** Says something that Natter answers, and waits for the answer. */
  async function asks(text: string): Promise<Partial<Activity>[]> {
    while ((await looks()).length > 0);
    await says(text);
    const heard: Partial<Activity>[] = [];
    for (const end = Date.now() + HEAR_MS; Date.now() < end; await pause(LOOK_MS)) {
      heard.push(...(await looks()));
      const own = heard.findIndex((activity) => activity.text === text);
      if (own >= 0 && heard.slice(own).some(({ from }) => from?.role !== 'user')) return heard;
    }
    return heard;
  }
  async function untilWaiting(): Promise<'ok'> {
    for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) {
      const heard = await asks(text);
      if (heard.some((activity) => activity.name === 'handoff.initiate')) return 'ok';
    }
    throw new Error('Somebody asked for a worker, and is not waiting for one.');
  }

  return {
    name,
    record,
    visitor,
    async wants() {
      record.resting = false;
      record.wanted += 1;
      await recorded(record, { act: 'wants' }, untilWaiting);
    },
    async writes() {
      const text = `the kettle is on ${count}`;
      await says(text);
      acknowledged(record, 'person', text);
    },
    async stops() {
      await recorded(record, { act: 'stops' }, async () => {
        await asks('stop waiting');
        return 'ok';
      });
      record.resting = true;
    },
  };
}
