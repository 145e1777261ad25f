import { change, count, ids, inbound, type Kept, MINUTE, message, NOW, pause, takeTurn, turn } from './given';

export function outboxContract(kept: Kept): void {
  const lease = (now = NOW, limit = 10) => kept.store.outbox(now, MINUTE, limit);

  test('a message to send comes out as it was put in', async () => {
    await turn(kept.store, { outbox: [message('o1')] });
    const row = {
      ...message('o1'),
      conversation: 'ann',
      seq: expect.any(Number),
      attempts: 0,
      state: 'waiting',
      providerId: null,
      error: null,
    };
    expect(await lease()).toEqual([row]);
    expect(await kept.store.outgoing('ann')).toEqual([row]);
  });

  test('messages of one conversation go one after the other, in order', async () => {
    await turn(kept.store, { outbox: ['z', 'a'].map((id) => message(id)) });
    await turn(kept.store, { outbox: [message('m')] });
    const order: string[] = [];
    for (const _ of count(3)) {
      const rows = await lease();
      order.push(...ids(rows));
      expect(await lease()).toEqual([]);
      await kept.store.sent(rows[0]?.id ?? '', 'SM1');
    }
    expect(order).toEqual(['z', 'a', 'm']);
    expect(await lease()).toEqual([]);
    const seqs = (await kept.store.outgoing('ann')).map((row) => row.seq);
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
  });

  test('a reminder put in first still goes first within its conversation', async () => {
    await turn(kept.store, { outbox: [message('o1', { priority: 'reminder' }), message('o2')] });
    expect(ids(await lease())).toEqual(['o1']);
  });

  test('conversations do not hold each other up, and replies go before reminders', async () => {
    await turn(kept.store, { outbox: [message('remind', { priority: 'reminder', dueAt: NOW - MINUTE })] }, 'ann');
    await turn(kept.store, { outbox: [message('reply')] }, 'ben');
    await turn(kept.store, { outbox: [message('remind-2', { priority: 'reminder' })] }, 'cat');
    expect(ids(await lease(NOW, 1))).toEqual(['reply']);
    expect(ids(await lease()).sort()).toEqual(['remind', 'remind-2']);
  });

  test('a message not yet due waits, and holds up the later ones of its conversation', async () => {
    await turn(kept.store, { outbox: [message('later', { dueAt: NOW + MINUTE }), message('now')] });
    expect(await lease(NOW)).toEqual([]);
    expect(ids(await lease(NOW + MINUTE))).toEqual(['later']);
  });

  test('a message whose sender died comes back when its lease ran out', async () => {
    await turn(kept.store, { outbox: [message('o1'), message('o2')] });
    expect(ids(await lease(NOW))).toEqual(['o1']);
    expect(await lease(NOW + MINUTE - 1)).toEqual([]);
    const store = await kept.reopen();
    expect(ids(await store.outbox(NOW + MINUTE + 1, MINUTE, 10))).toEqual(['o1']);
  });

  test('50 senders at once never get the same message', async () => {
    for (const n of count(5)) await turn(kept.store, { outbox: [message(`o${n}`)] }, `c${n}`);
    const got = (await Promise.all(count(50).map(() => lease(NOW, 2)))).flat();
    expect(ids(got).sort()).toEqual(count(5).map((n) => `o${n}`));
  });

  test('a message sent keeps the id the provider gave it', async () => {
    await turn(kept.store, { outbox: [message('o1')] });
    await lease();
    await kept.store.sent('o1', 'SM123');
    await kept.store.sent('o1', 'SM123');
    expect(await kept.store.outgoing('ann')).toMatchObject([
      { state: 'sent', providerId: 'SM123', attempts: 1, error: null },
    ]);
  });

  test('a message to be tried again comes back when due, counts the try and holds up the later ones', async () => {
    await turn(kept.store, { outbox: [message('o1'), message('o2')] });
    await lease();
    await kept.store.retry('o1', NOW + 5 * MINUTE, 'too-many');
    await kept.store.retry('o1', NOW + 5 * MINUTE, 'too-many');
    expect(await lease(NOW + 2 * MINUTE)).toEqual([]);
    expect(await lease(NOW + 5 * MINUTE)).toMatchObject([{ id: 'o1', attempts: 1, error: 'too-many' }]);
  });

  test('a message given up is kept as dead, and the next one goes', async () => {
    await turn(kept.store, { outbox: [message('o1'), message('o2')] });
    await lease();
    await kept.store.dead('o1', 'no-such-number');
    expect(ids(await lease())).toEqual(['o2']);
    expect(await kept.store.outgoing('ann')).toMatchObject([
      { id: 'o1', state: 'dead', error: 'no-such-number', attempts: 1 },
      { id: 'o2', state: 'waiting' },
    ]);
  });

  test('a message sent is not tried again by a sender that was slower', async () => {
    await turn(kept.store, { outbox: [message('o1')] });
    await lease();
    await kept.store.sent('o1', 'SM1');
    await kept.store.retry('o1', NOW, 'timeout');
    expect(await lease(NOW + 10 * MINUTE)).toEqual([]);
    expect(await kept.store.outgoing('ann')).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });

  test('news of a message that is gone does no harm', async () => {
    await kept.store.sent('gone', 'SM1');
    await kept.store.retry('gone', NOW, 'timeout');
    await kept.store.dead('gone', 'timeout');
    expect(await lease()).toEqual([]);
  });
}

