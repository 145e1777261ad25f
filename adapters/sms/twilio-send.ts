import type { Twilio } from 'twilio';
import type { Carrier, Posted, Sent } from '../contract';
import { refusal } from './twilio-codes';
import { parts } from './twilio-render';

/** Where Twilio reports what became of a message. */
export const STATUS_ROUTE = '/channels/twilio/status';
/** Twilio asks again when we could not keep what it said: by itself it does so only when it cannot connect. */
const AGAIN = '#rc=5&rp=5xx,ct,rt';

/** How messages go out through Twilio. `template`: the approved text that asks whether they want to read a reply on WhatsApp. */
export function createCarrier(client: Pick<Twilio, 'messages'>, publicUrl: string, template: string | null): Carrier {
  const statusCallback = (row: string) => `${publicUrl}${STATUS_ROUTE}?${new URLSearchParams({ row })}${AGAIN}`;

  async function post({ row, address }: Posted, what: { body: string } | { contentSid: string }): Promise<Sent> {
    const { person: to, ours: from } = address;
    try {
      // Twilio takes no key against repeats: what was taken but not answered, or not recorded, may be sent twice.
      const { sid } = await client.messages.create({ to, from, ...what, statusCallback: statusCallback(row) });
      return { ok: true, providerId: sid };
    } catch (error) {
      const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
      if (typeof status !== 'number') throw error;
      return refusal(typeof code === 'number' ? code : undefined, status);
    }
  }

  return {
    parts,
    send: (posted) => post(posted, { body: posted.activity.text ?? '' }),
    ...(template ? { knock: (posted: Posted) => post(posted, { contentSid: template }) } : {}),
  };
}
