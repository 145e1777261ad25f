import { z } from 'zod';
import { ACTS, NOT_WORDS, ROLES } from '../../handoff/types';

const text = z.string().trim().min(1);
/** A part of desk.yaml with exactly these words in it. */
const part = <K extends string>(...names: K[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, text])) as Record<K, typeof text>);

const Words = z.strictObject({
  language: text,
  name: text,
  'sign-in': part(
    'title',
    'welcome',
    'email',
    'password',
    'code',
    'button',
    'link-help',
    'passkey',
    'working',
    'no-script',
  ),
  top: part('skip', 'signed-in', 'sign-out', 'accounts', 'audit', 'ended'),
  account: part('open', 'title', 'everywhere', 'everywhere-note', 'close'),
  'second-step': part(
    ...(['title', 'off', 'on', 'no-password', 'start', 'secret', 'link', 'code', 'confirm', 'stop'] as const),
    ...(['password', 'recovery', 'recovery-note', 'stopped'] as const),
  ),
  passkeys: part(
    ...(['title', 'note', 'none', 'added', 'name', 'add', 'code', 'remove', 'kept', 'removed'] as const),
    ...(['password', 'unable', 'stopped', 'known'] as const),
  ),
  roles: part(...ROLES),
  accounts: part(
    ...(['title', 'note', 'add', 'name', 'email', 'role', 'teams', 'in-teams', 'no-team', 'add-it', 'close'] as const),
    ...([
      'you',
      'taken-away',
      'password',
      'link-only',
      'code',
      'change',
      'save',
      'saved',
      'link',
      'link-note',
    ] as const),
    ...([
      'sign-out',
      'signed-out',
      'code-off',
      'code-is-off',
      'take-away',
      'took-away',
      'put-back',
      'is-back',
    ] as const),
    ...(['passkey', 'passkeys', 'passkeys-off', 'passkeys-are-off'] as const),
  ),
  acts: part(...ACTS),
  audit: z.strictObject({
    ...part('title', 'note', 'by', 'act', 'everybody', 'every-act', 'nobody', 'refused', 'none', 'further').shape,
    ...part('newer', 'older', 'export', 'close').shape,
    columns: part('when', 'who', 'who-id', 'act', 'conversation', 'account', 'refused'),
  }),
  ended: z.strictObject({
    ...part('yes', 'no').shape,
    columns: part('day', 'channel', 'waited', 'outcome', 'promised'),
  }),
  people: part(
    ...(['title', 'next', 'next-hint', 'nobody-next', 'mine', 'mine-empty', 'waiting', 'waiting-empty'] as const),
    ...(['others', 'asked', 'asked-on', 'urgent', 'new', 'with', 'waited', 'wrote-in', 'back'] as const),
    ...(['left-by', 'away', 'booked-today', 'booked-later', 'booked-for', 'booked-missed', 'booked-words'] as const),
  ),
  comforts: part('open', 'counts', 'title', 'sound', 'notice', 'refused', 'someone', 'message'),
  time: part('now', 'minute', 'minutes', 'hour', 'hours', 'day', 'days'),
  channels: z.object({ other: text }).catchall(text),
  welcome: part('title', 'nobody', 'somebody'),
  person: part(
    ...(['claim', 'claim-hint', 'yours', 'others', 'private', 'gone', 'flags', 'flags-note', 'shared'] as const),
    ...(['shared-note', 'shared-empty', 'no-question', 'picked', 'talk', 'talk-empty', 'writing'] as const),
    ...(['not-agreed', 'ask-to-read', 'talk-peer', 'talk-peer-empty'] as const),
    ...(['from-person', 'from-natter', 'from-desk', 'from-me', 'release', 'release-hint', 'rather'] as const),
    ...(['earlier', 'earlier-with', 'earlier-promised'] as const),
    ...(['booked', 'booked-from', 'booked-between', 'booked-days', 'booked-unread', 'booked-note'] as const),
  ),
  kinds: part('suicide', 'self-harm', 'abuse', 'child', 'danger', 'medical', 'harm-to-others'),
  reply: part(
    ...(['label', 'hint', 'send', 'left', 'over', 'empty', 'failed', 'sent', 'note', 'note-hint', 'noted'] as const),
  ),
  reach: part('one', 'many', 'dear', 'open', 'closed', 'closed-for-good', 'held-one', 'held'),
  saved: part('open', 'title', 'find', 'hint', 'none', 'one', 'many'),
  plain: part(
    ...(['title', 'one', 'many', 'key', 'put-in', 'jargon', 'unkind', 'secrecy', 'letters', 'long', 'more'] as const),
  ),
  end: part(
    ...(['open', 'title', 'note', 'connected', 'declined', 'elsewhere', 'unreachable'] as const),
    ...(['with', 'promised'] as const),
    ...(['choose', 'done', 'cancel', 'ended', 'hand-back', 'hand-back-note', 'handed-back'] as const),
  ),
  company: part(
    ...(['open', 'title', 'whom', 'anyone', 'teams', 'workers', 'why', 'take-over', 'second', 'note', 'ask'] as const),
    ...(['cancel', 'asked', 'asked-anyone', 'take-back', 'wanted', 'wanted-take-over', 'wanted-second'] as const),
    ...(['join', 'beside', 'leave', 'left', 'joined', 'for-you'] as const),
  ),
  pause: part(
    ...(['open', 'title', '10-minutes', '30-minutes', 'hour', 'tomorrow', 'note', 'done', 'cancel', 'choose'] as const),
    ...(['told', 'yours', 'over', 'back', 'is-back', 'until', 'with'] as const),
  ),
  'ended-today': part('open', 'note', 'none', 'line', 'by', 'reopen', 'reopened'),
  live: part('lost', 'back', 'waiting-one', 'waiting-many', 'claimed', 'released'),
  sent: part(...NOT_WORDS),
  delivery: part('delivered', 'read', 'failed'),
  'signed-out': part('title', 'note', 'link'),
  errors: part(
    ...([
      'sign-in',
      'ticket',
      'signed-out',
      'origin',
      'private',
      'role',
      'code-needed',
      'code',
      'no-password',
      'already-on',
      'taken',
      'gone',
      'not-yours',
      'stopped',
      'not-asked',
      'alone',
      'no-hours',
      'deleted',
      'asked-again',
      'their-choice',
      'too-late',
      'unsafe',
      'bad-request',
    ] as const),
    ...(['passkey', 'too-many-passkeys', 'password-needed', 'password', 'sign-in-again'] as const),
    ...(['has-account', 'team', 'own-role', 'last-admin', 'no-access'] as const),
    ...(['not-json', 'unknown', 'too-many', 'unavailable', 'broken'] as const),
  ),
});

/** Every word of the desk's pages and of its API's errors. */
export type DeskWords = z.infer<typeof Words>;
export type ErrorCode = keyof DeskWords['errors'];

/** Reads `content/<language>/desk.yaml`. @throws Error naming each word that is missing, empty or unknown. */
export function parseDeskWords(words: unknown): DeskWords {
  const read = Words.safeParse(words);
  if (!read.success) throw new Error(`desk.yaml: ${z.prettifyError(read.error)}`);
  return read.data;
}
