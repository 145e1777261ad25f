import type { Listing } from '../types';
import { date, flag, line } from './fields';
import { fault, type Part } from './part';

const PAUSED = ['temporarily closed', 'suspended'];
const OPEN = ['active', 'published'];
/** The latter ones are Outpost's. */
const CLOSED = [
  ...['inactive', 'defunct', 'closed', 'deleted'],
  ...['archived', 'expired', 'invisible', 'pending', 'scheduled', 'marked for deletion'],
];

/** Whether it is there: a status that is not known does not hide a service. */
export function readState(service: Part, today: string): Listing['state'] {
  const status = line(service, 'status')?.toLowerCase().replaceAll('_', ' ') ?? null;
  const known = status === null || [...OPEN, ...CLOSED, ...PAUSED].includes(status);
  if (!known) fault(service, 'status', 'is not a status that is known: it is taken for open');
  if (CLOSED.includes(status ?? '') || (date(service, 'visible_from') ?? today) > today) return 'closed';
  return PAUSED.includes(status ?? '') || flag(service, 'temporarily_closed') === true ? 'paused' : 'open';
}

/** The day somebody last made sure of it. A day that is still to come is a mistake. */
export function readChecked(service: Part, today: string): string | null {
  const fields = ['assured_date', 'last_modified', 'updated_at'];
  for (const field of fields) {
    const day = date(service, field);
    if (day !== null && day <= today) return day;
    if (day !== null) fault(service, field, 'is in the future');
  }
  return null;
}
