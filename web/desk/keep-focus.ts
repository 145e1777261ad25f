/** Nothing has the focus, or what has it cannot be seen: whoever works by keyboard would begin at the top of the page again. */
export function focusIsLost(): boolean {
  const now = document.activeElement ?? document.body;
  return now === document.body || now.getClientRects().length === 0;
}

/** Makes a change that may remove or hide what has the focus in there. Where it did, `instead` gives it to something else. */
export function keepFocus(within: Element, change: () => void, instead: () => void): void {
  const had = within.contains(document.activeElement);
  change();
  if (had && focusIsLost()) instead();
}
