import { change, conversation, count, ids, type Kept, MINUTE, NOW, takeTurn, turn } from './given';

export function deskContract(kept: Kept): void {
  const wait = (id: string, minutes: number, urgent = false) =>
    turn(kept.store, { conversation: waiting(id, minutes, urgent) }, id);
  const waiting = (id: string, minutes: number, urgent = false) =>
    conversation({ id, owner: 'waiting', waitingSince: NOW - minutes * MINUTE, urgent });

  test('urgent ones come first, then those who have waited longest', async () => {
    await wait('short', 1);
    await wait('long', 30);
    await wait('urgent-short', 2, true);
    await wait('middle', 10);
    await wait('urgent-long', 5, true);
    expect(ids(await kept.store.desk(['waiting']))).toEqual(['urgent-long', 'urgent-short', 'long', 'middle', 'short']);
  });

  test('only conversations with one of the owners asked for are listed, whole', async () => {
    await turn(kept.store, {}, 'with-bot');
    const waits = await wait('waits', 5);
    const worker = conversation({ id: 'with-worker', owner: 'worker', worker: 'w1', waitingSince: NOW });
    const held = await turn(kept.store, { conversation: worker }, 'with-worker');
    expect(await kept.store.desk(['waiting', 'worker'])).toEqual([waits, held]);
    expect(await kept.store.desk(['worker'])).toEqual([held]);
    expect(await kept.store.desk(['ended'])).toEqual([]);
    expect(await kept.store.desk([])).toEqual([]);
  });

  test('the list follows each commit: claimed, made urgent, ended', async () => {
    await wait('ann', 5);
    await wait('ben', 9);
    await wait('ann', 5, true);
    expect(ids(await kept.store.desk(['waiting']))).toEqual(['ann', 'ben']);
    await turn(kept.store, { conversation: conversation({ id: 'ann', owner: 'worker', worker: 'w1' }) }, 'ann');
    expect(ids(await kept.store.desk(['waiting']))).toEqual(['ben']);
    await turn(kept.store, { conversation: conversation({ id: 'ann', owner: 'ended' }) }, 'ann');
    expect(ids(await kept.store.desk(['ended']))).toEqual(['ann']);
    expect(await kept.store.desk(['worker'])).toEqual([]);
  });

  test('of 20 workers who claim one person at once exactly one gets them', async () => {
    const { version } = await wait('ann', 5);
    const lease = await takeTurn(kept.store);
    const claim = (n: number) => {
      const claimed = { ...waiting('ann', 5), owner: 'worker' as const, worker: `w${n}` };
      return kept.store.commit(change(lease, version, { conversation: claimed }));
    };
    const results = await Promise.allSettled(count(20).map(claim));
    const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.worker] : []));
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(won).toHaveLength(1);
    expect(lost).toEqual(Array(19).fill('conflict'));
    expect(await kept.store.desk(['worker'])).toMatchObject([{ id: 'ann', worker: won[0] }]);
    expect(await kept.store.desk(['waiting'])).toEqual([]);
  });
}
