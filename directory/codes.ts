/** An address or a code of a term as it is compared: the same with and without its "https://", in capitals or not. */
export const asCode = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
