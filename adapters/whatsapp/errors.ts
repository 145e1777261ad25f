import type { FailCode, Sent } from '../contract';

/** What an error code of the Cloud API means for us. */
interface Meaning {
  code: FailCode;
  retry: boolean;
}

const settings: Meaning = { code: 'settings', retry: true };
const rate: Meaning = { code: 'rate', retry: true };
const passing: Meaning = { code: 'passing', retry: true };
const refused: Meaning = { code: 'refused', retry: false };
const unreachable: Meaning = { code: 'unreachable', retry: false };
const badAddress: Meaning = { code: 'bad-address', retry: false };
const template: Meaning = { code: 'template', retry: false };

/** We write to one person too fast. */
const PAIR_RATE = 131056;
const LONGEST_PAIR_PAUSE_S = 4 ** 5;

const MEANINGS: Record<number, Meaning> = {
  1: passing,
  2: passing,
  3: settings,
  4: rate,
  10: settings,
  100: refused,
  190: settings,
  200: settings,
  368: settings,
  80007: rate,
  130429: rate,
  130472: unreachable,
  131000: passing,
  131005: settings,
  131008: refused,
  131009: refused,
  131016: passing,
  131021: badAddress,
  131026: unreachable,
  131030: settings,
  131031: settings,
  131037: settings,
  131042: settings,
  131045: settings,
  131047: { code: 'window-closed', retry: false },
  131048: rate,
  131049: unreachable,
  131050: unreachable,
  131051: refused,
  131053: refused,
  131056: rate,
  131057: passing,
  131062: badAddress,
  133004: passing,
  133010: settings,
};

/** Why a message failed that had been taken, by the codes of its status. */
export const failCodeOf = (codes: number[]): FailCode => (codes[0] === undefined ? refused : meaningOf(codes[0])).code;

/**
 * An error the API answered with. `code` is null when it gave none (a gateway in between, say), and the HTTP status has to do.
 * `attempts`: tries that ended before this one, by which the pause for one person grows.
 */
export function refusal(code: number | null, httpStatus: number, attempts: number): Extract<Sent, { ok: false }> {
  const meaning = code === null ? byStatus(httpStatus) : meaningOf(code, byStatus(httpStatus));
  if (code !== PAIR_RATE) return { ok: false, ...meaning };
  return { ok: false, ...meaning, pauseMs: Math.min(4 ** attempts, LONGEST_PAIR_PAUSE_S) * 1000 };
}

function meaningOf(code: number, otherwise: Meaning = refused): Meaning {
  if (code >= 132_000 && code < 133_000) return template;
  return MEANINGS[code] ?? otherwise;
}

function byStatus(status: number): Meaning {
  if (status >= 500 || status === 408) return passing;
  if (status === 429) return rate;
  return status === 401 || status === 403 ? settings : refused;
}
