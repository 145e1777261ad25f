import { z } from 'zod';
import type { Sent } from '../contract';
import { refusal } from './errors';

/** Where and as whom we send. */
export interface Graph {
  /** With the version, without a slash at the end. */
  apiUrl: string;
  token: string;
}

const TIMEOUT_MS = 15_000;

const taken = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });
const failed = z.object({ error: z.object({ code: z.number() }) });

/**
 * Posts to the messages of one of our numbers. `attempts`: tries that ended before this one.
 * Throws when there is no answer at all, or none that can be read.
 */
export async function post(graph: Graph, phoneNumberId: string, body: object, attempts = 0): Promise<Sent> {
  const reply = await fetch(`${graph.apiUrl}/${encodeURIComponent(phoneNumberId)}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${graph.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
    // Nobody may send our token and their words elsewhere.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const told: unknown = await reply.json().catch(() => null);
  if (reply.ok) return { ok: true, providerId: taken.safeParse(told).data?.messages[0]?.id ?? '' };
  return refusal(failed.safeParse(told).data?.error.code ?? null, reply.status, attempts);
}
