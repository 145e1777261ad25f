import type { z } from 'zod';
import type { Delivery } from '../contract';
import { failCodeOf } from './errors';
import { type Said, saidWith } from './said';
import * as shapes from './shapes';

/** One thing a webhook tells, in the order it is told. */
export type Told =
  | ({ kind: 'said'; id: string; people: People } & Said)
  | { kind: 'moved'; id: string; people: People; to: string }
  | { kind: 'status'; delivery: Delivery }
  /** What could not be read, or is about nobody: for the log, never what was in it. */
  | {
      kind: 'odd';
      what: 'envelope' | 'entry' | 'change' | 'message' | 'status' | 'nobody' | 'group' | 'error';
      code?: number;
    };

/** All names WhatsApp has for one person, the safest first. */
export type People = [string, ...string[]];

/** Everything a webhook tells about our number: every entry, change, message and status. Pure; throws at nothing. */
export function readWebhook(body: unknown, phoneNumberId: string): Told[] {
  const read = shapes.envelope.safeParse(body);
  if (!read.success) return [{ kind: 'odd', what: 'envelope' }];
  return each(read.data.entry, shapes.entry, 'entry', ({ changes }) =>
    each(changes, shapes.change, 'change', ({ field, value }) =>
      field === 'messages' ? each([value], shapes.value, 'change', (one) => readValue(one, phoneNumberId)) : [],
    ),
  );
}

function readValue(value: shapes.Value, phoneNumberId: string): Told[] {
  if (value.metadata.phone_number_id !== phoneNumberId) return [];
  return [
    ...each(value.messages, shapes.message, 'message', (message) => readMessage(message, value)),
    ...each(value.statuses, shapes.status, 'status', readStatus),
    ...value.errors.map(({ code }) => ({ kind: 'odd' as const, what: 'error' as const, code })),
  ];
}

function readMessage(message: shapes.Message, value: shapes.Value): Told[] {
  if (isEcho(message, value)) return [];
  // What is said in a group is not said to us alone, and an answer would be read by all of it.
  if (message.group_id !== undefined) return [{ kind: 'odd', what: 'group' }];
  const people = peopleOf(message, value);
  if (!people) return [{ kind: 'odd', what: 'nobody' }];
  if (message.type === 'system') return readMove(message, people);
  const said = saidWith(message);
  return said ? [{ kind: 'said', id: message.id, people, ...said }] : [];
}

/** Somebody wrote from our own number, in an app beside us. */
function isEcho({ from }: shapes.Message, { metadata }: shapes.Value): boolean {
  const digits = (text: string | undefined) => text?.replace(/\D/g, '');
  return from !== undefined && digits(from) === digits(metadata.display_phone_number);
}

/** Their user id comes first: numbers pass from one person to another, and may not be told at all. */
function peopleOf({ from, from_user_id: userId, system }: shapes.Message, { contacts }: shapes.Value): People | null {
  const known = contacts.find(({ wa_id, user_id }) => (from && wa_id === from) || (userId && user_id === userId));
  const contact = known ?? (contacts.length === 1 ? contacts[0] : undefined);
  return named(system?.previous_user_id, userId ?? contact?.user_id, from ?? contact?.wa_id);
}

/** They have a new number or a new id. The old names come first, so that the new ones lead to the same conversation. */
function readMove({ id, system }: shapes.Message, before: People): Told[] {
  const to = system?.wa_id ?? system?.user_id;
  const people = named(...before, system?.user_id, system?.wa_id);
  return to && people && people.length > before.length ? [{ kind: 'moved', id, people, to }] : [];
}

function named(...names: (string | undefined)[]): People | null {
  const [first, ...others] = new Set(names.filter((name): name is string => Boolean(name)));
  return first === undefined ? null : [first, ...others];
}

const STATES: Record<string, Delivery['state']> = {
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

function readStatus({ status, biz_opaque_callback_data: row, errors }: shapes.Status): Told[] {
  const state = STATES[status];
  if (!state || row === undefined) return [];
  const code = state === 'failed' ? failCodeOf(errors.map((error) => error.code)) : null;
  return [{ kind: 'status', delivery: { row, state, code } }];
}

/** Reads each by itself; what does not have the shape is odd, and the others are read all the same. */
function each<Shape extends z.ZodType>(
  list: unknown[],
  shape: Shape,
  what: Extract<Told, { kind: 'odd' }>['what'],
  read: (one: z.output<Shape>) => Told[],
): Told[] {
  return list.flatMap((one): Told[] => {
    const parsed = shape.safeParse(one);
    return parsed.success ? read(parsed.data) : [{ kind: 'odd', what }];
  });
}
