import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import { plainSigns } from '../../adapters/phone/gsm';
import type { StandIn } from '../../tools/stand-ins/types';

/** One person's end of a channel, as they have it in their hands. */
export interface Line {
  /** What is heard before they write: the page says hello, a phone does not. */
  opens(): Promise<void>;
  /** They write, or pick one of the choices they last saw. */
  says(text: string): Promise<void>;
  /** Everything they have seen so far, the labels of choices too. */
  seen(): Promise<string[]>;
}

const PERSON = '+447700900001';
const JSON_TYPE = { 'content-type': 'application/json' };

const labels = ({ suggestedActions }: Partial<Activity>) => (suggestedActions?.actions ?? []).map(({ title }) => title);
const wordsOf = (activity: Partial<Activity>) => [activity.text ?? '', ...labels(activity)];

/** A phone behind a provider. `byNumber`: choices are answered with their number, as people do; else tapped or written. */
export function phone(standIn: StandIn, byNumber: boolean, person = PERSON): Line {
  const mine = () => standIn.reached.filter(({ to }) => to === person);
  return {
    opens: async () => undefined,
    async says(text) {
      const last = mine().findLast(({ choices }) => choices.length > 0);
      const choice = last?.choices.find(({ label }) => label === text);
      if (last && choice) return taken(await standIn.tap(person, last.id, choice.id));
      const number = new RegExp(`^(\\d+)\\. ${text}$`, 'm').exec(mine().at(-1)?.text ?? '')?.[1];
      return taken(await standIn.write(person, byNumber && number ? number : text));
    },
    seen: async () => mine().flatMap(({ text, choices }) => [text, ...choices.map(({ label }) => label)]),
  };
}

function taken(status: number): void {
  if (status !== 200) throw new Error(`Natter answered ${status}.`);
}

/** A client of Direct Line. `api`: with the path, without a slash at the end. */
export function directLine(api: string): Line {
  let headers: Record<string, string> = JSON_TYPE;
  let id = '';
  return {
    async opens() {
      const begun = await fetch(`${api}/tokens/generate`, { method: 'POST', headers });
      const { token } = (await begun.json()) as { token: string };
      headers = { ...JSON_TYPE, authorization: `Bearer ${token}` };
      const opened = await fetch(`${api}/conversations`, { method: 'POST', headers });
      id = ((await opened.json()) as { conversationId: string }).conversationId;
    },
    async says(text) {
      const body = JSON.stringify({ type: 'message', text, from: { id: 'me' } });
      taken((await fetch(`${api}/conversations/${id}/activities`, { method: 'POST', headers, body })).status);
    },
    async seen() {
      const answer = await fetch(`${api}/conversations/${id}/activities?watermark=0`, { headers });
      const { activities } = (await answer.json()) as { activities: Partial<Activity>[] };
      return activities.filter(({ from }) => from?.role !== 'user').flatMap(wordsOf);
    },
  };
}

/** A Bot Framework channel of its own, which posts to the bot and is posted to. */
export async function botFramework(bot: string): Promise<Line & { close(): Promise<void> }> {
  const shown: Partial<Activity>[] = [];
  const service = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    shown.push(JSON.parse(body) as Partial<Activity>);
    // Not chained: restify changes `writeHead` of every server in the process.
    res.writeHead(200, JSON_TYPE);
    res.end(JSON.stringify({ id: `shown-${shown.length}` }));
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  let sent = 0;
  const post = async (activity: Partial<Activity>) => {
    sent += 1;
    const whole = {
      ...{ id: `sent-${sent}`, channelId: 'webchat', conversation: { id: 'chat-1' }, recipient: { id: 'natter' } },
      ...{ serviceUrl: `http://127.0.0.1:${(service.address() as AddressInfo).port}`, from: { id: 'someone' } },
      ...activity,
    };
    taken(
      (await fetch(`${bot}/api/messages`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(whole) })).status,
    );
  };
  return {
    opens: () => post({ type: 'conversationUpdate', membersAdded: [{ id: 'someone', name: '' }] }),
    says: (text) => post({ type: 'message', text }),
    seen: async () => shown.filter(({ type }) => type === 'message').flatMap(wordsOf),
    async close() {
      service.closeAllConnections();
      await new Promise((done) => service.close(done));
    },
  };
}

/** Words as they can be compared, whatever a channel did to signs, lines and lists. */
export const bare = (text: string): string =>
  plainSigns(text)
    .replace(/^\d+\. /gm, '')
    .replace(/\s+/g, ' ')
    .trim();
