import { createPump } from '../../bots/pump';

const tick = () => new Promise((done) => setImmediate(done));

test('work that waits for something slow does not hold up other work', async () => {
  let slow = () => {};
  const begun: number[] = [];
  const pump = createPump(
    () => {
      begun.push(begun.length);
      if (begun.length > 1) return Promise.resolve(0);
      return new Promise((done) => {
        slow = () => done(0);
      });
    },
    () => undefined,
  );
  pump.wake();
  pump.wake();
  await tick();
  expect(begun).toHaveLength(2);
  slow();
  await pump.close();
});

test('goes on while there is something to do, no more than a few at once, and over a failure', async () => {
  let left = 50;
  let now = 0;
  let most = 0;
  const failures: unknown[] = [];
  const pump = createPump(
    async () => {
      now += 1;
      most = Math.max(most, now);
      await tick();
      now -= 1;
      left -= 1;
      if (left === 40) throw new Error('once');
      return Math.max(0, left);
    },
    (error) => failures.push(error),
  );
  for (let times = 0; times < 20; times += 1) pump.wake();
  while (left > 0) {
    await tick();
    if (failures.length > 0) pump.wake();
  }
  expect(most).toBeLessThanOrEqual(2);
  expect(failures).toHaveLength(1);
  await pump.close();
  const before = left;
  pump.wake();
  await tick();
  expect(left).toBe(before);
});
