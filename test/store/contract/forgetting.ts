import { KEEP_IDS, KEEP_WAITING, type Store } from '../../../store/contract';
import { ConflictError } from '../../../store/errors';
import {
  bodies,
  change,
  conversation,
  DAY,
  everything,
  ids,
  inbound,
  type Kept,
  MINUTE,
  message,
  NOW,
  said,
  takeTurn,
  turn,
} from './given';

const NOTHING = { conversation: null, pending: [], transcript: [], outgoing: [], timers: [] };

/** A conversation with something in every part. */
async function fill(store: Store, id: string, expiresAt = NOW + 90 * DAY): Promise<void> {
  await turn(
    store,
    {
      conversation: conversation({ id, owner: 'waiting', waitingSince: NOW, expiresAt }),
      arrived: [inbound(`${id}-1`, { conversation: id })],
      transcript: [said('"one"'), said('"two"')],
      outbox: [message(`${id}-sent`), message(`${id}-dead`), message(`${id}-waiting`)],
      timers: { set: [{ id: 'nudge', at: NOW, body: '"tick"' }], cancel: [] },
    },
    id,
  );
  await store.outbox(NOW, MINUTE, 1);
  await store.sent(`${id}-sent`, 'SM1');
  await store.outbox(NOW, MINUTE, 1);
  await store.dead(`${id}-dead`, 'no-such-number');
}

export function forgetContract(kept: Kept): void {
  test('forgetting a conversation removes everything of it, for good, and nothing of another', async () => {
    await fill(kept.store, 'ann');
    await fill(kept.store, 'ben');
    await kept.store.accept(inbound('ann-2'));
    const ben = await everything(kept.store, 'ben');
    await kept.store.forget('ann');
    await kept.store.forget('ann');
    expect(await everything(kept.store, 'ann')).toEqual(NOTHING);
    expect(ids(await kept.store.desk(['waiting']))).toEqual(['ben']);
    expect(await kept.store.unfinished(10)).toEqual([]);
    expect(ids(await kept.store.outbox(NOW + DAY, MINUTE, 10))).toEqual(['ben-waiting']);
    const store = await kept.reopen();
    expect(await everything(store, 'ann')).toEqual(NOTHING);
    expect(await everything(store, 'ben')).toEqual(ben);
  });

  test('a late repeat does not bring a forgotten conversation back', async () => {
    await fill(kept.store, 'ann');
    await kept.store.accept(inbound('ann-2'));
    await kept.store.forget('ann');
    await kept.store.expire(NOW + 6 * DAY);
    expect(await kept.store.accept(inbound('ann-1'))).toBe('repeat');
    expect(await kept.store.accept(inbound('ann-2'))).toBe('repeat');
    expect(await everything(kept.store, 'ann')).toEqual(NOTHING);
  });

  test('a turn under way when its conversation is forgotten writes nothing', async () => {
    await fill(kept.store, 'ann');
    const lease = await takeTurn(kept.store);
    await kept.store.forget('ann');
    const late = change(lease, 1, { transcript: [said('"late"')], outbox: [message('late')] });
    await expect(kept.store.commit(late)).rejects.toThrow(ConflictError);
    expect(await everything(kept.store, 'ann')).toEqual(NOTHING);
  });

  test('a forgotten conversation can begin again from nothing', async () => {
    await fill(kept.store, 'ann');
    await kept.store.forget('ann');
    expect(await turn(kept.store, { transcript: [said('"hello"')] })).toMatchObject({ version: 1, seq: 1 });
    expect(bodies(await kept.store.transcript('ann', 0, 10))).toEqual(['"hello"']);
  });

  test('forgetting inside a change erases what was before, keeps what the change adds, and counts on', async () => {
    await fill(kept.store, 'ann');
    await kept.store.accept(inbound('delete'));
    const after = await turn(kept.store, {
      forget: true,
      done: [{ channel: 'web', id: 'delete' }],
      transcript: [said('"It is deleted."')],
      outbox: [message('bye')],
      timers: { set: [{ id: 'later', at: NOW, body: '"tock"' }], cancel: [] },
    });
    expect(after).toMatchObject({ version: 2, seq: 3 });
    const now = await everything(kept.store, 'ann');
    expect(now.conversation).toEqual(after);
    expect(now.pending).toEqual([]);
    expect(now.transcript).toEqual([{ seq: 3, ...said('"It is deleted."') }]);
    expect(ids(now.outgoing)).toEqual(['bye']);
    expect(ids(now.timers)).toEqual(['later']);
    expect(ids(await kept.store.outbox(NOW, MINUTE, 10))).toEqual(['bye']);
    expect(await kept.store.accept(inbound('ann-1'))).toBe('repeat');
  });

  test('what arrived after a deletion still gets its turn', async () => {
    for (const id of ['delete', 'hello again']) await kept.store.accept(inbound(id));
    await turn(kept.store, { forget: true, done: [{ channel: 'web', id: 'delete' }] });
    expect((await kept.store.load('ann')).pending).toEqual([inbound('hello again')]);
  });

  test('forgetting inside a change leaves other conversations alone', async () => {
    await fill(kept.store, 'ben');
    const ben = await everything(kept.store, 'ben');
    await turn(kept.store, { forget: true });
    expect(await everything(kept.store, 'ben')).toEqual(ben);
  });
}

