import type { IncomingMessage } from 'node:http';
import { addressBehind } from '../../adapters/http';

const request = (forwarded?: string) =>
  ({
    socket: { remoteAddress: '10.0.0.1' },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

test('without a proxy the header is not believed', () => {
  expect(addressBehind(0)(request('1.2.3.4'))).toBe('10.0.0.1');
});

test('behind one proxy, what that proxy added counts, whatever the caller made up before it', () => {
  expect(addressBehind(1)(request('9.9.9.9, 1.2.3.4'))).toBe('1.2.3.4');
});

test('behind two, the one before the last', () => {
  expect(addressBehind(2)(request('9.9.9.9, 1.2.3.4, 10.0.0.2'))).toBe('1.2.3.4');
});

test('a request that came around the proxy counts as whoever connected', () => {
  expect(addressBehind(1)(request())).toBe('10.0.0.1');
  expect(addressBehind(2)(request('1.2.3.4'))).toBe('10.0.0.1');
});
