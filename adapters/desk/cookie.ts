/** `__Host-`: browsers take it only over HTTPS (or from localhost), for this host alone and the whole of it. */
export const COOKIE = '__Host-natter-desk';

const FLAGS = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** The Set-Cookie value that starts a session, or with null ends it. */
export const sessionCookie = (token: string | null): string =>
  token === null ? `${COOKIE}=; Max-Age=0; ${FLAGS}` : `${COOKIE}=${token}; ${FLAGS}`;

/** The session's token in a Cookie header, or null. */
export function sessionToken(header: string | undefined): string | null {
  for (const part of header?.split(';') ?? []) {
    const [name, value] = part.trim().split('=', 2);
    if (name === COOKIE && value) return value;
  }
  return null;
}
