import { randomBytes } from 'node:crypto';
import type { ChannelSettings, Config } from '../../config';
import { startMeta } from '../stand-ins/meta';
import { startNotify } from '../stand-ins/notify';
import { startTwilio } from '../stand-ins/twilio';
import type { StandIn } from '../stand-ins/types';

/** Ofcom keeps these numbers for stories and tests: nobody has them. */
export const OURS = { twilio: '+447700900001', whatsapp: '+447700900002', notify: '07700900003' };

const secret = () => randomBytes(24).toString('base64url');
const uuid = () => crypto.randomUUID();

export interface Chance {
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
}

export interface StandIns {
  running: Map<StandIn['provider'], StandIn>;
  /** The settings of every provider: real where they were given, of a stand-in where not. */
  channels: ChannelSettings;
}

/** Starts a stand-in for each provider that is not set up. `template` is what WhatsApp's template says. */
export async function startStandIns(
  { channels, publicUrl, port }: Config,
  template: string,
  chance: Chance,
): Promise<StandIns> {
  const address = publicUrl ?? `http://localhost:${port}`;
  const running: StandIns['running'] = new Map();
  const settings = { ...channels };
  if (!channels.twilio) {
    const keys = { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: secret(), number: OURS.twilio };
    const account = { ...keys, whatsappNumber: OURS.whatsapp };
    const standIn = await startTwilio({ ...account, ...chance, template, publicUrl: address });
    running.set('twilio', standIn);
    settings.twilio = { ...account, whatsappTemplate: `HX${randomBytes(16).toString('hex')}`, apiUrl: standIn.url };
  }
  if (!channels.notify) {
    const account = { apiKey: `try-${uuid()}-${uuid()}`, templateId: uuid(), inboundToken: secret() };
    const standIn = await startNotify({ ...account, ...chance, number: OURS.notify });
    running.set('notify', standIn);
    settings.notify = { ...account, senderId: null, apiUrl: standIn.url };
  }
  if (!channels.meta) {
    const account = { token: secret(), appSecret: secret(), phoneNumberId: '100000000000001' };
    const number = OURS.whatsapp.slice(1);
    const standIn = await startMeta({ ...account, ...chance, number, template });
    running.set('meta', standIn);
    settings.meta = {
      ...account,
      verifyToken: secret(),
      template: 'natter_reply',
      templateLanguage: 'en_GB',
      apiUrl: standIn.url,
    };
  }
  return { running, channels: settings };
}
