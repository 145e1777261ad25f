import type { ChannelSettings } from '../../config';
import type { Address, Carrier, Channel, ChannelDeps, Posted } from '../contract';
import { type Graph, post } from './graph';
import type { MenuWords } from './menu';
import { contentOf, partsOf } from './render';
import { mountWebhook } from './routes';
import { createSigns, type Signs } from './signs';

export type MetaSettings = NonNullable<ChannelSettings['meta']>;

/** WhatsApp through Meta's own Cloud API. */
export function openWhatsApp(settings: MetaSettings, { log }: Pick<ChannelDeps, 'log'>, words: MenuWords): Channel {
  const signs = createSigns();
  return {
    provider: 'meta',
    carrier: createCarrier(settings, words, signs),
    mount: (server, to) => mountWebhook(server, to, { settings, signs, log }),
  };
}

function createCarrier(settings: MetaSettings, words: MenuWords, signs: Signs): Carrier {
  const send = async ({ address, row, attempts }: Posted, content: object) => {
    await signs.settled(address.person);
    return post(
      settings satisfies Graph,
      address.ours,
      { recipient_type: 'individual', ...addressee(address), biz_opaque_callback_data: row, ...content },
      attempts,
    );
  };
  const { template: name, templateLanguage: code } = settings;
  return {
    parts: (said) => partsOf(said, words),
    send: (posted) => send(posted, contentOf(posted.activity)),
    knock: (posted) => send(posted, { type: 'template', template: { name, language: { code } } }),
  };
}

/** A number goes under `to`; whoever has not told theirs is reached by their user id. */
const addressee = ({ person }: Address) => (/^\d+$/.test(person) ? { to: person } : { recipient: person });
