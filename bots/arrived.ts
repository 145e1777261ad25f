import type { Activity } from 'botbuilder';
import type { Address, Arrival, Beside } from '../adapters/contract';
import type { Inbound } from '../store/contract';

/** What is kept of an arrival, as the body of an inbound. */
interface Arrived {
  activity: Partial<Activity>;
  address?: Address | undefined;
  beside?: Beside | undefined;
}

export function arrivedBody({ activity, address, beside }: Arrival): string {
  return JSON.stringify({ activity, address, beside } satisfies Arrived);
}

/** Whatever a client says of itself, a message from outside is from the person. */
export function readArrived({ body }: Inbound): Arrived {
  const { activity, address, beside } = JSON.parse(body) as Arrived;
  const message: Partial<Activity> = { ...activity, from: { id: 'person', name: '', role: 'user' } };
  return { activity: activity.type === 'message' ? message : activity, address, beside };
}
