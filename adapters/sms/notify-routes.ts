import type { Request, Server } from 'restify';
import type { ChannelDeps, Correspondence } from '../contract';
import { HttpError } from '../http';
import { isSame } from '../secret';
import { readReceipt, readTexted } from './notify-inbound';
import { optOutOf } from './opt-out';

const MESSAGES = '/channels/notify/messages';
const RECEIPTS = '/channels/notify/receipts';
const CHANNEL = 'sms';

/** Puts GOV.UK Notify's two callbacks on the server. `token` is the bearer token both were set up with. */
export function mountNotify(server: Server, to: Correspondence, token: string, log: ChannelDeps['log']): void {
  server.post(MESSAGES, async (req, res) => {
    check(req, MESSAGES);
    const texted = readTexted(req.body);
    if (texted) {
      const { id, person, ours, text } = texted;
      const conversation = await to.conversationOf(CHANNEL, ours, [person]);
      const address = { provider: 'notify', person, ours };
      const beside = optOutOf(text);
      await to.receive({ id, channel: CHANNEL, conversation, activity: { type: 'message', text }, address, beside });
    } else log.warn({ route: MESSAGES }, 'not understood, and left');
    res.send(200);
  });

  server.post(RECEIPTS, async (req, res) => {
    check(req, RECEIPTS);
    const delivery = readReceipt(req.body);
    if (delivery === 'odd') log.warn({ route: RECEIPTS }, 'not understood, and left');
    else if (delivery) await to.delivered(delivery);
    res.send(200);
  });

  /**
   * Notify throws a message away for good when it is answered with 401 or 403, and comes back after 503: so a token that was
   * changed on one side only can still be mended before anything is lost.
   */
  function check(req: Request, route: string): void {
    const given = /^Bearer +(.+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? '';
    if (isSame(given, token)) return;
    log.warn({ route }, 'a request without our bearer token was refused');
    throw new HttpError(503, 'Refused', 'The bearer token is not the one set here. Nothing was taken.');
  }
}
