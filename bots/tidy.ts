/** The dots and marks of a web address or of an e-mail address are part of it. */
const ADDRESS = /:\/\/|@|www\./i;

/** A value that is not known leaves no empty line, no double space and no lonely full stop. Addresses stay as they are. */
export function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/([.!?])(?: \.+)+/g, '$1')
        .replace(/ ([.,])/g, '$1')
        .replace(/\S+/g, (token) => (ADDRESS.test(token) ? token : token.replace(/([.!?])\.+/g, '$1')))
        .trim(),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .join('\n');
}
