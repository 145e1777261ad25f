import { createCodeLimit, WRONG_CODES } from '../../../adapters/desk/limit';

const wrong = () => Promise.reject({ code: 'code' });
const another = () => Promise.reject({ code: 'sign-in' });
const right = () => Promise.resolve('in');
const settled = (tries: Promise<unknown>[]) =>
  Promise.all(
    tries.map((each) =>
      each.then(
        (value) => value,
        ({ code }) => code,
      ),
    ),
  );
const times = <T>(count: number, of: () => T): T[] => Array.from({ length: count }, of);
const count = (answers: unknown[], answer: string) => answers.filter((each) => each === answer).length;

describe('the limit on wrong codes', () => {
  it('lets no more be tried at once than one after the other', async () => {
    const limit = createCodeLimit();
    let tried = 0;
    let open = () => {};
    const together = new Promise<void>((done) => {
      open = done;
    });
    const tries = settled(
      times(5 * WRONG_CODES, () =>
        limit('sam@example.org', async () => {
          tried += 1;
          await together;
          return wrong();
        }),
      ),
    );
    await new Promise((done) => setTimeout(done, 20));
    open();
    const answers = await tries;
    expect(tried).toBe(WRONG_CODES);
    expect(count(answers, 'code')).toBe(WRONG_CODES);
    expect(count(answers, 'too-many')).toBe(4 * WRONG_CODES);
    expect(await settled([limit('sam@example.org', right)])).toEqual(['too-many']);
  });

  it('counts neither right codes nor what fails before a code matters, however many at once', async () => {
    const limit = createCodeLimit();
    for (const attempt of [right, another])
      for (let round = 0; round < 3; round++)
        expect(count(await settled(times(WRONG_CODES, () => limit('sam@example.org', attempt))), 'too-many')).toBe(0);
    expect(count(await settled(times(WRONG_CODES, () => limit('sam@example.org', wrong))), 'code')).toBe(WRONG_CODES);
  });

  it('holds nobody back for tries that it refused itself', async () => {
    const limit = createCodeLimit();
    let open = () => {};
    const together = new Promise<void>((done) => {
      open = done;
    });
    const held = times(WRONG_CODES, () => limit('sam@example.org', () => together));
    expect(count(await settled(times(WRONG_CODES, () => limit('sam@example.org', right))), 'too-many')).toBe(
      WRONG_CODES,
    );
    open();
    await Promise.all(held);
    expect(await settled([limit('sam@example.org', right)])).toEqual(['in']);
  });

  it('is for each worker by themselves, however they write their address', async () => {
    const limit = createCodeLimit();
    await settled(times(WRONG_CODES, () => limit('sam@example.org', wrong)));
    expect(await settled([limit(' SAM@example.org', right), limit('kim@example.org', right)])).toEqual([
      'too-many',
      'in',
    ]);
  });
});
