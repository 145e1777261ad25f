import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../../config';
import { readContent } from '../../read-content';
import { openSqliteStore } from '../../store/sqlite/store';
import { talkOf } from '../../talk-from-content';
import { limitOf, middleBusy, mostOf, resting } from '../../tools/bench/busy';
import { type Throughput, throughput } from '../../tools/bench/measure';
import { QUICK } from '../../tools/bench/plan';
import { bench, compare, NAMES, type Report } from '../../tools/bench/run';
import { show, table } from '../../tools/bench/show';
import { latencyOf, median, percentile, ratio } from '../../tools/bench/statistics';
import { CHOICES } from '../../tools/bench/talkers';
import type { LoadResult, Order, Usage } from '../../tools/bench/types';
import { createRehearsal } from '../../tools/rehearsal';

test('the choices that are measured are offered one after the other', async () => {
  const { contentDir, place } = readConfig({});
  const { content } = readContent(contentDir, place);
  if (!content) throw new Error('no content');
  const { open, person } = createRehearsal({
    store: openSqliteStore(':memory:'),
    talk: talkOf(content, 'en'),
    start: Date.parse('2026-11-25T10:00:00Z'),
    worker: { id: 'sam', name: 'Sam', email: 'sam@natter.example', role: 'worker' },
    channel: 'web',
    log: console,
  });
  let said = await open();
  for (const choice of [...CHOICES, ...CHOICES]) {
    expect(said.at(-1)?.choices).toContain(choice);
    said = await person(choice);
  }
});

