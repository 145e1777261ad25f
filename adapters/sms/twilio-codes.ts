import type { FailCode, Sent } from '../contract';

/** Twilio's numbers, by what they mean for the person and the worker. Any other is `refused`. */
const CODES: Partial<Record<FailCode, readonly number[]>> = {
  'opted-out': [21610],
  'window-closed': [63016],
  unreachable: [30003, 63024],
  landline: [21614, 21635, 30006],
  'bad-address': [21211, 21217, 30005, 63003],
  blocked: [30004, 30007, 63013, 63014, 63032, 63033, 63049],
  expired: [30036],
  rate: [14107, 20429, 21611, 30001, 63018],
  settings: [
    ...[20003, 20404, 21212, 21408, 21603, 21606, 21609, 21612, 21659, 21660],
    ...[30002, 30032, 30034, 63001, 63007, 63015, 63020, 63022],
  ],
  template: [21655, 21656, 63027, 63028, 63029, 63040, 63041, 63042],
  passing: [20500, 20503, 30008, 30410, 63010, 63012, 63023],
};
const MEANING = new Map(
  Object.entries(CODES).flatMap(([code, numbers]) => numbers.map((number) => [number, code as FailCode] as const)),
);

/** What may go better later. A phone that is off needs longer than a busy line. */
const RETRIED: Partial<Record<FailCode, number>> = { rate: 0, passing: 0, unreachable: 60_000 };
/** 15 messages to somebody within 30 seconds are taken for two machines that answer each other. */
const LOOP = { number: 14107, pauseMs: 30_000 };

/** Why a message failed, from the number that came with its status. */
export function failCode(number: string | null): FailCode {
  return MEANING.get(Number(number)) ?? 'refused';
}

/** What Twilio's answer to a message means: its number, or else the status of HTTP. */
export function refusal(number: number | undefined, status: number): Sent {
  const code = (number === undefined ? undefined : MEANING.get(number)) ?? byStatus(status);
  const pauseMs = number === LOOP.number ? LOOP.pauseMs : (RETRIED[code] ?? 0);
  return { ok: false, retry: code in RETRIED, code, ...(pauseMs > 0 ? { pauseMs } : {}) };
}

function byStatus(status: number): FailCode {
  if (status === 429) return 'rate';
  if (status === 401 || status === 403) return 'settings';
  return status >= 500 ? 'passing' : 'refused';
}
