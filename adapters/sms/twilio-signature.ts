import { validateRequest } from 'twilio';

/** What a request of Twilio's carries. A name that comes more than once has several values. */
export type Form = Record<string, string | string[]>;

/** Reads the body as it came: what is checked is then exactly what is used. */
export function readForm(raw: string): Form {
  const given = new URLSearchParams(raw);
  return Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const values = given.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** A value of the form; null when there is none, or nothing in it. */
export function field(form: Form, name: string): string | null {
  const value = form[name];
  return (Array.isArray(value) ? value[0] : value) || null;
}

/**
 * Is it from Twilio? Twilio signs the address it was given and every value with the account's token. `url` is made from the
 * configured public address: what a request says of its own host is anybody's to write.
 */
export function isSigned(authToken: string, signature: string | undefined, url: string, form: Form): boolean {
  return signature !== undefined && validateRequest(authToken, signature, url, form);
}
