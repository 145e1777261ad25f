import { z } from 'zod';
import type { Delivery } from '../contract';
import { e164 } from './notify-number';

const text = z.object({
  id: z.string().min(1).max(200),
  source_number: z.string().min(1).max(200),
  destination_number: z.string().min(1).max(200),
  message: z.string(),
});

const receipt = z.object({ reference: z.string().nullish(), status: z.string() });

/** A text somebody sent. */
export interface Texted {
  id: string;
  person: string;
  ours: string;
  text: string;
}

/** A text as Notify hands it on; null when it is not one. */
export function readTexted(body: unknown): Texted | null {
  const { data } = text.safeParse(body);
  if (!data) return null;
  const { id, source_number, destination_number, message } = data;
  return { id, person: e164(source_number), ours: e164(destination_number), text: message };
}

/** By then Notify has tried for as long as it tries. */
const ENDS: Record<string, Pick<Delivery, 'state' | 'code'>> = {
  delivered: { state: 'delivered', code: null },
  'permanent-failure': { state: 'failed', code: 'unreachable' },
  'temporary-failure': { state: 'failed', code: 'expired' },
  'technical-failure': { state: 'failed', code: 'passing' },
};

/** News of a text we sent. `null`: of none of ours, or of nothing that matters. `odd`: it cannot be read. */
export function readReceipt(body: unknown): Delivery | null | 'odd' {
  const { data } = receipt.safeParse(body);
  if (!data) return 'odd';
  const end = ENDS[data.status];
  return end && data.reference ? { row: data.reference, ...end } : null;
}
