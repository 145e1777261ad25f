import type { Request, Response } from 'restify';
import type { Channel, ChannelDeps, Correspondence } from '../contract';
import { HttpError, queryOf } from '../http';
import { openClient, type TwilioSettings } from './twilio-client';
import { type Inbound, PROVIDER, readInbound } from './twilio-inbound';
import { createCarrier, STATUS_ROUTE } from './twilio-send';
import { type Form, isSigned, readForm } from './twilio-signature';
import { readStatus } from './twilio-status';

const MESSAGES_ROUTE = '/channels/twilio/messages';

/** Text messages and WhatsApp through Twilio. The prefix of a number (`whatsapp:`) tells which. */
export function openTwilio(
  settings: TwilioSettings,
  { publicUrl, log }: Pick<ChannelDeps, 'publicUrl' | 'log'>,
): Channel {
  const own = [settings.number, settings.whatsappNumber].flatMap((number) => number?.replace(/^whatsapp:/, '') ?? []);

  return {
    provider: PROVIDER,
    carrier: createCarrier(openClient(settings), publicUrl, settings.whatsappTemplate),
    mount(server, to) {
      server.post(MESSAGES_ROUTE, async (req, res) => {
        const read = readInbound(verified(req, MESSAGES_ROUTE), own);
        if (typeof read === 'string') unread(MESSAGES_ROUTE, read);
        else await receive(to, read);
        acknowledge(res);
      });

      server.post(STATUS_ROUTE, async (req, res) => {
        const form = verified(req, STATUS_ROUTE);
        const row = queryOf(req).get('row');
        const news = row ? readStatus(form, row) : null;
        if (!row) unread(STATUS_ROUTE, 'no-row');
        if (news) await to.delivered(news);
        acknowledge(res);
      });
    },
  };

  /** What the request says, if it is Twilio who says it. @throws HttpError */
  function verified(req: Request, route: string): Form {
    const [, query] = /\?(.*)$/s.exec(req.url ?? '') ?? [];
    const form = readForm(typeof req.rawBody === 'string' ? req.rawBody : '');
    const url = publicUrl + route + (query === undefined ? '' : `?${query}`);
    if (isSigned(settings.authToken, req.header('x-twilio-signature'), url, form)) return form;
    log.warn({ route }, 'a request without a right signature; is PUBLIC_URL what Twilio was given?');
    throw new HttpError(403, 'Signature', 'This request is not signed by Twilio for this address.');
  }

  function unread(route: string, why: string): void {
    log.warn({ route, why }, 'a request from Twilio that is no message');
  }
}

async function receive(to: Correspondence, { id, channel, names, address, text, beside }: Inbound): Promise<void> {
  const conversation = await to.conversationOf(channel, address.ours, names);
  await to.receive({ id, channel, conversation, activity: { type: 'message', text }, address, beside });
}

/** Nothing to say here: answers go out by themselves. */
function acknowledge(res: Response): void {
  res.setHeader('Content-Type', 'text/xml');
  res.sendRaw(200, '<Response/>');
}
