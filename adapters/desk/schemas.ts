import { z } from 'zod';
import { ACTS, NOT_WORDS, OUTCOMES, PAUSES, ROLES } from '../../handoff/types';
import { DANGERS } from '../../understanding/types';

/** The longest reply a worker can send, in UTF-16 units: what fits in one WhatsApp message, with room to spare. */
export const REPLY_MAX = 4000;
/** The longest line about how it ended. */
const LINE_MAX = 200;

const at = z.number().int().describe('Milliseconds since 1970.');
const id = z.string().min(1);

/** Written words as they may travel on: whole characters, and no control characters but tab and new line. */
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim();

/** A name of something, in one line. */
const oneLine = (most: number) =>
  z
    .string()
    .overwrite((text) => tidy(text).replace(/\s+/g, ' '))
    .min(1)
    .max(most);

export const Done = z.object({ ok: z.literal(true) });
export const ById = z.object({ id });

const code = z.string().min(1).max(64).describe('From the app, or a recovery code.');
const password = z.string().min(1).max(1000);
export const SignIn = z.object({
  email: z.string().min(1).max(254),
  password,
  code: code.optional().describe('Where `code-needed` was the answer without one.'),
});
export const Code = z.object({ code });
export const SecondStepState = z.object({
  on: z.boolean(),
  password: z.boolean().describe('There is a password that it can stand behind.'),
});
export const SecondStepSecret = z.object({
  secret: z.string().describe('Base32, to type in.'),
  link: z.string().describe('otpauth://totp/...'),
});
export const RecoveryCodes = z.object({ recovery: z.array(z.string()).describe('Shown this once.') });
/** Bytes, as WebAuthn writes them. */
const bytes = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000)
  .describe('Base64url.');
const made = {
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
};
export const PasskeyQuestion = z
  .looseObject({ challenge: z.string() })
  .describe('What a browser makes or uses a passkey with, in the JSON form of WebAuthn. Good once, for five minutes.');
export const OwnPassword = z.object({ password: password.optional() });
export const PasskeyStart = z.object({
  password: password.optional().describe('Where you have one.'),
  code: code.optional().describe('Where the second step is on.'),
});
export const NewPasskey = z.object({
  name: oneLine(60).describe('What you call it.'),
  made: z.object({
    ...made,
    response: z.object({ clientDataJSON: bytes, attestationObject: bytes }),
  }),
});
export const SignedByPasskey = z.object({
  signed: z.object({
    ...made,
    response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes }),
  }),
});
const Passkey = z.object({ id, name: z.string(), at });
export const PasskeyAdded = z.object({ passkey: Passkey });
export const PasskeyList = z.object({ passkeys: z.array(Passkey) });
export const SignInLink = z.object({ ticket: z.string().min(1).max(200) });
const Worker = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  teams: z.array(z.string()).optional().describe('Ids of the teams they are in.'),
});
export const Me = z.object({ worker: Worker });

const Who = z.object({ id, name: z.string() });
export const AccountList = z.object({
  accounts: z.array(
    Worker.extend({
      access: z.boolean().describe('false: taken away. Nothing signs them in.'),
      password: z.boolean(),
      secondStep: z.boolean().describe('They are asked for a code after their password.'),
      passkeys: z.number().int().describe('How many they have.'),
    }),
  ),
  teams: z.array(Who).describe('Of this place.'),
});
const role = z.enum(ROLES);
const teams = z.array(z.string().min(1).max(64)).max(100).describe('Ids of teams of this place.');
export const NewAccount = z.object({
  name: oneLine(60).describe('The first name people see.'),
  email: z
    .string()
    .max(254)
    .regex(/^\s*[^\s@]+@[^\s@]+\s*$/, 'Give an email address, such as sam@example.org.'),
  role,
  teams: teams.default([]),
});
const ticket = z.string().describe('Signs them in once, within a day, at /desk/sign-in#<ticket>. Shown this once.');
export const Ticket = z.object({ ticket });
export const AddedAccount = z.object({ worker: Worker, ticket });
export const NewRole = z.object({ role });
export const NewTeams = z.object({ teams });
const AskedFor = z.object({ kind: z.enum(['worker', 'team', 'anyone']), id: z.string(), name: z.string() });
const why = z
  .enum(['take-over', 'second'])
  .describe('take-over: to carry on with them, and the one who asks leaves. second: to be there as well.');

const BookedTime = z.object({
  from: at.nullable().describe('Milliseconds since 1970; null: only their words say when.'),
  to: at.nullable(),
});

export const Waiting = z.object({
  id,
  channel: z.string().describe('web, sms, whatsapp, ...'),
  owner: z.enum(['waiting', 'worker']),
  worker: Who.nullable().describe('Who is talking with them.'),
  beside: Who.nullable().describe('A second worker who is there as well.'),
  asked: z.object({ by: Who, to: AskedFor, why }).nullable().describe('Who was asked to come.'),
  forYou: z.boolean().optional().describe('You were asked to come.'),
  urgent: z.boolean().describe('Words about danger were seen.'),
  team: Who.optional().describe('The team they wait for, by what they talked about.'),
  ratherPeer: z.literal(true).optional().describe('They would rather talk with somebody who has been through it.'),
  yourTeam: z
    .boolean()
    .optional()
    .describe('Take up whoever has true here before those who have false: they wait for somebody else, who is there.'),
  language: z.string().optional().describe('The language they wrote in, in English, where Natter could not read it.'),
  leftBy: z.string().optional().describe('The first name of the worker who had them and left.'),
  away: z.literal(true).optional().describe('Who is talking with them is not there just now.'),
  pausedUntil: at.optional().describe('Who is talking with them has stepped away until then.'),
  booked: BookedTime.optional().describe('When they asked to be reached.'),
  later: z.literal(true).optional().describe('That time is still to come: do not reach them before.'),
  seq: z.number().int().describe('The number of the last thing that was said.'),
  waitingSince: at,
});
export const WaitingList = z.object({
  waiting: z
    .array(Waiting)
    .describe(
      'Urgent first, then who was left, then whose booked time has come, then longest waiting. Who booked a later time stands last.',
    ),
});

