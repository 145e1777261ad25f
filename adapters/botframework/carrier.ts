import type { Activity, ConversationReference } from 'botbuilder';
import type { Carrier, FailCode, Posted, Sent } from '../contract';
import type { Door } from './door';
import { ChannelError } from './once';
import { forChannel, parts } from './render';

const MOST_PAUSE_MS = 10 * 60_000;

/** What a channel means by a status. What is not here can pass, so it is tried again. */
const REFUSALS: Record<number, FailCode> = {
  400: 'refused',
  403: 'blocked',
  404: 'unreachable',
  405: 'refused',
  410: 'unreachable',
  413: 'refused',
};

/** Sends through the channel that the person wrote from. */
export function createCarrier(door: Door, appId: string | null): Carrier {
  return {
    events: true,
    parts,
    async send({ activity, address }: Posted): Promise<Sent> {
      const reference = address.detail as ConversationReference;
      const shown = forChannel(activity, reference.channelId, address.person);
      try {
        return { ok: true, providerId: await say(door, appId ?? '', reference, shown) };
      } catch (error) {
        return outcome(error, activity);
      }
    },
  };
}

/** Returns the channel's id of it, which some channels do not give. */
async function say(
  door: Door,
  appId: string,
  reference: Partial<ConversationReference>,
  activity: Partial<Activity>,
): Promise<string> {
  let id = '';
  await door.continueConversationAsync(appId, reference, async (context) => {
    // It answers what they last wrote. Made up, as the library does it, some clients wait for what it answers.
    Object.assign(context.activity, { id: reference.activityId });
    id = (await context.sendActivity(activity))?.id ?? '';
  });
  return id;
}

function outcome(error: unknown, { type }: Partial<Activity>): Sent {
  if (!(error instanceof ChannelError)) return { ok: false, retry: true, code: 'passing' };
  const code = REFUSALS[error.status];
  // A channel that has no word for a handoff may say so. That is no message that did not arrive.
  if (code && type !== 'message') return { ok: true, providerId: '' };
  if (code) return { ok: false, retry: false, code };
  if (error.status === 429) return { ok: false, retry: true, code: 'rate', pauseMs: pauseOf(error) };
  return { ok: false, retry: true, code: error.status === 401 ? 'settings' : 'passing' };
}

function pauseOf({ retryAfter }: ChannelError): number {
  const seconds = Number(retryAfter ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds * 1000, 0), MOST_PAUSE_MS) : 0;
}