export function expireContract(kept: Kept): void {
  test('conversations past their time go with everything they have; the rest stay', async () => {
    await fill(kept.store, 'ann', NOW + DAY);
    await fill(kept.store, 'ben', NOW + 2 * DAY);
    await fill(kept.store, 'cat', NOW + 9 * DAY);
    const cat = await everything(kept.store, 'cat');
    expect(await kept.store.expire(NOW + DAY - 1)).toBe(0);
    expect(await kept.store.expire(NOW + 3 * DAY)).toBe(2);
    expect(await kept.store.expire(NOW + 3 * DAY)).toBe(0);
    for (const id of ['ann', 'ben']) expect(await everything(kept.store, id)).toEqual(NOTHING);
    expect(await everything(kept.store, 'cat')).toEqual(cat);
    expect(ids(await kept.store.desk(['waiting']))).toEqual(['cat']);
    expect(ids(await kept.store.outbox(NOW + 3 * DAY, MINUTE, 10))).toEqual(['cat-waiting']);
  });

  test('each commit sets the time anew', async () => {
    await fill(kept.store, 'ann', NOW + DAY);
    await turn(kept.store, { conversation: conversation({ expiresAt: NOW + 5 * DAY }) });
    expect(await kept.store.expire(NOW + 2 * DAY)).toBe(0);
    expect(await kept.store.expire(NOW + 6 * DAY)).toBe(1);
  });

  test('a message waiting for its turn outlives its conversation: it was acknowledged', async () => {
    await fill(kept.store, 'ann', NOW + DAY);
    const fresh = inbound('back again', { at: NOW + 2 * DAY });
    await kept.store.accept(fresh);
    expect(await kept.store.expire(NOW + 2 * DAY)).toBe(1);
    expect(await everything(kept.store)).toEqual({ ...NOTHING, pending: [fresh] });
    expect(await kept.store.unfinished(10)).toEqual(['ann']);
  });

  test('a message that no turn could finish goes in the end', async () => {
    await kept.store.accept(inbound('stuck'));
    await kept.store.expire(NOW + KEEP_WAITING - 1);
    expect(await kept.store.unfinished(10)).toEqual(['ann']);
    await kept.store.expire(NOW + KEEP_WAITING + 1);
    expect(await kept.store.unfinished(10)).toEqual([]);
    expect((await kept.store.load('ann')).pending).toEqual([]);
  });

  test('ids of finished messages go after their time, counted from when they were finished', async () => {
    const finished = NOW + 3 * DAY;
    await kept.store.accept(inbound('m1'));
    await turn(kept.store, { now: finished, done: [{ channel: 'web', id: 'm1' }], arrived: [inbound('m2')] });
    await kept.store.expire(finished + KEEP_IDS - 1);
    expect(await kept.store.accept(inbound('m1'))).toBe('repeat');
    expect(await kept.store.accept(inbound('m2'))).toBe('repeat');
    await kept.store.expire(finished + KEEP_IDS + 1);
    expect(await kept.store.accept(inbound('m1'))).toBe('new');
    expect(await kept.store.accept(inbound('m2'))).toBe('new');
  });

  test('a turn under way when its conversation expires is refused, and begins anew', async () => {
    await fill(kept.store, 'ann', NOW + DAY);
    const lease = await takeTurn(kept.store);
    await kept.store.expire(NOW + 2 * DAY);
    await expect(kept.store.commit(change(lease, 1))).rejects.toThrow(ConflictError);
    expect(await kept.store.commit(change(lease, 0))).toMatchObject({ version: 1, seq: 0 });
  });
}