export const View = Waiting.extend({
  booked: BookedTime.extend({ words: z.string().describe('Their own words, such as how it is safe to reach them.') })
    .optional()
    .describe('When and how they asked to be reached.'),
  reach: z
    .object({
      until: at.describe('Until when WhatsApp takes what you write: a day after they last wrote.'),
      held: z.number().int().describe('Replies that wait for them to write again.'),
      asks: z.boolean().describe('After that they are asked whether they want to read a reply, which then goes out.'),
    })
    .optional()
    .describe('On WhatsApp alone: what it allows.'),
  earlier: z
    .array(
      z.object({
        at,
        outcome: z.enum(OUTCOMES),
        name: z.string().describe('The first name of the worker.'),
        with: z.string().optional(),
        promised: z.string().optional(),
      }),
    )
    .describe('What was agreed with them before, the latest last. Empty for a peer who may not read.'),
  shared: z
    .array(
      z.object({
        id: z.number().int(),
        at,
        question: z.string().nullable(),
        text: z.string(),
        kind: z.enum(['words', 'choice']).describe('words: exactly what they wrote. choice: a button they picked.'),
        wish: z.literal(true).optional().describe('Whom they would rather talk with, or rather not. It comes first.'),
      }),
    )
    .describe('What they agreed to share. Empty for a peer who may not read.'),
  peersMayRead: z
    .boolean()
    .describe(
      'They agreed that peers read it. Where false, a peer sees words about danger, and what is said while they are there.',
    ),
  mayAskToRead: z.literal(true).optional().describe('A peer may ask them for it now: ask-to-read.'),
  flags: z
    .array(z.object({ at, kinds: z.array(z.enum(DANGERS)), text: z.string() }))
    .describe('Words about danger, word for word.'),
  entries: z
    .array(
      z.object({
        seq: z.number().int(),
        at,
        from: z.enum(['person', 'natter', 'worker', 'desk']),
        name: z.string().nullable(),
        text: z.string(),
        sent: z.enum(NOT_WORDS).optional().describe('What they sent that is not words; it is not kept.'),
        delivery: z
          .enum(['delivered', 'read', 'failed'])
          .optional()
          .describe('What became of it, where that is known.'),
      }),
    )
    .describe('What was said since they asked for a person. A peer sees notes from when they joined.'),
});

export const Ask = z.object({
  to: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('worker'), id }),
    z.object({ kind: z.literal('team'), id }),
    z.object({ kind: z.literal('anyone') }),
  ]),
  why,
});
export const Colleagues = z.object({
  workers: z.array(Who.extend({ role: z.enum(ROLES), teams: z.array(z.string()) })),
  teams: z.array(Who),
});

export const Message = z.object({
  text: z.string().overwrite(tidy).min(1, 'Write something first.').max(REPLY_MAX, `At most ${REPLY_MAX} characters.`),
  id: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .describe('Yours to choose: sending the same id again does nothing.'),
});
export const SavedReplies = z.object({ replies: z.array(z.object({ title: z.string(), text: z.string() })) });
/** One line, or nothing. */
const line = z
  .string()
  .overwrite((text) => tidy(text).replace(/\s+/g, ' '))
  .max(LINE_MAX, `At most ${LINE_MAX} characters.`)
  .optional();
export const End = z.object({
  outcome: z.enum(OUTCOMES),
  with: line.describe('With whom they are in touch now.'),
  promised: line.describe('What was promised, in your words. The person is told.'),
});
const pauseFor = z.enum(PAUSES).describe('tomorrow: until the place opens on a later day.');
export const Pauses = z.object({
  pauses: z
    .array(z.object({ for: pauseFor, until: at }))
    .describe('`tomorrow` is among them only where the place says when it opens.'),
});
export const StepAway = z.object({ for: pauseFor });
export const EndedList = z.object({
  ended: z
    .array(z.object({ id, channel: z.string(), at, outcome: z.enum(OUTCOMES), worker: Who.describe('Who ended it.') }))
    .describe('Of the last 12 hours, the latest first. Never what was said.'),
});
export const Changed = z.object({ id: id.nullable().describe('The conversation that may have changed; null: any.') });
/** In place of an id: what was done by nobody who is known. No id is a word. */
export const NOBODY = 'nobody';
export const AuditQuery = z.object({
  before: z.string().min(1).max(300).optional().describe('`next` of the page before this one.'),
  worker: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe('The id of who did it; `nobody`: the command line, and who was not let in.'),
  act: z.enum(ACTS).optional(),
});
export const AuditPage = z.object({
  entries: z
    .array(
      z.object({
        at,
        act: z.enum(ACTS),
        worker: z.object({ id, name: z.string() }).nullable().describe('Who did it; null: nobody who is known.'),
        conversation: z.string().nullable(),
        account: z.string().nullable().describe('The id of the account it was done to, or tried with.'),
        refused: z.string().nullable().describe('Why it came to nothing.'),
      }),
    )
    .describe('Newest first. Never what was said, written or typed.'),
  next: z
    .string()
    .nullable()
    .describe(
      'For the page of what came before; null on the last. Looked through for some, a page may hold none and go on.',
    ),
});
export const Refused = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
