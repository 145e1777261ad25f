import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { Store } from '../../store/contract';
import { openRedisStore } from '../../store/redis/store';
import { sealed } from '../../store/sealed/store';
import { openSqliteStore } from '../../store/sqlite/store';
import { next, type Place, withNatter } from '../../tools/desk-load/model';
import { nothing } from '../../tools/desk-load/verdict';
import { type RedisServer, startRedis } from '../redis';
import { anyDoing, type Doing, faultsOf, openReal, PEOPLE, perform, type Real, write } from './acts';

/*
 * The real bots beside the model, and anything that three workers can do with three people. A run that fails is made as
 * short as it can be, and printed with its seed.
 */

/** On a slow machine there are fewer runs. */
const LONGEST_MS = 6_000;

type Model = Map<string, Place>;

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis(['--appendfsync', 'no']);
});
afterAll(() => redis.stop());

const STORES: [string, number, () => Promise<Store[]>][] = [
  ['SQLite', 25, async () => [openSqliteStore(':memory:')]],
  [
    'Redis, with two who act on it',
    12,
    async () => {
      await redis.command('FLUSHALL');
      const key = randomBytes(32);
      const open = async () => sealed(await openRedisStore(redis.url), [key]);
      return Promise.all([open(), open()]);
    },
  ],
];

async function withReal(open: () => Promise<Store[]>, work: (real: Real) => Promise<void>): Promise<void> {
  const stores = await open();
  try {
    const real = await openReal(stores);
    await work(real);
    expect(await faultsOf(real)).toEqual(nothing);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
}

/** Does it, and expects what the model says, in the answer and in every list. */
class Does implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly doing: Doing) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const { person, act } = this.doing;
    const expected = next(model.get(person) ?? withNatter, act);
    for (const { clock } of real.bots) clock.now += 1_000;
    expect(await perform(real, this.doing)).toBe(expected.answer);
    model.set(person, expected.place);
    for (const { desk } of real.bots) expect(shown(await desk.list())).toEqual(meant(model));
  }
  toString = () => JSON.stringify(this.doing);
}

class Writes implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly person: string) {}
  check = () => true;
  run = (_: Model, real: Real) => write(real, this.person);
  toString = () => `${this.person} writes`;
}

const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
const shown = (list: Awaited<ReturnType<Real['bots'][number]['desk']['list']>>) =>
  sorted(list.map(({ id, owner, worker, beside }) => ({ id, owner, worker: worker?.id, beside: beside?.id })));
const meant = (model: Model) =>
  sorted(
    [...model]
      .filter(([, { at }]) => at !== 'natter')
      .map(([id, { at, worker, beside }]) => ({
        id,
        owner: at,
        worker: worker ?? undefined,
        beside: beside ?? undefined,
      })),
  );

describe.each(STORES)('on %s', (_, runs, open) => {
  test('one act after the other comes to what the model says, and nothing said is lost', async () => {
    const commands = fc.commands(
      [anyDoing().map((doing) => new Does(doing)), fc.constantFrom(...PEOPLE).map((person) => new Writes(person))],
      { maxCommands: 20, size: 'max' },
    );
    const property = fc.asyncProperty(commands, (chosen) =>
      withReal(open, (real) => fc.asyncModelRun(() => ({ model: new Map() as Model, real }), chosen)),
    );
    await fc.assert(property, { numRuns: runs, endOnFailure: false, interruptAfterTimeLimit: LONGEST_MS });
  });

  test('whatever they do at once, the answers come out in some order, and so does what is there afterwards', async () => {
    // Asking for a worker is several messages: it is done before the others begin.
    const wants = PEOPLE.map((person): Doing => ({ person, at: 0, act: { act: 'wants' } }));
    const atOnce = anyDoing().filter(({ act }) => act.act !== 'wants');
    const bursts = fc.array(fc.array(atOnce, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
    const property = fc.asyncProperty(bursts, (all) =>
      withReal(open, async (real) => {
        for (const burst of all) {
          for (const doing of wants) await perform(real, doing);
          await Promise.all(burst.map((doing) => perform(real, doing)));
        }
      }),
    );
    await fc.assert(property, { numRuns: runs, interruptAfterTimeLimit: LONGEST_MS });
  });
});
