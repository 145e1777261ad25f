import { type Natters, startNatters } from '../../tools/desk-load/natters';
import { deskLoad } from '../../tools/desk-load/run';
import { faultless } from '../../tools/desk-load/verdict';

jest.setTimeout(600_000);

/** `npm run desk-load` plays it at full length. */
let natters: Natters;
beforeAll(async () => {
  natters = await startNatters('redis', { SENTENCE_VECTORS: 'off' });
});
afterAll(() => natters?.stop());

test('workers and people who do as they please at two processes: nobody is claimed twice, nobody and nothing lost', async () => {
  const { acts, verdict, listOutOfOrder } = await deskLoad(natters, { workers: 10, people: 50, seconds: 10, seed: 5 });
  expect(verdict).toEqual({ ...verdict, claimedTwice: 0, impossible: 0, lost: 0, repeated: 0, outOfOrder: 0 });
  expect(verdict).toEqual({ ...verdict, missing: 0, lingering: 0, misplaced: 0 });
  expect(faultless(verdict) && listOutOfOrder === 0).toBe(true);
  expect(acts.claim?.granted).toBeGreaterThan(10);
  expect(verdict.messages).toBeGreaterThan(50);
});
