import type { ErrorCode } from './words';

const RETRY_SECONDS = 5;

const STATUS: Record<ErrorCode, number> = {
  'bad-request': 400,
  'sign-in': 401,
  ticket: 401,
  'code-needed': 401,
  code: 401,
  'signed-out': 401,
  origin: 403,
  private: 403,
  role: 403,
  unknown: 404,
  taken: 409,
  gone: 409,
  'not-yours': 409,
  stopped: 409,
  'not-asked': 409,
  alone: 409,
  'no-password': 409,
  'already-on': 409,
  'not-json': 415,
  'too-many': 429,
  broken: 500,
  unavailable: 503,
};

/** Something the desk's API refuses. Its words are in desk.yaml under `errors`. */
export class DeskError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    /** What exactly is wrong with the request; never what was in it. */
    readonly detail: string | null = null,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(detail ?? code);
    this.name = new.target.name;
    this.status = STATUS[code];
  }
}

/** What a caller is told of any error: nothing of its insides. Other rooms' errors are known by their codes. */
export function asDeskError(thrown: unknown): DeskError {
  if (thrown instanceof DeskError) return thrown;
  const { code } = (thrown ?? {}) as { code?: unknown };
  if (isAccountFault(code)) return new DeskError(code);
  if (code === 'unavailable') return new DeskError('unavailable', null, RETRY_SECONDS);
  return new DeskError('broken');
}

const ACCOUNT_FAULTS = ['sign-in', 'ticket', 'code', 'code-needed', 'unknown'] as const;
const isAccountFault = (code: unknown): code is (typeof ACCOUNT_FAULTS)[number] =>
  ACCOUNT_FAULTS.some((known) => known === code);
