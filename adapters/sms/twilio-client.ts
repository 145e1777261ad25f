import { RequestClient, Twilio } from 'twilio';
import type Requests from 'twilio/lib/base/RequestClient';
import type { ChannelSettings } from '../../config';

export type TwilioSettings = NonNullable<ChannelSettings['twilio']>;

/** Less than a message on its way out is held for. */
const TIMEOUT_MS = 15_000;

/** Sends what is meant for Twilio somewhere else: to a stand-in on the same machine. */
class Elsewhere extends RequestClient {
  constructor(private readonly base: URL) {
    super({ timeout: TIMEOUT_MS });
  }

  override request<T>(options: Requests.RequestOptions<T>) {
    const { pathname, search } = new URL(options.uri);
    const uri = new URL(this.base.pathname.replace(/\/$/, '') + pathname + search, this.base).href;
    return super.request({ ...options, uri });
  }
}

/** A client of the account. Says nothing, whatever the environment asks: its log would hold numbers and words. */
export function openClient({ accountSid, authToken, apiUrl }: TwilioSettings): Twilio {
  const httpClient = apiUrl ? new Elsewhere(new URL(apiUrl)) : new RequestClient({ timeout: TIMEOUT_MS });
  return new Twilio(accountSid, authToken, { httpClient, logLevel: 'none' });
}
