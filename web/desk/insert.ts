import type { Edit } from './put-in.js';

/** Changes part of what is in a text box, as if it had been typed: of all ways only this one can be undone with the keyboard. */
export function insert(box: HTMLTextAreaElement, { from, to, text }: Edit): void {
  box.focus();
  box.setSelectionRange(from, to);
  document.execCommand('insertText', false, text);
}
