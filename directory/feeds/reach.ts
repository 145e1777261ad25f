import { z } from 'zod';
import { line } from './fields';
import { type Holders, nearestFirst } from './holders';
import { fault, inners, type Part } from './part';
import { contactsOf } from './phones';

const LONGEST_EMAIL = 120;
const LONGEST_URL = 300;
const email = z.email();
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:/i;
/** A host such as `example.org`; a bare word is none. */
const HOST = /^[^\s.]+(?:\.[^\s.]+)+$/;

/** The address to write to, of the service or else of whoever is nearest to it. */
export function readEmail(holders: Holders): string | null {
  return firstOf(
    nearestFirst(holders).flatMap((holder) => [holder, ...contactsOf(holder)]),
    emailOf,
  );
}

/** The page about it, or else its owner's. */
export function readUrl({ service, organization }: Holders): string | null {
  const more = inners(service, 'additional_urls', 'links');
  return firstOf([service, ...more, ...(organization ? [organization] : [])], urlOf);
}

function emailOf(part: Part): string | null {
  const said = line(part, 'email')?.replace(/^mailto:/i, '') ?? null;
  if (said === null) return null;
  if (said.length <= LONGEST_EMAIL && email.safeParse(said).success) return said;
  const isLong = said.length > LONGEST_EMAIL;
  fault(part, 'email', isLong ? `is longer than ${LONGEST_EMAIL} characters: it is left out` : 'is no email address');
  return null;
}

function urlOf(part: Part): string | null {
  const field = part.fields.url ? 'url' : 'website';
  const said = line(part, field);
  if (said === null) return null;
  if (said.length > LONGEST_URL) {
    fault(part, field, `is longer than ${LONGEST_URL} characters: it is left out`);
    return null;
  }
  const full = HAS_SCHEME.test(said) ? said : `https://${said}`;
  const url = URL.parse(full);
  const isPage = url !== null && /^https?:$/.test(url.protocol) && HOST.test(url.hostname) && url.username === '';
  if (isPage && !/\s/.test(full)) return full;
  fault(part, field, 'is no web address');
  return null;
}

function firstOf(parts: Part[], read: (part: Part) => string | null): string | null {
  for (const part of parts) {
    const found = read(part);
    if (found !== null) return found;
  }
  return null;
}
