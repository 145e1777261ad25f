import { ACT_MS, createPace, LIST_MS } from '../../../web/desk/pace';

/** Looks that note when they begin, and end when they are let. */
function looks() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const look = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const settle = async () => {
    for (let end = ends.shift(); end; end = ends.shift()) {
      end();
      await jest.advanceTimersByTimeAsync(0);
    }
  };
  const count = (name: string) => begun.filter((each) => each === name).length;
  return { pace: createPace({ list: look('list'), person: look('person') }), begun, settle, count };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('whoever is open is looked at at once', () => {
  const { pace, begun } = looks();
  pace.wake(true);
  expect(begun).toEqual(['person']);
});

test('somebody else is not looked at', async () => {
  const { pace, begun } = looks();
  pace.wake(false);
  await jest.advanceTimersByTimeAsync(0);
  expect(begun).toEqual(['list']);
});

test('the list is looked at at once, and then once a second, however often it changes', async () => {
  const { pace, count, settle } = looks();
  for (let i = 0; i < 50; i += 1) {
    pace.wake(false);
    await jest.advanceTimersByTimeAsync(LIST_MS / 25);
    await settle();
  }
  await jest.advanceTimersByTimeAsync(LIST_MS);
  expect(count('list')).toBe(3);
});

test('what changed while a look was on its way is looked at again, once', async () => {
  const { pace, count, settle } = looks();
  pace.wake(true);
  pace.wake(true);
  pace.wake(true);
  expect(count('person')).toBe(1);
  await settle();
  expect(count('person')).toBe(2);
});

test('a look that fails does not stop the next one', async () => {
  let asked = 0;
  const person = () => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error('no answer')) : Promise.resolve();
  };
  const pace = createPace({ list: async () => undefined, person });
  await expect(pace.open()).rejects.toThrow('no answer');
  await pace.open();
  expect(asked).toBe(2);
});

test('a wake-up that comes before the answer to what was done waits for it', async () => {
  const { pace, begun } = looks();
  const { promise, resolve: answer } = Promise.withResolvers<void>();
  const done = pace.during(() => promise);
  pace.wake(true);
  expect(begun).toEqual([]);
  answer();
  await done;
  expect(begun).toEqual(['person']);
});

test('what was looked at after something was done is not looked at twice', async () => {
  const { pace, count, settle } = looks();
  const done = pace.during(async () => {
    pace.wake(true);
    await pace.talk();
  });
  await settle();
  await done;
  await settle();
  expect(count('person')).toBe(1);
});

test('what changes while it is looked at is not forgotten', async () => {
  const { pace, count, settle } = looks();
  const done = pace.during(async () => {
    const look = pace.talk();
    pace.wake(true);
    await look;
  });
  await settle();
  await done;
  await settle();
  expect(count('person')).toBe(2);
});

test('an answer that never comes keeps what they write from the worker for a few seconds only', async () => {
  const { pace, count } = looks();
  void pace.during(() => new Promise(() => undefined));
  pace.wake(true);
  await jest.advanceTimersByTimeAsync(ACT_MS - 1);
  expect(count('person')).toBe(0);
  await jest.advanceTimersByTimeAsync(1);
  expect(count('person')).toBe(1);
});
