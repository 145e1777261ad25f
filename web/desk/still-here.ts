/** How often a page that is being used says so, which keeps its session from going idle. */
const STILL_HERE_MS = 5 * 60_000;

/** Says every few minutes that the page is being used, while it is. */
export function whileUsed(say: () => void): void {
  let lastSaid = Date.now();
  const used = (): void => {
    if (Date.now() - lastSaid < STILL_HERE_MS) return;
    lastSaid = Date.now();
    say();
  };
  document.addEventListener('keydown', used);
  document.addEventListener('pointerdown', used);
}
