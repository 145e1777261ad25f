import type { ChannelSettings } from '../../config';
import type { Channel, ChannelDeps, ChannelWords } from '../contract';
import { mountNotify } from './notify-routes';
import { createNotifyCarrier } from './notify-send';

export type NotifySettings = NonNullable<ChannelSettings['notify']>;

/** Text messages through GOV.UK Notify. */
export function openNotify(
  settings: NotifySettings,
  { now, log }: Pick<ChannelDeps, 'now' | 'log'>,
  { picture }: Pick<ChannelWords, 'picture'>,
): Channel {
  return {
    provider: 'notify',
    carrier: createNotifyCarrier(settings, now, picture),
    mount: (server, to) => mountNotify(server, to, settings.inboundToken, log),
  };
}
