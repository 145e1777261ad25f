/** Every name by which one of these languages is asked for, in its own and each other's words: "cymraeg", "welsh", "saesneg". */
export function languageNames(languages: { code: string; names: string[] }[]): Map<string, string> {
  const named = new Map<string, string>();
  for (const { code, names } of languages) {
    const inOthers = languages.map((other) => new Intl.DisplayNames(other.code, { type: 'language' }).of(code) ?? '');
    for (const name of [...names, ...inOthers]) if (name) named.set(plain(name), code);
  }
  return named;
}

/** The language whose name is the whole message; null: none is. */
export const namedIn = (names: ReadonlyMap<string, string>, text: string): string | null =>
  names.get(plain(text)) ?? null;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
