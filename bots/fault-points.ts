/** Named places in a turn and in sending, where a test may stop the process to see that nothing is lost. */
export const FAULT_POINTS = [
  /** A message has come in; nothing is kept yet. */
  'turn/arrived',
  /** It is kept, and waits for its turn. */
  'turn/accepted',
  /** The turn has run; nothing of it is kept yet. */
  'turn/ran',
  /** Everything of the turn is kept; nobody has been told. */
  'turn/committed',
  /** A message to send is leased. */
  'send/leased',
  /** The channel has taken it; that is not recorded yet. */
  'send/taken',
  /** It is recorded as sent. */
  'send/recorded',
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

/** Called whenever such a place is passed. Does nothing unless a test asks. */
export type Reach = (point: FaultPoint) => void;

/** What happens outside of tests: nothing. */
export const passBy: Reach = () => undefined;

/**
 * Stops the process, as a power cut would, when a point is passed for the n-th time. `where` is `turn/ran` or `turn/ran@3`.
 * Null when there is no such point.
 */
export function stopAt(where: string, stop: () => void): Reach | null {
  const [name, count = '1'] = where.split('@');
  const point = FAULT_POINTS.find((each) => each === name);
  let left = Number(count);
  if (!point || !Number.isInteger(left) || left < 1) return null;
  return (passed) => {
    if (passed !== point) return;
    left -= 1;
    if (left === 0) stop();
  };
}
