import type { Activity } from 'botbuilder';

/** A person on the web, speaking Direct Line with plain requests. */
export interface Visitor {
  conversation: string;
  token: string;
}

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
    });
    await reply.text();
    return reply.ok;
  } catch {
    return false;
  }
}

/** Everything the person can see, oldest first. */
export async function transcript(url: string, { conversation, token }: Visitor): Promise<Partial<Activity>[]> {
  const reply = await fetch(`${url}/v3/directline/conversations/${conversation}/activities`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { activities } = (await reply.json()) as { activities: Partial<Activity>[] };
  return activities;
}