describe('the arithmetic', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('the median of %j is %d', (values, middle) => expect(median(values)).toBe(middle));

  test('the median of nothing is no number', () => expect(median([])).toBeNaN());

  test.each([
    [50, 50],
    [95, 95],
    [99, 99],
    [100, 100],
    [0.1, 1],
  ])('of 1 to 100, %d%% are at most %d', (percent, most) => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(values, percent)).toBe(most);
  });

  test('latency is told by its percentiles, in hundredths of a millisecond', () =>
    expect(latencyOf([1.234, 2, 3, 100])).toEqual({ p50: 2, p95: 100, p99: 100, most: 100 }));

  test('a ratio is taken within each round, so that a slow round counts for both', () =>
    expect(ratio([10, 100, 5], [20, 100, 10])).toBe(0.5));

  test('a round in which the other did nothing is left out', () => expect(ratio([10, 8], [0, 4])).toBe(2));

  test('only what was measured on both sides is compared', () => {
    const one = (name: string, turns: number[], cpu: number[]): Throughput => ({
      name,
      turns,
      cpu,
      busy: [],
      errors: 0,
    });
    const all = [one(NAMES.choice, [50, 60], [20, 20]), one(NAMES.floor, [100, 100], [10, 10])];
    expect(compare(all)).toEqual([{ what: 'a choice on SQLite to its floor', turns: 0.55, cpu: 2, wanted: 0.5 }]);
  });

  test('contenders take turns in every round, and processor time is counted for each turn', async () => {
    const order: string[] = [];
    const result: LoadResult = {
      turns: 10,
      errors: 1,
      seconds: 2,
      cpu: 500_000,
      acknowledged: latencyOf([1]),
      replied: null,
    };
    const driver = {
      async order(given: Order) {
        if (given.do === 'begin') order.push(given.load.talker);
        return result;
      },
      stop: () => Promise.resolve(),
    };
    let cpu = 0;
    const usage = async (): Promise<Usage> => {
      cpu += 500;
      return { cpu, rss: 0, heap: 0 };
    };
    const processes = [{ url: '', usage, stop: () => Promise.resolve() }];
    let spent = 0;
    const redis = {
      url: '',
      spent: async () => {
        spent += 1_000_000;
        return spent;
      },
      resting: () => () => 0.25,
      stop: () => Promise.resolve(),
    };
    const contenders = [
      { name: 'one', talker: 'choices' as const, processes },
      { name: 'other', talker: 'floor' as const, processes, redis },
    ];
    const told = await throughput(driver, contenders, { ...QUICK, rounds: 2 });
    expect(order).toEqual(['choices', 'floor', 'choices', 'floor']);
    const busy = { own: 0, redis: 0.5, load: 0.25, machine: expect.any(Number), rest: 0.25 };
    expect(told[1]).toEqual({ name: 'other', turns: [5, 5], cpu: [50, 50], busy: [busy, busy], errors: 2 });
  });

  test.each([
    [1.9, 2, 1, 'So the processors were the limit.'],
    [1.2, 2, 0.3, 'So the processors were not the limit.'],
    [1.9, 4, 1, 'So the processors were not the limit.'],
  ])('with %d of %d processors busy it says what the limit was', (machine, processors, other, limit) => {
    const rounds = [0.5, 0.7, 0.6].map((own) => ({ own, redis: 0.2, load: 0.1, machine, rest: null }));
    expect(middleBusy(rounds)).toEqual({ own: 0.6, redis: 0.2, load: 0.1, machine, rest: null });
    expect(limitOf(middleBusy(rounds), processors)).toBe(
      `Processors busy: it 0.6, Redis 0.2, the load 0.1, other work ${other}: ${machine} of ${processors}. ${limit}`,
    );
  });

  test.each([
    [0.05, 1.2, 'So Redis was the limit.'],
    [0.3, 1.2, 'So neither Redis nor the processors were the limit.'],
    [0.3, 1.9, 'So the processors were the limit.'],
  ])(
    'with a Redis at rest %d of the time, and %d processors busy, it says which was the limit',
    (rest, machine, limit) => {
      const busy = { own: 0.6, redis: 0.2, load: 0.1, machine, rest };
      expect(limitOf(busy, 2)).toContain(
        `Redis does one thing at a time: it was at rest ${rest} of the time, else at work, or waiting for a processor or the disk. ${limit}`,
      );
    },
  );

  test('a process is at rest while it sleeps, and not while it works', async () => {
    const busy = spawn(process.execPath, ['-e', 'while (true);'], { stdio: 'ignore' });
    const idle = spawn('sleep', ['60'], { stdio: 'ignore' });
    try {
      const told = [busy, idle].map(({ pid }) => resting(pid ?? 0));
      await pause(500);
      const [worked = 1, slept = 0] = told.map((one) => one());
      if (process.platform !== 'linux') return expect([worked, slept]).toEqual([null, null]);
      expect(worked).toBeLessThan(0.2);
      expect(slept).toBeGreaterThan(0.8);
    } finally {
      for (const one of [busy, idle]) one.kill('SIGKILL');
    }
  });

  test('what one process leaves is all that a second one can add', () =>
    expect(mostOf({ own: 0.9, redis: 0.3, load: 0.1, machine: 1.6, rest: null }, 2)).toBe(
      'One process keeps 1.6 of 2 processors busy: more processes can do 1.25 times as much at most.',
    ));
});

test('a table has columns as wide as their widest cell', () =>
  expect(table(['name', 'n'], [['a', 1000]]).split('\n')).toEqual(['name     n', '----  ----', 'a     1000']));

describe('a quick run', () => {
  let report: Report;
  beforeAll(async () => {
    report = await bench(QUICK, () => undefined);
  }, 600_000);

  test('every contender answers, without an error', () => {
    const names = report.throughput.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([NAMES.choice, NAMES.words, NAMES.floor, NAMES.peer]));
    for (const { turns } of report.throughput) expect(Math.min(...turns)).toBeGreaterThan(0);
    expect(report.errors).toBe(0);
  });

  test('Redis is measured, or the report says why not', () => {
    const measured = report.throughput.some(({ name }) => name === NAMES.redis);
    expect(measured).toBe(!report.skipped.some((line) => line.startsWith('Redis')));
  });

  test('replies are waited for, and come after their acknowledgement began', () => {
    const [first] = report.delays;
    expect(first?.name).toBe(NAMES.choice);
    expect(first?.replied?.p50).toBeGreaterThan(0);
    expect(report.delays.at(-1)?.connections).toBe(QUICK.crowd);
  });

  test('the floor writes as many bytes as a turn does', () => expect(report.bytesATurn).toBeGreaterThan(500));

  test('the tables name every contender', () => {
    for (const { name } of report.throughput) expect(show(report)).toContain(name);
  });
});
