import { NotifyClient } from 'notifications-node-client';
import { z } from 'zod';
import type { Carrier, Sent } from '../contract';
import type { NotifySettings } from './notify';
import { isNumber } from './notify-number';
import { partsOf } from './notify-render';
import { createPace } from './pace';

const TIMEOUT_MS = 15_000;
/** A day's or a trial's allowance is used up: asking again soon does not help. */
const LONG_PAUSE_MS = 10 * 60_000;

const failed = z.object({
  response: z.object({
    status: z.number(),
    data: z.object({ errors: z.array(z.object({ error: z.string(), message: z.string() })) }).catch({ errors: [] }),
  }),
});

/** Sends through GOV.UK Notify, by a template that holds nothing but `((message))`. */
export function createNotifyCarrier(settings: NotifySettings, now: () => number, picture: string): Carrier {
  const { apiKey, apiUrl, templateId, senderId } = settings;
  const client = apiUrl ? new NotifyClient(apiUrl, apiKey) : new NotifyClient(apiKey);
  client.setClient(client.apiClient.restClient.create({ timeout: TIMEOUT_MS, maxRedirects: 0 }));
  const pace = createPace(now);
  return {
    parts: (said) => partsOf(said, picture),
    async send({ row, address: { person }, activity }): Promise<Sent> {
      const text = activity.text ?? '';
      if (!isNumber(person)) return { ok: false, retry: false, code: 'bad-address' };
      const paced = pace.next(person, text);
      if ('pauseMs' in paced) return { ok: false, retry: true, code: 'rate', ...paced };
      const options = { personalisation: { message: paced.text }, reference: row };
      try {
        const { data } = await client.sendSms(templateId, person, {
          ...options,
          ...(senderId && { smsSenderId: senderId }),
        });
        pace.sent(person, text);
        return { ok: true, providerId: data.id };
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

/** What an error of Notify's client means. It is never logged: it holds the request, with number and words. */
export function refusal(error: unknown): Extract<Sent, { ok: false }> {
  const { status, data } = failed.safeParse(error).data?.response ?? { status: 0, data: { errors: [] } };
  const told = data.errors.map((one) => `${one.error}: ${one.message}`).join(' ');
  if (status === 429) return { ok: false, retry: true, code: 'rate', ...(daily(told) && { pauseMs: LONG_PAUSE_MS }) };
  if (status === 401 || status === 403) return { ok: false, retry: true, code: 'settings' };
  if (status < 400 || status >= 500) return { ok: false, retry: true, code: 'passing' };
  if (/phone.?number|not a valid (phone|uk mobile)/i.test(told))
    return { ok: false, retry: false, code: 'bad-address' };
  if (/team-only|trial mode|international|sms_sender/i.test(told)) return { ok: false, retry: false, code: 'settings' };
  if (/template|personalisation/i.test(told) && !/character/i.test(told))
    return { ok: false, retry: false, code: 'template' };
  return { ok: false, retry: false, code: 'refused' };
}

const daily = (told: string) => /TooManyRequestsError|send limits/i.test(told);
