import type { Activity } from '../../web/chat/activity';
import type { Conversations } from '../contract';

const REPLY_MS = 2_000;
/** Once the message itself is in the transcript a reply is there too, or comes from a worker, who takes longer than this. */
const AFTER_MS = 500;
const LOOK_MS = 250;

/** Waits a little for an answer to a message, so that a page that cannot update itself shows it. */
export async function waitForReply(
  conversations: Conversations,
  conversation: string,
  clientId: string,
): Promise<void> {
  const started = performance.now();
  let until = started + REPLY_MS;
  let changed: () => void = () => undefined;
  const unwatch = conversations.watch((id) => {
    if (id === conversation) changed();
  });
  try {
    for (;;) {
      const change = new Promise<void>((resolve) => {
        changed = resolve;
      });
      const activities = await transcript(conversations, conversation);
      const own = activities.findIndex((activity) => activity.channelData?.clientActivityID === clientId);
      const answered = own >= 0 && activities.slice(own + 1).some(({ from }) => from?.role !== 'user');
      if (own >= 0) until = Math.min(until, performance.now() + AFTER_MS);
      const left = until - performance.now();
      if (answered || left <= 0) return;
      await Promise.race([change, pause(Math.min(left, LOOK_MS))]);
    }
  } finally {
    unwatch();
  }
}

/** Everything the person can see. */
export async function transcript(conversations: Conversations, conversation: string): Promise<Activity[]> {
  const all: Activity[] = [];
  for (let after = 0; ; ) {
    const { activities, watermark } = await conversations.activities(conversation, after);
    all.push(...(activities as Activity[]));
    if (watermark <= after) return all;
    after = watermark;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
