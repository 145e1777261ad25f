import { openBotFramework } from '../../../adapters/botframework';
import type { Channel } from '../../../adapters/contract';
import { serve } from '../correspondence';

export interface Settings {
  appId?: string;
  appPassword?: string;
  endpoints?: Record<string, string>;
}

const TEN = Date.parse('2026-11-22T10:00:00Z');

/** The channel on a real server, without an app id unless one is given. */
export async function startBotFramework({ appId, appPassword, endpoints = {} }: Settings = {}) {
  const settings = { appId: appId ?? null, appPassword: appPassword ?? null, tenantId: null };
  let channel: Channel | undefined;
  const served = await serve((log) => {
    channel = openBotFramework(settings, { publicUrl: 'http://localhost', now: () => TEN, log }, endpoints);
    return channel;
  });
  const url = `${served.url}/api/messages`;
  return {
    ...served,
    carrier: (channel as Channel).carrier,
    post: (body: string, headers: Record<string, string> = {}) =>
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }),
  };
}
