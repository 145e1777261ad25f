import { count, DAY, ids, inbound, type Kept, NOW, turn } from './given';

export function inboxContract(kept: Kept): void {
  test('what arrived waits for its turn, as it was handed in', async () => {
    expect(await kept.store.accept(inbound('m1'))).toBe('new');
    expect(await kept.store.load('ann')).toEqual({ conversation: null, pending: [inbound('m1')] });
  });

  test('nothing is known of a conversation nobody wrote in', async () => {
    expect(await kept.store.load('nobody')).toEqual({ conversation: null, pending: [] });
  });

  test('a repeat is told apart and changes nothing, even with another body or conversation', async () => {
    await kept.store.accept(inbound('m1'));
    expect(await kept.store.accept(inbound('m1', { body: '"other"' }))).toBe('repeat');
    expect(await kept.store.accept(inbound('m1', { conversation: 'ben' }))).toBe('repeat');
    expect((await kept.store.load('ann')).pending).toEqual([inbound('m1')]);
    expect((await kept.store.load('ben')).pending).toEqual([]);
  });

  test('the same id on another channel is another message', async () => {
    await kept.store.accept(inbound('m1'));
    expect(await kept.store.accept(inbound('m1', { channel: 'sms', conversation: 'ben' }))).toBe('new');
  });

  test('of 50 at once with the same id one is new', async () => {
    const answers = await Promise.all(count(50).map(() => kept.store.accept(inbound('m1'))));
    expect(answers.filter((answer) => answer === 'new')).toHaveLength(1);
    expect((await kept.store.load('ann')).pending).toHaveLength(1);
  });

  test('messages wait in the order they arrived, whatever their ids and times', async () => {
    await kept.store.accept(inbound('z', { at: NOW + 5 }));
    await kept.store.accept(inbound('a', { at: NOW + 9 }));
    await kept.store.accept(inbound('m', { at: NOW }));
    expect(ids((await kept.store.load('ann')).pending)).toEqual(['z', 'a', 'm']);
  });

  test('a turn finishes only the messages it names, and only of its own conversation', async () => {
    for (const id of ['m1', 'm2']) await kept.store.accept(inbound(id));
    await kept.store.accept(inbound('m3', { conversation: 'ben' }));
    await turn(kept.store, { done: ['m1', 'm3'].map((id) => ({ channel: 'web', id })) });
    expect(ids((await kept.store.load('ann')).pending)).toEqual(['m2']);
    expect(ids((await kept.store.load('ben')).pending)).toEqual(['m3']);
  });

  test('a finished message is still known as a repeat, after 6 days and a restart too', async () => {
    await kept.store.accept(inbound('m1'));
    await turn(kept.store, { done: [{ channel: 'web', id: 'm1' }], arrived: [inbound('m2')] });
    await kept.store.expire(NOW + 6 * DAY);
    const store = await kept.reopen();
    expect(await store.accept(inbound('m1'))).toBe('repeat');
    expect(await store.accept(inbound('m2'))).toBe('repeat');
    expect((await store.load('ann')).pending).toEqual([]);
  });

  test('conversations with waiting messages are found again after a restart, and only those', async () => {
    await kept.store.accept(inbound('m1', { conversation: 'ann' }));
    await kept.store.accept(inbound('m2', { conversation: 'ben' }));
    await kept.store.accept(inbound('m3', { conversation: 'ben' }));
    await kept.store.accept(inbound('m4', { conversation: 'cat' }));
    await turn(kept.store, { done: [{ channel: 'web', id: 'm1' }] }, 'ann');
    const store = await kept.reopen();
    expect((await store.unfinished(10)).sort()).toEqual(['ben', 'cat']);
    expect(await store.unfinished(1)).toHaveLength(1);
    expect(ids((await store.load('ben')).pending)).toEqual(['m2', 'm3']);
  });
}
