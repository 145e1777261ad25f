import { getExpectedTwilioSignature } from 'twilio';
import { openTwilio } from '../../../adapters/sms/twilio';
import type { TwilioSettings } from '../../../adapters/sms/twilio-client';
import { serve } from '../correspondence';

export const PUBLIC_URL = 'https://natter.example.org';
export const settings: TwilioSettings = {
  accountSid: 'AC00000000000000000000000000000001',
  authToken: 'a-token-of-twilio',
  number: '+447700900000',
  whatsappNumber: '+447700900005',
  whatsappTemplate: 'HX00000000000000000000000000000001',
  apiUrl: null,
};

export type Values = Record<string, string>;

export interface Request {
  route: string;
  query?: string;
  form: Values;
}

/** A real restify server with the Twilio routes on it. */
export async function startServer() {
  const served = await serve((log) => openTwilio(settings, { publicUrl: PUBLIC_URL, log }));

  /** Posts a body as it is. */
  async function post(path: string, body: string, headers: Values) {
    const type = { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' };
    const answer = await fetch(served.url + path, { method: 'POST', headers: { ...type, ...headers }, body });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  }

  return {
    ...served,
    post,
    /** Posts what Twilio would, signed by the provider's own library. */
    hook({ route, query, form }: Request) {
      const path = pathOf({ route, query });
      const signature = getExpectedTwilioSignature(settings.authToken, PUBLIC_URL + path, form);
      return post(path, new URLSearchParams(form).toString(), { 'X-Twilio-Signature': signature });
    },
  };
}

export const pathOf = ({ route, query }: { route: string; query?: string | undefined }) =>
  `/channels/twilio/${route}${query === undefined ? '' : `?${query}`}`;
