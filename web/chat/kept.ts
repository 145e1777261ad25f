const KEPT = 'natter.resume';

/**
 * What this tab keeps of a talk: the token it goes on with, until the tab is closed. Some browsers let a page keep nothing, in a
 * panel on another website above all; then a talk lasts as long as the page does.
 */
export const kept = {
  read: (): string | null => ifAllowed(() => sessionStorage.getItem(KEPT)),
  write: (token: string) => ifAllowed(() => sessionStorage.setItem(KEPT, token)),
  remove: () => ifAllowed(() => sessionStorage.removeItem(KEPT)),
  clear: () => ifAllowed(() => sessionStorage.clear()),
};

function ifAllowed<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
