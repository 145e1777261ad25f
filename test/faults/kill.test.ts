import { killRounds } from '../../tools/faults/kill';

/** A tenth of what `npm run faults` plays. */
const ROUNDS = 20;

test('nothing acknowledged is lost, repeated, out of order or left without an answer when the process is killed', async () => {
  const report = await killRounds(ROUNDS, Math.random);
  expect(report.acknowledged).toBeGreaterThanOrEqual(ROUNDS);
  expect(report).toMatchObject({ rounds: ROUNDS, lost: 0, repeated: 0, outOfOrder: 0, unanswered: 0 });
}, 900_000);
