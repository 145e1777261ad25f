/*
 * What is in this folder is used by the desk's page and by Natter itself, so it knows no browser, no server and no library.
 * Its files import each other without an ending, which is how both find them.
 */

/** A part of a text. */
export interface Found {
  words: string;
  from: number;
  /** The place after its last letter. */
  to: number;
}
