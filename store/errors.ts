/** Errors of a store, each with a stable code. */
export class StoreError extends Error {
  constructor(
    readonly code: 'conflict' | 'lease-lost' | 'repeat' | 'unavailable' | 'too-new' | 'wrong-key' | 'broken-seal',
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Somebody else committed first: load again and run the turn again. */
export class ConflictError extends StoreError {
  constructor() {
    super('conflict', 'The conversation changed meanwhile. Load it again and run the turn again.');
  }
}

/** The lease ran out and another process took the turn: drop this turn, the other one answers. */
export class LeaseLostError extends StoreError {
  constructor() {
    super('lease-lost', 'Another process took this turn. Drop this one.');
  }
}

/** The message was taken in before: acknowledge it and do nothing. */
export class RepeatError extends StoreError {
  constructor() {
    super('repeat', 'This message was taken in before. Acknowledge it and do nothing.');
  }
}

/** The store cannot be reached or cannot write: answer so that the sender tries again. */
export class UnavailableError extends StoreError {
  constructor(cause: unknown) {
    super('unavailable', 'The store cannot serve just now. Answer so that the sender tries again.');
    this.cause = cause;
  }
}

/** The data was written by a later Natter than this one: nothing is touched. */
export class TooNewError extends StoreError {
  constructor(found: number, known: number) {
    super(
      'too-new',
      `The data file has schema ${found}, and this version of Natter knows schemas up to ${known}. Start the newer version, or restore a copy made before it ran.`,
    );
  }
}

/** Sealed with a master key we were not given. Nothing was read. */
export class WrongKeyError extends StoreError {
  constructor() {
    super(
      'wrong-key',
      'What was kept is sealed with another master key. Set MASTER_KEY to the key it was sealed with, or name that key in MASTER_KEY_OLD.',
    );
  }
}

/** It does not open with its own key. Nothing was read. */
export class BrokenSealError extends StoreError {
  constructor() {
    super(
      'broken-seal',
      'Something kept does not open: it was damaged, changed, moved to another place, or never sealed (Natter 0.1 kept words in clear). Restore a copy, or begin with an empty DATA_DIR.',
    );
  }
}
