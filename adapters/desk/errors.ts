import type { ErrorCode } from './words';

const RETRY_SECONDS = 5;

const STATUS: Record<ErrorCode, number> = {
  'bad-request': 400,
  'sign-in': 401,
  ticket: 401,
  'code-needed': 401,
  code: 401,
  'password-needed': 401,
  password: 401,
  'sign-in-again': 401,
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
  'no-hours': 409,
  deleted: 409,
  'asked-again': 409,
  'their-choice': 409,
  'too-late': 409,
  unsafe: 409,
  'no-password': 409,
  'already-on': 409,
  passkey: 401,
  'too-many-passkeys': 409,
  'has-account': 409,
  team: 409,
  'own-role': 409,
  'last-admin': 409,
  'no-access': 409,
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
  const fault = typeof code === 'string' && Object.hasOwn(ACCOUNT_FAULTS, code) ? ACCOUNT_FAULTS[code] : undefined;
  if (fault) return new DeskError(fault);
  if (code === 'unavailable') return new DeskError('unavailable', null, RETRY_SECONDS);
  return new DeskError('broken');
}

/** What an account refuses, by its code, and what that is called here. */
const ACCOUNT_FAULTS: Record<string, ErrorCode> = {
  ...{ 'sign-in': 'sign-in', ticket: 'ticket', code: 'code', 'code-needed': 'code-needed', unknown: 'unknown' },
  ...{ taken: 'has-account', team: 'team', 'own-role': 'own-role', 'last-admin': 'last-admin' },
  ...{ 'no-access': 'no-access', passkey: 'passkey', 'too-many-passkeys': 'too-many-passkeys' },
};
