import { line } from './fields';
import { type Holders, nearestFirst } from './holders';
import { innersOrNames, type Part } from './part';

const CODE = /^[a-z]{2,3}$/i;
const named = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' });

/** The languages spoken there, by their English names. */
export function readLanguages(holders: Holders): string[] {
  const languages = nearestFirst(holders).flatMap((holder) => innersOrNames(holder, 'languages'));
  return [...new Set(languages.flatMap((language) => nameOf(language) ?? []))];
}

function nameOf(language: Part): string | null {
  const name = line(language, 'name', 'language', 'code');
  return name !== null && CODE.test(name) ? (named.of(name) ?? name) : name;
}
