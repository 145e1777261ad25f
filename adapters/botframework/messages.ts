import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Correspondence } from '../contract';
import { asHttpError, HttpError } from '../http';
import { fromHere, isLoopbackUrl } from '../loopback';
import type { Door } from './door';
import { readActivity } from './inbound';

interface Deps {
  door: Door;
  /** Nobody is asked who they are: for an emulator on the same machine. */
  open: boolean;
  now: () => number;
  log: Logger;
}

const REFUSED = new HttpError(401, 'Unauthorized', 'Send the token that Bot Framework gave this channel.');
const UNREADABLE = new HttpError(400, 'BadRequest', 'Send one Bot Framework activity, as JSON.');
const NOT_HERE = new HttpError(403, 'NotFromHere', 'Without BOT_APP_ID, only an emulator on this machine is heard.');

/** Whatever else stands as a type is anybody's to write, and is not logged. */
const KNOWN = new Set<string>(Object.values(ActivityTypes));

/** Bot Framework channels post every activity to one address. */
export function mountMessages(server: Server, to: Correspondence, { door, open, now, log }: Deps): void {
  server.post('/api/messages', async (req, res) => {
    // A web page that is open on this machine could post here too, but browsers say which page it was.
    if (open && (!fromHere(req) || req.headers.origin !== undefined)) throw NOT_HERE;
    const answer = new Answer();
    let trouble: unknown = null;
    await door
      .process({ method: 'POST', headers: req.headers, body: req.body }, answer, async (context) => {
        await take(context).catch((error) => {
          trouble = error;
        });
      })
      .catch(() => {
        throw UNREADABLE;
      });
    if (trouble) throw asHttpError(trouble);
    if (answer.code === 401) refuse();
    if (answer.code === 503) throw new HttpError(503, 'Unavailable', 'The token could not be checked. Try again.', 2);
    if (answer.code === 400) throw UNREADABLE;
    res.send(answer.code);
  });

  async function take(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (!trusted(context)) refuse();
    const read = readActivity(activity, now());
    if (!read) {
      log.info({ type: KNOWN.has(activity.type) ? activity.type : 'other' }, 'an activity that says nothing');
      return;
    }
    const conversation = await to.conversationOf('botframework', read.address.ours, [read.person]);
    await to.receive({ ...read.arrival, address: read.address, conversation });
  }

  /** What is sent goes to this address, with our token on it, so only one that was vouched for will do. */
  function trusted(context: TurnContext): boolean {
    const { serviceUrl } = context.activity;
    return open ? isLoopbackUrl(serviceUrl) : door.authenticatedUrl(context) === serviceUrl;
  }

  function refuse(): never {
    log.warn('a request to /api/messages was refused');
    throw REFUSED;
  }
}

/** What the adapter would tell the caller. Only the status is passed on: the rest may quote an error. */
class Answer {
  code = 500;
  readonly socket = null;
  status(code: number): void {
    this.code = code;
  }
  header(): void {}
  send(): void {}
  end(): void {}
}
