import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';

/** Is this the address of the machine itself? */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}

export function isLoopbackUrl(url: unknown): boolean {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  const { hostname, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  return /^https?:$/.test(protocol) && (host === 'localhost' || isLoopback(host));
}

/**
 * Does this request come straight from this machine, to an address of this machine? A proxy or tunnel in between names
 * whom it speaks for, and a web page that was led here by a name of its own shows that name as the host.
 */
export function fromHere({ socket, headers }: IncomingMessage): boolean {
  const direct = headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
  return direct && isLoopback(socket.remoteAddress ?? '') && isLoopbackUrl(`http://${headers.host ?? ''}`);
}
