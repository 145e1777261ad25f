import type { ChannelSettings } from '../config';
import { openBotFramework } from './botframework';
import type { Channel, ChannelDeps, ChannelWords } from './contract';
import { openNotify } from './sms/notify';
import { openTwilio } from './sms/twilio';
import { openWhatsApp } from './whatsapp';

/** The channels that are configured. Which one is on follows from the settings; all may be. */
export function openChannels(settings: ChannelSettings, deps: ChannelDeps, words: ChannelWords): Channel[] {
  const { twilio, notify, meta, botframework } = settings;
  return [
    ...(twilio ? [openTwilio(twilio, deps)] : []),
    ...(notify ? [openNotify(notify, deps, words)] : []),
    ...(meta ? [openWhatsApp(meta, deps, words)] : []),
    ...(botframework ? [openBotFramework(botframework, deps)] : []),
  ];
}
