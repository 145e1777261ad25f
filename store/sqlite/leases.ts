import type { Lease } from '../contract';
import { LeaseLostError } from '../errors';

/**
 * Who runs which conversation's turn. Kept in memory, because one server process owns the file;
 * should a second one open it, the version check at commit still keeps them apart.
 */
export interface Leases {
  take(conversation: string, now: number, ms: number): Lease | null;
  renew(lease: Lease, now: number, ms: number): Lease | null;
  release(lease: Lease): void;
  /** @throws LeaseLostError unless this is the conversation's latest lease. That it ran out does no harm by itself. */
  check(lease: Lease, conversation: string): void;
}

export function makeLeases(): Leases {
  const held = new Map<string, Lease>();
  let token = 0;

  function grant(conversation: string, number: number, until: number): Lease {
    const lease = { conversation, token: number, until };
    held.set(conversation, lease);
    return { ...lease };
  }
  const holds = (lease: Lease) => held.get(lease.conversation)?.token === lease.token;

  return {
    take(conversation, now, ms) {
      const current = held.get(conversation);
      if (current && current.until > now) return null;
      token += 1;
      return grant(conversation, token, now + ms);
    },
    renew: (lease, now, ms) => (holds(lease) ? grant(lease.conversation, lease.token, now + ms) : null),
    release(lease) {
      if (holds(lease)) held.delete(lease.conversation);
    },
    check(lease, conversation) {
      if (lease.conversation !== conversation || !holds(lease)) throw new LeaseLostError();
    },
  };
}
