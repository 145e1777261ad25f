import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What Natter asks Twilio to send. */
export interface Asked {
  to: string;
  from: string;
  body: string;
  /** The approved text, when it is one. */
  template: string;
  /** Where news of it goes. */
  callback: string;
}

/** An answer of Twilio's: the id of the message, or why not. `lost`: it is never heard. */
export type Answer = { sid: string; lost: boolean } | { status: number; code: number };

const MOST_CHARACTERS = 1600;

/** Twilio's own way in, as far as Natter uses it: one route, with the account's name and password. */
export function createApi(
  account: { accountSid: string; authToken: string },
  take: (asked: Asked) => Promise<Answer>,
): Server {
  const path = `/2010-04-01/Accounts/${account.accountSid}/Messages.json`;
  const credentials = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`;

  async function answer(req: IncomingMessage): Promise<Answer> {
    if (req.headers.authorization !== credentials) return { status: 401, code: 20003 };
    if (req.method !== 'POST' || req.url !== path) return { status: 404, code: 20404 };
    const form = new URLSearchParams(await textOf(req));
    const value = (name: string) => form.get(name) ?? '';
    const asked = {
      to: value('To'),
      from: value('From'),
      body: value('Body'),
      template: value('ContentSid'),
      callback: value('StatusCallback'),
    };
    return refused(asked) ?? (await take(asked));
  }

  return createServer((req, res) => {
    answer(req).then(
      (given) => reply(res, given),
      () => res.destroy(),
    );
  });
}

function refused({ to, body, template }: Asked): Answer | null {
  if (!/^(?:whatsapp:)?\+\d{7,15}$|^whatsapp:[A-Z]{2}\.\w+$/.test(to)) return { status: 400, code: 21211 };
  if (body.length > MOST_CHARACTERS) return { status: 400, code: 21617 };
  return body === '' && template === '' ? { status: 400, code: 21619 } : null;
}

function reply(res: ServerResponse, given: Answer): void {
  if ('sid' in given && given.lost) {
    res.destroy();
    return;
  }
  const said =
    'sid' in given
      ? { sid: given.sid, status: 'queued', error_code: null }
      : { code: given.code, message: 'It was not taken.', status: given.status };
  res.writeHead('sid' in given ? 201 : given.status, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify(said));
}

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
