import type { Activity } from 'botbuilder';

/** A person on the web, speaking Direct Line with plain requests. */
export interface Visitor {
  conversation: string;
  token: string;
}

/** Longer than Natter takes to say that its store is away. */
const PATIENCE_MS = 20_000;
const json = { 'content-type': 'application/json' };

export async function arrive(url: string): Promise<Visitor> {
  const made = (await (await fetch(`${url}/v3/directline/tokens/generate`, { method: 'POST' })).json()) as {
    token: string;
  };
  const reply = await fetch(`${url}/v3/directline/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${made.token}` },
  });
  const { conversationId, token } = (await reply.json()) as { conversationId: string; token: string };
  return { conversation: conversationId, token };
}

/** Says something. True when it was acknowledged. */
export async function say(url: string, { conversation, token }: Visitor, text: string, id: string): Promise<boolean> {
  const body = JSON.stringify({ type: 'message', text, from: { id: 'person' }, channelData: { clientActivityID: id } });
  try {
    const reply = await fetch(`${url}/v3/directline/conversations/${conversation}/activities`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${token}` },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await reply.text();
    return reply.ok;
  } catch {
    return false;
  }
}

/** Everything the person can see, oldest first. It comes a page at a time. */
export async function transcript(url: string, { conversation, token }: Visitor): Promise<Partial<Activity>[]> {
  const all: Partial<Activity>[] = [];
  for (let watermark = '0', before = ''; watermark !== before; ) {
    const reply = await fetch(`${url}/v3/directline/conversations/${conversation}/activities?watermark=${watermark}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const page = (await reply.json()) as { activities: Partial<Activity>[]; watermark: string };
    all.push(...page.activities);
    before = watermark;
    watermark = page.watermark;
  }
  return all;
}
