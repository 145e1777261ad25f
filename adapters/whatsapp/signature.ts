import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Was this body signed with the app's secret? `raw` as it came, before anything parsed it; `header` is
 * `X-Hub-Signature-256`, such as `sha256=5f3a...`.
 */
export function isSigned(secret: string, raw: string | Buffer, header: string | undefined): boolean {
  const given = /^sha256=([0-9a-f]{64})$/.exec(header ?? '')?.[1];
  if (given === undefined) return false;
  return timingSafeEqual(Buffer.from(given, 'hex'), createHmac('sha256', secret).update(raw).digest());
}
