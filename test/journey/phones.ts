import { startMeta } from '../../tools/stand-ins/meta';
import { startTwilio } from '../../tools/stand-ins/twilio';
import type { Reached, StandIn } from '../../tools/stand-ins/types';
import { until } from '../redis';

/** What a server that picks its own port calls itself to Twilio, which signs for that. */
const PUBLIC_URL = 'http://localhost:0';
const twilio = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'a-token-of-twilio', number: '+447700900000' };
const meta = { token: 'a-token-of-meta', appSecret: 'a-secret-of-meta', phoneNumberId: '100000000000001' };
const KNOCK = 'You have a reply. Do you want to read it?';

/** One person's phone. */
export interface Phone {
  /** Everything that reached it, oldest first. */
  reached(): Reached[];
  /** Writes, and waits for what comes back to it. */
  writes(text: string, answer?: RegExp): Promise<Reached>;
  /** Waits for a message that reads like this, newer than the `after` oldest. */
  hears(words: RegExp, after?: number): Promise<Reached>;
  taps(message: Reached, label: string): Promise<void>;
}

/** Text messages and WhatsApp, with nobody behind them but the test. `now`: what time it is there. */
export async function startPhones(now: () => number = Date.now) {
  const chance = { now, random: Math.random };
  const sms = await startTwilio({ ...twilio, ...chance, whatsappNumber: '', template: KNOCK, publicUrl: PUBLIC_URL });
  const whatsapp = await startMeta({ ...meta, ...chance, number: '447700900005', template: KNOCK });
  const standIns = { sms, whatsapp };
  return {
    ...standIns,
    /** The settings of a server that they belong to. */
    env: {
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: twilio.authToken,
      TWILIO_NUMBER: twilio.number,
      TWILIO_API_URL: sms.url,
      WHATSAPP_TOKEN: meta.token,
      WHATSAPP_APP_SECRET: meta.appSecret,
      WHATSAPP_VERIFY_TOKEN: 'a-token-to-verify',
      WHATSAPP_PHONE_NUMBER_ID: meta.phoneNumberId,
      WHATSAPP_API_URL: whatsapp.url,
    },
    belongTo(url: string): void {
      for (const each of Object.values(standIns)) each.natter(url);
    },
    phone: (channel: keyof typeof standIns, number: string) => phoneAt(standIns[channel], number),
    async close(): Promise<void> {
      await Promise.all(Object.values(standIns).map((each) => each.close()));
    },
  };
}

export type Phones = Awaited<ReturnType<typeof startPhones>>;

function phoneAt(standIn: StandIn, number: string): Phone {
  const reached = () => standIn.reached.filter(({ to }) => to === number);
  const hears = async (words: RegExp, after = 0): Promise<Reached> => {
    const found = () =>
      reached()
        .slice(after)
        .find(({ text }) => words.test(text));
    await until(async () => found() !== undefined, `${words} does not reach the phone.`, 30_000);
    return found() as Reached;
  };
  return {
    reached,
    hears,
    async writes(text, answer = /./) {
      const before = reached().length;
      taken(await standIn.write(number, text));
      return hears(answer, before);
    },
    async taps(message, label) {
      const choice = message.choices.find((each) => each.label === label);
      taken(await standIn.tap(number, message.id, choice?.id ?? ''));
    },
  };
}

function taken(status: number): void {
  if (status !== 200) throw new Error(`Natter answered ${status}.`);
}
