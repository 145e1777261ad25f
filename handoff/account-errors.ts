export type AccountFault =
  | 'name'
  | 'email'
  | 'role'
  | 'password'
  | 'taken'
  | 'unknown'
  | 'sign-in'
  | 'ticket'
  | 'code'
  | 'code-needed'
  | 'team'
  | 'own-role'
  | 'last-admin'
  | 'no-access'
  | 'passkey'
  | 'too-many-passkeys';

/** What an account could not do; `message` says how to put it right and never repeats what was typed. */
export class AccountError extends Error {
  constructor(
    readonly code: AccountFault,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The same answer whatever was wrong, so that nobody can find out which addresses have an account. */
export class SignInError extends AccountError {
  /** `account`: whose it was, for the audit alone; null when there is no such account. */
  constructor(readonly account: string | null) {
    super('sign-in', 'The email address or the password is not right.');
  }
}

/** The password is right, and so somebody may know that a code is missing, or is not. */
export class CodeError extends AccountError {
  constructor(
    readonly account: string,
    code: 'code' | 'code-needed',
  ) {
    super(code, code === 'code' ? 'The code is not right, or was used before.' : 'Give the code from your phone too.');
  }
}

/** The link was used before, ran out, or never was one. */
export class TicketError extends AccountError {
  constructor() {
    super('ticket', 'This sign-in link has been used or has run out. Ask for a new one.');
  }
}

export class UnknownAccountError extends AccountError {
  constructor() {
    super('unknown', 'There is no such account. Add it first.');
  }
}

/** The same whatever was wrong: nobody learns which passkeys there are. */
export class PasskeyError extends AccountError {
  /** `account`: whose it was, for the audit alone; null when there is no such passkey. */
  constructor(readonly account: string | null) {
    super('passkey', 'This passkey was not taken. Try again, or sign in another way.');
  }
}

export class TooManyPasskeysError extends AccountError {
  constructor() {
    super('too-many-passkeys', 'There are too many passkeys. Remove one first.');
  }
}
