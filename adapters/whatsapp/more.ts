/** The id of the "More" row of a list: how many choices of the whole they have seen by then. */
export const moreId = (from: number): string => `natter/more:${from}`;

/** The number in such an id, or null. */
export function moreFrom(id: string | undefined): number | null {
  const seen = /^natter\/more:(\d{1,4})$/.exec(id ?? '')?.[1];
  return seen === undefined ? null : Number(seen);
}
