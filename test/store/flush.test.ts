import { makeFlush } from '../../store/sqlite/flush';

/** Rounds to the disk, each of which ends when the test says so. */
function byHand() {
  const rounds: { end(): void; fail(): void }[] = [];
  const flushed = makeFlush(
    () => new Promise<void>((end, failed) => rounds.push({ end, fail: () => failed(new Error('disk')) })),
  );
  return { rounds, flushed };
}

/** Lets everything go on that waits for nothing. */
const settle = () => new Promise<void>((done) => setImmediate(done));

/** Whether it has resolved yet. */
function watch(promise: Promise<void>) {
  const seen = { done: false, failed: false };
  promise.then(
    () => {
      seen.done = true;
    },
    () => {
      seen.failed = true;
    },
  );
  return seen;
}

test('nobody is told before the disk has it', async () => {
  const { rounds, flushed } = byHand();
  const one = watch(flushed());
  await settle();
  expect(one.done).toBe(false);
  rounds[0]?.end();
  await settle();
  expect(one.done).toBe(true);
});

test('what was written after a round began waits for the next, and shares it', async () => {
  const { rounds, flushed } = byHand();
  const first = watch(flushed());
  const [second, third] = [watch(flushed()), watch(flushed())];
  expect(rounds).toHaveLength(1);
  rounds[0]?.end();
  await settle();
  expect([first.done, second.done, third.done]).toEqual([true, false, false]);
  expect(rounds).toHaveLength(2);
  const fourth = watch(flushed());
  rounds[1]?.end();
  await settle();
  expect([second.done, third.done, fourth.done]).toEqual([true, true, false]);
  expect(rounds).toHaveLength(3);
});

test('a round that fails is told to those it was for, and the next is tried', async () => {
  const { rounds, flushed } = byHand();
  const first = watch(flushed());
  const second = watch(flushed());
  rounds[0]?.fail();
  await settle();
  expect(first).toEqual({ done: false, failed: true });
  rounds[1]?.end();
  await settle();
  expect(second).toEqual({ done: true, failed: false });
  const later = watch(flushed());
  rounds[2]?.end();
  await settle();
  expect(later.done).toBe(true);
});