export function timerContract(kept: Kept): void {
  const timer = (id: string, at: number, body = '"tick"') => ({ id, at, body });
  const due = (now: number, limit = 10) => kept.store.due(now, limit);

  test('timers come when due, oldest first, so many at a time', async () => {
    await turn(kept.store, { timers: { set: [timer('b', NOW + 2), timer('c', NOW + 3)], cancel: [] } });
    await turn(kept.store, { timers: { set: [timer('a', NOW + 1)], cancel: [] } }, 'ben');
    expect(await due(NOW)).toEqual([]);
    expect(await due(NOW + 2)).toEqual([
      { id: 'a', conversation: 'ben', at: NOW + 1, body: '"tick"' },
      { id: 'b', conversation: 'ann', at: NOW + 2, body: '"tick"' },
    ]);
    expect(ids(await due(NOW + 9, 1))).toEqual(['a']);
    expect(ids(await due(NOW + 9))).toEqual(['a', 'b', 'c']);
  });

  test('a timer stays due until a commit cancels it', async () => {
    await turn(kept.store, { timers: { set: [timer('a', NOW)], cancel: [] } });
    expect(await due(NOW)).toHaveLength(1);
    expect(await due(NOW)).toHaveLength(1);
    await turn(kept.store, { timers: { set: [], cancel: ['a', 'never-set'] } });
    expect(await due(NOW)).toEqual([]);
  });

  test('setting a timer again moves it, also when the same change cancels it', async () => {
    await turn(kept.store, { timers: { set: [timer('a', NOW, '"1"')], cancel: [] } });
    await turn(kept.store, { timers: { set: [timer('a', NOW + 5, '"2"')], cancel: [] } });
    expect(await due(NOW)).toEqual([]);
    await turn(kept.store, { timers: { set: [timer('a', NOW + 9, '"3"')], cancel: ['a'] } });
    expect(await due(NOW + 8)).toEqual([]);
    expect(await due(NOW + 9)).toEqual([{ id: 'a', conversation: 'ann', at: NOW + 9, body: '"3"' }]);
  });

  test("cancelling does not touch another conversation's timer of the same name", async () => {
    await turn(kept.store, { timers: { set: [timer('nudge', NOW)], cancel: [] } }, 'ann');
    await turn(kept.store, { timers: { set: [timer('nudge', NOW)], cancel: [] } }, 'ben');
    await turn(kept.store, { timers: { set: [], cancel: ['nudge'] } }, 'ann');
    expect((await due(NOW)).map((one) => one.conversation)).toEqual(['ben']);
  });
}

export function watchContract(kept: Kept): void {
  /** Waits until it holds, so that a store may wake over a network; then a little more, to catch what should not come. */
  async function heard(calls: string[], wanted: string[]): Promise<void> {
    for (const _ of count(200)) if (wanted.some((one) => !calls.includes(one))) await pause(5);
    await pause(20);
    expect([...new Set(calls)].sort()).toEqual([...wanted].sort());
  }

  test('listeners wake after a message, a commit and a deletion, with the conversation', async () => {
    const calls: string[] = [];
    await turn(kept.store, {}, 'cat');
    await heard([], []);
    const stop = kept.store.watch((id) => calls.push(id));
    await kept.store.accept(inbound('m1', { conversation: 'ann' }));
    await turn(kept.store, {}, 'ben');
    await kept.store.forget('cat');
    await heard(calls, ['ann', 'ben', 'cat']);
    stop();
  });

  test('a listener that has stopped hears no more, and the others still do', async () => {
    const stopped: string[] = [];
    const calls: string[] = [];
    const stop = kept.store.watch((id) => stopped.push(id));
    kept.store.watch((id) => calls.push(id));
    stop();
    await turn(kept.store);
    await heard(calls, ['ann']);
    expect(stopped).toEqual([]);
  });

  test('a listener that throws spoils neither the commit nor the other listeners', async () => {
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const calls: string[] = [];
    kept.store.watch(() => {
      throw new Error('broken listener');
    });
    kept.store.watch((id) => calls.push(id));
    expect(await turn(kept.store)).toMatchObject({ version: 1 });
    await heard(calls, ['ann']);
    expect(JSON.stringify(warned.mock.calls)).not.toContain('broken listener');
    warned.mockRestore();
  });

  test('nobody is woken by a refused commit', async () => {
    const lease = await takeTurn(kept.store);
    const calls: string[] = [];
    kept.store.watch((id) => calls.push(id));
    await expect(kept.store.commit(change(lease, 7))).rejects.toThrow();
    await heard(calls, []);
  });
}
