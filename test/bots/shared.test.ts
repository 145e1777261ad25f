import { once, shared } from '../../bots/shared';

/** Reads that end when they are told to. */
function slow() {
  const reads: { end(value: string): void; fail(): void }[] = [];
  const read = () =>
    new Promise<string>((end, failed) => {
      reads.push({ end, fail: () => failed(new Error('away')) });
    });
  return { reads, ask: shared(read) };
}

const settle = () => new Promise((done) => setImmediate(done));

test('whoever asks while one is on its way shares the next, and sees nothing older than their question', async () => {
  const { reads, ask } = slow();
  const first = ask();
  const others = [ask(), ask(), ask()];
  expect(reads).toHaveLength(1);
  reads[0]?.end('before');
  expect(await first).toBe('before');
  await settle();
  expect(reads).toHaveLength(2);
  const late = ask();
  reads[1]?.end('after');
  expect(await Promise.all(others)).toEqual(['after', 'after', 'after']);
  await settle();
  reads[2]?.end('later');
  expect(await late).toBe('later');
});

test('one after the other, each has its own', async () => {
  const { reads, ask } = slow();
  for (const value of ['one', 'two']) {
    const asked = ask();
    reads.at(-1)?.end(value);
    expect(await asked).toBe(value);
    await settle();
  }
  expect(reads).toHaveLength(2);
});

test('one that fails is not the end of it', async () => {
  const { reads, ask } = slow();
  const [first, second] = [ask(), ask()];
  reads[0]?.fail();
  await expect(first).rejects.toThrow('away');
  await settle();
  reads[1]?.end('back');
  expect(await second).toBe('back');
});

test('what is read once is read when it is first asked for, and never again', async () => {
  let reads = 0;
  const ask = once(async () => {
    reads += 1;
    return reads;
  });
  expect(reads).toBe(0);
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  expect(await ask()).toBe(1);
});
