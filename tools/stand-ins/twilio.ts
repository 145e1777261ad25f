import type { AddressInfo } from 'node:net';
import { getExpectedTwilioSignature } from 'twilio';
import { segments } from '../../adapters/phone/gsm';
import { createHooks } from './hooks';
import { stopApi } from './json-api';
import { createPhones, type News } from './phones';
import { type Answer, type Asked, createApi } from './twilio-api';
import { attachmentForm, inboundForm, statusForm } from './twilio-forms';
import { createOptOuts } from './twilio-opt-outs';
import { noFaults, type Reached, type StandIn } from './types';

export interface TwilioAccount {
  accountSid: string;
  authToken: string;
  /** Natter's number for text messages, and the one for WhatsApp without a prefix. */
  number: string;
  whatsappNumber: string;
  /** What the approved text says that asks whether they want to read a reply. */
  template: string;
  /** The address that requests are signed for, when it is not the one Natter listens at. */
  publicUrl?: string;
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
}

const WHATSAPP = 'whatsapp:';

/** Twilio on this machine. People are named as Twilio names them: `+447700900001`, `whatsapp:+447700900001`. */
export async function startTwilio(account: TwilioAccount): Promise<StandIn> {
  const faults = noFaults();
  const hooks = createHooks(faults, account.random);
  const phones = createPhones(faults, account.random);
  const optOuts = createOptOuts();
  const callbacks = new Map<string, string>();
  let natter = '';
  // Natter remembers the ids of an earlier start, and would take the same ones for repeats.
  let ids = Math.floor(account.random() * 2 ** 40);

  const newId = () => `SM${(++ids).toString(16).padStart(32, '0')}`;
  const oursFor = (person: string) =>
    person.startsWith(WHATSAPP) ? WHATSAPP + account.whatsappNumber : account.number;

  /** Posts a form to an address of Natter's, signed for the public one. */
  function post(url: string, values: Record<string, string>): Promise<number> {
    const form = { ...values, AccountSid: account.accountSid };
    const { pathname, search } = new URL(url);
    return hooks.post({
      url: natter + pathname + search,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'X-Twilio-Signature': getExpectedTwilioSignature(account.authToken, url, form),
      },
      body: new URLSearchParams(form).toString(),
    });
  }

  function show(id: string, to: string, text: string, kind: 'text' | 'template'): Reached {
    const choices = kind === 'template' ? [{ id: 'open', label: 'Open' }] : [];
    const cost = to.startsWith(WHATSAPP) ? null : segments(text);
    return phones.show({ id, to, text, choices, kind, segments: cost, at: account.now() });
  }

  async function take({ to, from, body, template, callback }: Asked): Promise<Answer> {
    if (faults.tooMany > 0) {
      faults.tooMany -= 1;
      return { status: 429, code: 20429 };
    }
    if (from !== oursFor(to)) return { status: 400, code: 21606 };
    if (optOuts.has(to)) return { status: 400, code: 21610 };
    const id = newId();
    callbacks.set(id, callback.replace(/#.*$/, ''));
    const shown = template ? show(id, to, account.template, 'template') : show(id, to, body, 'text');
    await phones.tellAll(fate(shown), (news) => tell(id, news));
    const lost = faults.lostAnswers > 0;
    if (lost) faults.lostAnswers -= 1;
    return { sid: id, lost };
  }

  /** The window is only found to be closed after the message was taken. */
  function fate({ to, kind }: Reached): News[] {
    if (faults.windowClosed && to.startsWith(WHATSAPP) && kind !== 'template')
      return [{ state: 'failed', code: '63016' }];
    return [{ state: 'sent' }, faults.undelivered ? { state: 'failed', code: '30003' } : { state: 'delivered' }];
  }

  async function tell(id: string, { state, code }: News): Promise<number> {
    const message = phones.find(id);
    phones.settle(message, state);
    const callback = callbacks.get(id);
    const { to } = message;
    const status = state === 'failed' ? 'undelivered' : state;
    return callback ? post(callback, statusForm({ id, to, from: oursFor(to) }, status, code)) : 200;
  }

  function arrive(from: string, more: Record<string, string>, id = newId()): Promise<number> {
    // Whoever writes opens the window.
    if (from.startsWith(WHATSAPP)) faults.windowClosed = false;
    const url = `${account.publicUrl ?? natter}/channels/twilio/messages`;
    return post(url, inboundForm(from, oursFor(from), id, more));
  }

  const server = createApi(account, take);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));

  return {
    provider: 'twilio',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    natter: (url) => {
      natter = url.replace(/\/$/, '');
    },
    faults,
    reached: phones.reached,
    watch: phones.watch,
    write: (from, text, id) => {
      const told = optOuts.heard(from, text);
      if (told) phones.settle(show(newId(), from, told, 'text'), 'delivered');
      return arrive(from, { Body: text }, id);
    },
    tap: async (from, message, choice) => {
      const label = phones.find(message).choices.find(({ id }) => id === choice)?.label;
      if (label === undefined) throw new Error('This message has no such choice.');
      const tapped = { Body: label, ButtonText: label, ButtonPayload: choice };
      return arrive(from, { ...tapped, OriginalRepliedMessageSid: message });
    },
    attach: (from, sent) => arrive(from, attachmentForm(sent)),
    report: (message, state, code) => tell(message, { state, ...(code === undefined ? {} : { code }) }),
    close: async () => {
      await stopApi(server);
      await hooks.close();
    },
  };
}
