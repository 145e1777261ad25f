import { randomUUID } from 'node:crypto';
import { segments } from '../../adapters/phone/gsm';
import { createHooks } from './hooks';
import { type Answered, type Asked as Request, startApi, stopApi } from './json-api';
import { type Asked, isSigned, onThePhone, type Refusal, readAsked } from './notify-asked';
import { createPhones, type News } from './phones';
import { noFaults, type StandIn } from './types';

export interface NotifyAccount {
  apiKey: string;
  templateId: string;
  /** The bearer token of both callbacks. */
  inboundToken: string;
  /** The number people text, as Notify writes it: `07700987654`. */
  number: string;
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
}

const SEND = '/v2/notifications/sms';

/** GOV.UK Notify on this machine. People are named by number: `+447700900001`. */
export async function startNotify(account: NotifyAccount): Promise<StandIn> {
  const faults = noFaults();
  const hooks = createHooks(faults, account.random);
  const phones = createPhones(faults, account.random);
  const references = new Map<string, string | null>();
  let natter = '';

  const post = (route: string, body: object) =>
    hooks.post({
      url: `${natter}/channels/notify/${route}`,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${account.inboundToken}` },
      body: JSON.stringify(body),
    });

  async function answer({ method, path, authorization, body }: Request): Promise<Answered> {
    if (method !== 'POST' || path !== SEND) return refused({ status: 404, error: 'NotFound', message: 'Not found' });
    if (!isSigned(account.apiKey, authorization, Date.now()))
      return refused({ status: 403, error: 'AuthError', message: 'Invalid token: signature, api token not found' });
    if (faults.tooMany > 0) {
      faults.tooMany -= 1;
      return refused({ status: 429, error: 'RateLimitError', message: 'Exceeded rate limit for key type LIVE' });
    }
    const asked = readAsked(body, account.templateId);
    return 'error' in asked ? refused(asked) : take(asked);
  }

  async function take({ phone_number: to, personalisation, reference }: Asked): Promise<Answered> {
    const id = randomUUID();
    const text = onThePhone(personalisation?.message ?? '');
    references.set(id, reference ?? null);
    phones.show({ id, to, text, kind: 'text', choices: [], segments: segments(text), at: account.now() });
    const end: News = faults.undelivered ? { state: 'failed' } : { state: 'delivered' };
    await phones.tellAll([end], (news) => tell(id, news));
    const lost = faults.lostAnswers > 0;
    if (lost) faults.lostAnswers -= 1;
    return {
      status: 201,
      lost,
      body: { id, reference: reference ?? null, content: { body: text, from_number: account.number } },
    };
  }

  /** `code`: which of Notify's three kinds of failure. */
  function tell(id: string, { state, code = 'permanent-failure' }: News): Promise<number> {
    const message = phones.find(id);
    phones.settle(message, state);
    return post('receipts', {
      id,
      reference: references.get(id) ?? null,
      to: message.to.replace('+', ''),
      status: state === 'failed' ? code : 'delivered',
      created_at: new Date(message.at).toISOString(),
      completed_at: new Date(account.now()).toISOString(),
      notification_type: 'sms',
      template_id: account.templateId,
      template_version: 1,
    });
  }

  const arrive = (from: string, message: string, id: string = randomUUID()) =>
    post('messages', {
      id,
      source_number: from.replace('+', ''),
      destination_number: account.number,
      message,
      date_received: new Date(account.now()).toISOString(),
    });

  const { url, server } = await startApi(answer);
  return {
    provider: 'notify',
    url,
    natter: (address) => {
      natter = address.replace(/\/$/, '');
    },
    faults,
    reached: phones.reached,
    watch: phones.watch,
    write: arrive,
    tap: async () => {
      throw new Error('There is nothing to tap in a text message.');
    },
    // A picture message does not get through to Notify at all; phones show the person that it failed.
    attach: async () => 0,
    report: async (message, state, code) =>
      state === 'read' ? 0 : tell(message, { state, ...(code !== undefined && { code }) }),
    close: async () => {
      await stopApi(server);
      await hooks.close();
    },
  };
}

const refused = ({ status, error, message }: Refusal): Answered => ({
  status,
  body: { status_code: status, errors: [{ error, message }] },
});
