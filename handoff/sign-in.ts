import { hash, verify } from '@node-rs/argon2';

/** Length is what makes a password strong; there are no other rules. */
export const PASSWORD_MIN = 15;

/** How passwords are kept. */
export interface PasswordHash {
  hash(password: string): Promise<string>;
  verify(hashed: string, password: string): Promise<boolean>;
}

/** Argon2id with 19 MiB, two passes and one lane, as OWASP advises; a hash carries its own settings and salt. */
export const argon2id: PasswordHash = {
  hash: (password) => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
  verify: (hashed, password) => verify(hashed, password),
};
