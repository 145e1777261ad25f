import { AccountError } from '../../handoff/accounts';
import { StoreError } from '../../store/errors';
import type { ErrorCode } from './words';

const STATUS: Record<ErrorCode, number> = {
  'bad-request': 400,
  'sign-in': 401,
  ticket: 401,
  'signed-out': 401,
  origin: 403,
  private: 403,
  unknown: 404,
  taken: 409,
  gone: 409,
  'not-yours': 409,
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

/** What a caller is told of any error: nothing of its insides. */
export function asDeskError(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  if (error instanceof AccountError && (error.code === 'sign-in' || error.code === 'ticket')) {
    return new DeskError(error.code);
  }
  if (error instanceof StoreError && error.code === 'unavailable') return new DeskError('unavailable', null, 5);
  return new DeskError('broken');
}
