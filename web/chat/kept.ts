const KEPT = 'natter.resume';
let hasLeft = false;

/**
 * What this tab keeps of a talk: the token it goes on with, until the tab is closed. Some browsers let a page keep nothing, in a
 * panel on another website above all; then a talk lasts as long as the page does.
 */
export const kept = {
  read: (): string | null => ifAllowed(() => sessionStorage.getItem(KEPT)),
  write: (token: string) => ifAllowed(() => hasLeft || sessionStorage.setItem(KEPT, token)),
  remove: () => ifAllowed(() => sessionStorage.removeItem(KEPT)),
  /** They leave: nothing is kept from here on, whatever still comes in. */
  clear() {
    hasLeft = true;
    ifAllowed(() => sessionStorage.clear());
  },
};

function ifAllowed<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
