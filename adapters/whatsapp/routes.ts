import type { Request, Server } from 'restify';
import type { Arrival, ChannelDeps, Correspondence } from '../contract';
import { HttpError, queryOf } from '../http';
import { isSame } from '../secret';
import type { MetaSettings } from '.';
import { post } from './graph';
import { type People, readWebhook, type Told } from './inbound';
import { isSigned } from './signature';
import type { Signs } from './signs';

const PATH = '/channels/whatsapp';
const CHANNEL = 'whatsapp';
/** Only to have the new address kept: nothing is said about it. */
const MOVED_EVENT = 'natter/moved';

interface Webhook extends Pick<ChannelDeps, 'log'> {
  settings: MetaSettings;
  signs: Signs;
}

/** Puts Meta's webhook on the server: its question whether it is ours, and everything it tells us. */
export function mountWebhook(server: Server, to: Correspondence, { settings, signs, log }: Webhook): void {
  server.get(PATH, async (req, res) => {
    const asked = queryOf(req);
    const known = isSame(asked.get('hub.verify_token') ?? '', settings.verifyToken);
    if (asked.get('hub.mode') !== 'subscribe' || !known) throw refused('The verify token is not the one set here.');
    res.sendRaw(200, asked.get('hub.challenge') ?? '', { 'Content-Type': 'text/plain' });
  });

  server.post(PATH, async (req, res) => {
    if (!isSigned(settings.appSecret, rawBody(req), req.header('x-hub-signature-256'))) {
      log.warn({ route: PATH }, 'a request without our signature was refused');
      throw refused('The signature is not made with the app secret set here.');
    }
    const told = readWebhook(req.body, settings.phoneNumberId);
    for (const one of told)
      if (one.kind === 'odd') log.warn({ route: PATH, what: one.what, code: one.code }, 'not understood, and left');
    await Promise.all(byPerson(told).map(inOrder));
    res.send(200);
  });

  async function inOrder(told: Told[]): Promise<void> {
    for (const one of told) {
      if (one.kind === 'said') await hear(one);
      if (one.kind === 'moved') await move(one);
      if (one.kind === 'status') await to.delivered(one.delivery);
    }
  }

  async function hear({ id, people, activity, beside }: Extract<Told, { kind: 'said' }>): Promise<void> {
    const arrival = await arrivalOf(id, people, addressOf(people), activity);
    const kept = to.receive({ ...arrival, beside });
    const sign = { status: 'read', message_id: id, typing_indicator: { type: 'text' } };
    signs.after(kept, addressOf(people), () => post(settings, settings.phoneNumberId, sign));
    await kept;
  }

  async function move({ id, people, to: person }: Extract<Told, { kind: 'moved' }>): Promise<void> {
    await to.receive(await arrivalOf(id, people, person, { type: 'event', name: MOVED_EVENT }));
  }

  async function arrivalOf(id: string, people: People, person: string, activity: Arrival['activity']) {
    const ours = settings.phoneNumberId;
    const conversation = await to.conversationOf(CHANNEL, ours, people);
    return { id, channel: CHANNEL, conversation, activity, address: { provider: 'meta', person, ours } };
  }
}

/**
 * The body as restify keeps it, read as UTF-8. Bytes that are none come out as other bytes than were signed, unless it is
 * just what was signed that they come out as.
 */
function rawBody(req: Request): string | Buffer {
  const { rawBody } = req as { rawBody?: unknown };
  return typeof rawBody === 'string' || Buffer.isBuffer(rawBody) ? rawBody : '';
}

/** Where they are written to: by number as long as it is told, which is free of doubt for Meta, or else by user id. */
const addressOf = (people: People): string => people.find((name) => /^\d+$/.test(name)) ?? people[0];

/** What is about one person stays in order; people do not wait for each other. */
function byPerson(told: Told[]): Told[][] {
  const groups = Map.groupBy(told, (one) => {
    if (one.kind === 'said' || one.kind === 'moved') return `person ${one.people[0]}`;
    return one.kind === 'status' ? `row ${one.delivery.row}` : '';
  });
  return [...groups.values()];
}

const refused = (message: string) => new HttpError(403, 'Refused', message);
