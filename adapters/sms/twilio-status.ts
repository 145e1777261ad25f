import type { Delivery } from '../contract';
import { failCode } from './twilio-codes';
import { type Form, field } from './twilio-signature';

const STATES = new Map<string, Delivery['state']>([
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
]);

/** What became of a message; null while it is on its way. `row` travelled in the address that the status came to. */
export function readStatus(form: Form, row: string): Delivery | null {
  const state = STATES.get(field(form, 'MessageStatus') ?? '');
  if (!state) return null;
  return { row, state, code: state === 'failed' ? failCode(field(form, 'ErrorCode')) : null };
}
