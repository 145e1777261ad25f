import type { Line } from './line';
import type { TalkerName } from './types';

/** Somebody in one conversation with one contender. */
export interface Visitor {
  /** Says the next thing. `id` names it in the transcript. True when it was acknowledged as it should be. */
  say(line: Line, id: string): Promise<boolean>;
  /** Where the reply can be listened for; null where it comes with the acknowledgement. */
  stream: string | null;
}

/** A loop of choices: the hello and the menu offer the first, and each leads to what offers the next. A test plays it, since content changes. */
export const CHOICES = ['Where do I start?', 'Just let me say it', 'See the list'];
/** What people write in their own words, of ordinary lengths. Nothing about danger, which would lead elsewhere. */
const WORDS = [
  "I'm behind with the rent and the landlord keeps ringing",
  'my son wont go to school and i dont know what to do any more',
  'It has been a long week. I look after my mum and there is nobody to take over, so I never get out.',
  'just feel flat really',
  "They cut my hours at work and now we can't cover the shopping. I hate asking anybody for help.",
  'we argue all the time about money and the kids can hear it',
];
/** In a mixed load, one conversation in this many writes in its own words. */
const WRITES_OWN_WORDS = 4;

const encode = encodeURIComponent;

/** Begins conversation number `index`. */
export function arrive(talker: TalkerName, line: Line, index: number): Promise<Visitor> {
  switch (talker) {
    case 'choices':
      return directLine(line, CHOICES);
    case 'words':
      return directLine(line, WORDS);
    case 'mixed':
      return directLine(line, index % WRITES_OWN_WORDS === 0 ? WORDS : CHOICES);
    case 'floor':
      return Promise.resolve(floor());
    case 'botbuilder':
      return Promise.resolve(botFramework(index));
  }
}

async function directLine(line: Line, texts: string[]): Promise<Visitor> {
  const root = '/v3/directline';
  const made = JSON.parse((await line.send('POST', `${root}/tokens/generate`, {})).body) as { token: string };
  const started = await line.send('POST', `${root}/conversations`, { Authorization: `Bearer ${made.token}` });
  if (started.status !== 201) throw new Error(`No conversation could be started: ${started.status}.`);
  const { conversationId, token, streamUrl } = JSON.parse(started.body) as Record<string, string>;
  const visitor = posting(`${root}/conversations/${encode(conversationId ?? '')}/activities`, token ?? '', texts);
  return { ...visitor, stream: streamUrl ?? null };
}

/** Posts the same request to anything that takes it at that address. */
function posting(path: string, token: string, texts: string[]): Visitor {
  const headers = { Authorization: `Bearer ${token}` };
  let said = 0;
  return {
    stream: null,
    async say(line, id) {
      const text = texts[said++ % texts.length];
      const activity = { type: 'message', text, from: { id: 'person' }, channelData: { clientActivityID: id } };
      return (await line.send('POST', path, headers, JSON.stringify(activity))).status === 200;
    },
  };
}

/** Exactly what is sent to Natter, down to a token of the same length. */
function floor(): Visitor {
  return posting('/v3/directline/conversations/AAAAAAAAAAAAAAAAAAAAAAAA/activities', 'x'.repeat(185), CHOICES);
}

/** Bot Framework's own protocol; the reply comes in the answer. */
function botFramework(index: number): Visitor {
  const activity = {
    type: 'message',
    channelId: 'emulator',
    serviceUrl: 'http://127.0.0.1',
    from: { id: `person-${index}`, name: '' },
    recipient: { id: 'bot', name: 'Bot' },
    conversation: { id: `conversation-${index}-${Math.random()}` },
    deliveryMode: 'expectReplies',
  };
  let said = 0;
  return {
    stream: null,
    async say(line, id) {
      const text = CHOICES[said++ % CHOICES.length];
      const answer = await line.send('POST', '/api/messages', {}, JSON.stringify({ ...activity, id, text }));
      return answer.status === 200 && (JSON.parse(answer.body) as { activities: unknown[] }).activities.length > 0;
    },
  };
}
