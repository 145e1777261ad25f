import { type Failover, failOver } from '../../tools/faults/failovers';
import type { Verdict } from '../../tools/faults/judge';
import { killRedis } from '../../tools/faults/redis-kills';
import { senders, wholeNatters } from '../../tools/faults/whole';

/** A part of what `npm run faults` plays. */
const KILLS = 2;
const PEOPLE = 50;
const MOST_PLAYS = 3;

jest.setTimeout(900_000);

const sound = (verdict: Verdict) =>
  expect(verdict).toMatchObject({ lost: 0, repeated: 0, outOfOrder: 0, unanswered: 0, unsent: 0, sentOutOfOrder: 0 });

describe('Redis is killed and started again while 50 people write to two Natters that are never restarted', () => {
  test('whole Natters: what was acknowledged is there, in order and answered', async () => {
    const verdict = await killRedis(wholeNatters, KILLS, PEOPLE, Math.random);
    sound(verdict);
    expect(verdict.stops).toBe(KILLS);
    expect(verdict.atStake).toBeGreaterThan(0);
  });

  test('Natters that send: every answer is sent, in order', async () => {
    const verdict = await killRedis(senders, KILLS, PEOPLE, Math.random);
    sound(verdict);
    expect(verdict.atStake).toBeGreaterThan(0);
  });
});

describe('a replica takes over: what was acknowledged is there', () => {
  test.each<Failover>(['both behind', 'one behind', 'alive'])('%s', async (kind) => {
    let plainLost = 0;
    // On a slow disk the primary may refuse everything before it dies, and then nobody loses anything: it is played again.
    for (let plays = 0; plays < MOST_PLAYS && plainLost === 0; plays += 1) {
      const verdict = await failOver([kind], PEOPLE, Math.random);
      sound(verdict);
      expect(verdict.stops).toBe(1);
      expect(verdict.atStake).toBeGreaterThan(0);
      plainLost += verdict.plainLost;
    }
    // What did not wait for every replica was lost in the same moments: something was at stake.
    expect(plainLost).toBeGreaterThan(0);
  });
});
