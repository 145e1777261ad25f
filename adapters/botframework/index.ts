import type { ChannelSettings } from '../../config';
import type { Channel, ChannelDeps } from '../contract';
import { createCarrier } from './carrier';
import { createDoor } from './door';
import { mountMessages } from './messages';

export type BotFrameworkSettings = NonNullable<ChannelSettings['botframework']>;

/**
 * Bot Framework channels: Teams, Direct Line, Web Chat, Omnichannel and the others that Azure Bot Service connects.
 * `POST /api/messages` is the way in. `endpoints`: where tokens and keys come from, when it is not Microsoft's public cloud.
 */
export function openBotFramework(
  settings: BotFrameworkSettings,
  deps: ChannelDeps,
  endpoints: Record<string, string> = {},
): Channel {
  const door = createDoor(settings, endpoints);
  return {
    provider: 'botframework',
    carrier: createCarrier(door, settings.appId),
    mount: (server, to) => mountMessages(server, to, { door, open: settings.appId === null, ...deps }),
  };
}
