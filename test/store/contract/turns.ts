import type { Change, Lease, Store } from '../../../store/contract';
import { ConflictError, LeaseLostError, RepeatError } from '../../../store/errors';
import {
  bodies,
  change,
  conversation,
  count,
  everything,
  ids,
  inbound,
  type Kept,
  MINUTE,
  message,
  NOW,
  pause,
  said,
  takeTurn,
  turn,
} from './given';

/** A change with something in every part, so that a half-written one would show. */
const full = (lease: Lease, expected: number, over: Partial<Change> = {}) =>
  change(lease, expected, {
    conversation: conversation({ owner: 'waiting', urgent: true, waitingSince: NOW, body: '"changed"' }),
    arrived: [inbound('arrived')],
    done: [{ channel: 'web', id: 'accepted' }],
    transcript: [said('"one"'), said('"two"')],
    outbox: [message('out-new')],
    timers: { set: [{ id: 'set', at: NOW, body: '"tick"' }], cancel: ['kept'] },
    forget: true,
    ...over,
  });

/** A conversation with something in every part, and one message waiting. */
async function begin(store: Store): Promise<void> {
  await turn(store, {
    transcript: [said('"before"')],
    outbox: [message('out-old')],
    timers: { set: [{ id: 'kept', at: NOW, body: '"keep"' }], cancel: [] },
  });
  await store.accept(inbound('accepted'));
}

export function leaseContract(kept: Kept): void {
  test('one turn at a time: of 20 who ask at once one gets it', async () => {
    const taken = await Promise.all(count(20).map(() => kept.store.take('ann', NOW, MINUTE)));
    const lease = { conversation: 'ann', token: expect.any(Number), until: NOW + MINUTE };
    expect(taken.filter((one) => one !== null)).toEqual([{ lease, conversation: null, pending: [] }]);
  });

  test('who takes a turn is told where the conversation stands, and what waits in it', async () => {
    await begin(kept.store);
    const taken = await kept.store.take('ann', NOW, MINUTE);
    expect(taken).toEqual({ lease: expect.anything(), ...(await kept.store.load('ann')) });
    expect(taken?.conversation?.version).toBe(1);
    expect(ids(taken?.pending ?? [])).toEqual(['accepted']);
  });

  test('a commit gives the turn back: another may take it at once, and sees what was committed', async () => {
    const first = await takeTurn(kept.store);
    const after = await kept.store.commit(change(first, 0));
    const next = await kept.store.take('ann', NOW, MINUTE);
    expect(next?.conversation).toEqual(after);
    expect(next?.lease.token).toBeGreaterThan(first.token);
  });

  test('a lease commits once: nothing more can be done with it, though nobody else had the turn', async () => {
    const lease = await takeTurn(kept.store);
    await kept.store.commit(change(lease, 0));
    await expect(kept.store.commit(change(lease, 1, { transcript: [said('"more"')] }))).rejects.toThrow(LeaseLostError);
    expect(await kept.store.renew(lease, NOW, MINUTE)).toBeNull();
    expect(await kept.store.transcript('ann', 0, 10)).toEqual([]);
  });

  test('giving back a turn that a commit gave back does not end the next one', async () => {
    const lease = await takeTurn(kept.store);
    await kept.store.commit(change(lease, 0));
    await takeTurn(kept.store);
    await kept.store.release(lease);
    expect(await kept.store.take('ann', NOW, MINUTE)).toBeNull();
  });

  test('a refused commit leaves the turn where it was: nobody else gets it, and it may still be committed', async () => {
    await kept.store.accept(inbound('m1'));
    const lease = await takeTurn(kept.store);
    await expect(kept.store.commit(change(lease, 7))).rejects.toThrow(ConflictError);
    await expect(kept.store.commit(change(lease, 0, { arrived: [inbound('m1')] }))).rejects.toThrow(RepeatError);
    expect(await kept.store.take('ann', NOW, MINUTE)).toBeNull();
    expect(await kept.store.commit(change(lease, 0))).toMatchObject({ version: 1 });
  });

  test('a commit tried again, as when its answer got lost, says that it was done, and is there once', async () => {
    const lease = await takeTurn(kept.store);
    const whole = change(lease, 0, { arrived: [inbound('m1')], transcript: [said('"one"')] });
    await kept.store.commit(whole);
    await expect(kept.store.commit(whole)).rejects.toThrow(RepeatError);
    await expect(kept.store.commit({ ...whole, arrived: [] })).rejects.toThrow(ConflictError);
    expect(bodies(await kept.store.transcript('ann', 0, 10))).toEqual(['"one"']);
  });

  test('another conversation is not held up', async () => {
    await takeTurn(kept.store, 'ann');
    expect(await kept.store.take('ben', NOW, MINUTE)).not.toBeNull();
  });

  test('a turn given back can be taken again', async () => {
    await kept.store.release(await takeTurn(kept.store));
    expect(await kept.store.take('ann', NOW, MINUTE)).not.toBeNull();
  });

  test('a turn that ran out can be taken over, with a higher token', async () => {
    const first = await takeTurn(kept.store);
    expect(await kept.store.take('ann', NOW + MINUTE - 1, MINUTE)).toBeNull();
    const second = await takeTurn(kept.store, 'ann', NOW + MINUTE + 1);
    expect(second.token).toBeGreaterThan(first.token);
  });

  test('the token goes up when a turn is given back and taken again', async () => {
    const first = await takeTurn(kept.store);
    await kept.store.release(first);
    expect((await takeTurn(kept.store)).token).toBeGreaterThan(first.token);
  });

  test('a renewed turn lasts longer', async () => {
    const lease = await takeTurn(kept.store);
    const renewed = await kept.store.renew(lease, NOW + MINUTE / 2, MINUTE);
    expect(renewed).toEqual({ ...lease, until: NOW + 1.5 * MINUTE });
    expect(await kept.store.take('ann', NOW + MINUTE + 1, MINUTE)).toBeNull();
  });

  test('a turn that ran out can be renewed while nobody took it', async () => {
    const lease = await takeTurn(kept.store);
    expect(await kept.store.renew(lease, NOW + 2 * MINUTE, MINUTE)).toEqual({ ...lease, until: NOW + 3 * MINUTE });
    expect(await kept.store.take('ann', NOW + 2 * MINUTE, MINUTE)).toBeNull();
  });

  test('a turn that was taken over cannot be renewed, nor does giving it back end the new one', async () => {
    const late = await takeTurn(kept.store);
    await takeTurn(kept.store, 'ann', NOW + 2 * MINUTE);
    expect(await kept.store.renew(late, NOW + 2 * MINUTE, MINUTE)).toBeNull();
    await kept.store.release(late);
    expect(await kept.store.take('ann', NOW + 2 * MINUTE, MINUTE)).toBeNull();
  });

  test('giving a turn back twice does no harm, and it cannot be renewed then', async () => {
    const lease = await takeTurn(kept.store);
    await kept.store.release(lease);
    await kept.store.release(lease);
    expect(await kept.store.renew(lease, NOW, MINUTE)).toBeNull();
  });

  test('a late commit is refused once another took the turn, and writes nothing', async () => {
    await begin(kept.store);
    const late = await takeTurn(kept.store);
    await takeTurn(kept.store, 'ann', NOW + 2 * MINUTE);
    const before = await everything(kept.store);
    await expect(kept.store.commit(full(late, 1))).rejects.toThrow(LeaseLostError);
    expect(await everything(kept.store)).toEqual(before);
    expect(await kept.store.accept(inbound('arrived'))).toBe('new');
  });

  test('it stays refused when the other one has given the turn back', async () => {
    const late = await takeTurn(kept.store);
    await kept.store.release(await takeTurn(kept.store, 'ann', NOW + 2 * MINUTE));
    await expect(kept.store.commit(change(late, 0))).rejects.toThrow(LeaseLostError);
  });

  test('a turn that ran out may still commit while nobody took it', async () => {
    const lease = await takeTurn(kept.store);
    const after = await kept.store.commit(change(lease, 0, { now: NOW + 5 * MINUTE }));
    expect(after.version).toBe(1);
  });

  test("one conversation's turn gives no right to another conversation", async () => {
    const lease = await takeTurn(kept.store, 'ann');
    const stray = change(lease, 0, { conversation: conversation({ id: 'ben' }) });
    await expect(kept.store.commit(stray)).rejects.toThrow(LeaseLostError);
    expect((await kept.store.load('ben')).conversation).toBeNull();
  });
}

export function commitContract(kept: Kept): void {
  test('all parts of a change are there afterwards', async () => {
    await begin(kept.store);
    const lease = await takeTurn(kept.store);
    const after = await kept.store.commit(full(lease, 1, { forget: false, now: NOW + 7 }));
    expect(after).toEqual({
      ...conversation({ owner: 'waiting', urgent: true, waitingSince: NOW, body: '"changed"' }),
      version: 2,
      seq: 3,
      changedAt: NOW + 7,
    });
    const now = await everything(kept.store);
    expect(now.conversation).toEqual(after);
    expect(now.pending).toEqual([]);
    expect(now.transcript).toEqual([
      { seq: 1, ...said('"before"') },
      { seq: 2, ...said('"one"') },
      { seq: 3, ...said('"two"') },
    ]);
    expect(ids(now.outgoing)).toEqual(['out-old', 'out-new']);
    expect(now.timers).toEqual([{ id: 'set', conversation: 'ann', at: NOW, body: '"tick"' }]);
    expect(await kept.store.accept(inbound('arrived'))).toBe('repeat');
  });

  test('a change against an older version is refused and writes nothing', async () => {
    await begin(kept.store);
    const lease = await takeTurn(kept.store);
    const before = await everything(kept.store);
    for (const expected of [0, 2]) {
      await expect(kept.store.commit(full(lease, expected))).rejects.toThrow(ConflictError);
      expect(await everything(kept.store)).toEqual(before);
    }
    expect(await kept.store.accept(inbound('arrived'))).toBe('new');
  });

  test('a change to a conversation that is not there is refused unless it begins one', async () => {
    await expect(kept.store.commit(full(await takeTurn(kept.store), 3))).rejects.toThrow(ConflictError);
    expect(await everything(kept.store)).toEqual({
      conversation: null,
      pending: [],
      transcript: [],
      outgoing: [],
      timers: [],
    });
  });

  test.each([
    ['accepted and waiting', (store: Store) => store.accept(inbound('m1'))],
    ['finished by an earlier turn', (store: Store) => turn(store, { arrived: [inbound('m1')] }, 'ben')],
  ])('a message known already (%s) refuses the change, and nothing is written', async (_, known) => {
    await begin(kept.store);
    await known(kept.store);
    const lease = await takeTurn(kept.store);
    const before = await everything(kept.store);
    const repeat = full(lease, 1, { arrived: [inbound('arrived'), inbound('m1')] });
    await expect(kept.store.commit(repeat)).rejects.toThrow(RepeatError);
    expect(await everything(kept.store)).toEqual(before);
    expect(await kept.store.accept(inbound('arrived'))).toBe('new');
  });

  test('each error has its stable code', async () => {
    const lease = await takeTurn(kept.store);
    await kept.store.accept(inbound('m1'));
    const coded = (over: Change) => expect(kept.store.commit(over)).rejects;
    await coded(change(lease, 9)).toMatchObject({ code: 'conflict' });
    await coded(change(lease, 0, { arrived: [inbound('m1')] })).toMatchObject({ code: 'repeat' });
    await kept.store.release(lease);
    await coded(change(lease, 0)).toMatchObject({ code: 'lease-lost' });
  });

  test('the version counts commits and the sequence counts lines', async () => {
    expect(await turn(kept.store, { transcript: [said('"1"'), said('"2"')] })).toMatchObject({ version: 1, seq: 2 });
    expect(await turn(kept.store)).toMatchObject({ version: 2, seq: 2 });
    expect(await turn(kept.store, { transcript: [said('"3"')] })).toMatchObject({ version: 3, seq: 3 });
  });

  test('the transcript is read on from a line, so many at a time', async () => {
    await turn(kept.store, { transcript: count(5).map((n) => said(`"${n + 1}"`)) });
    await turn(kept.store, { transcript: [said('"of ben"')] }, 'ben');
    expect(bodies(await kept.store.transcript('ann', 0, 2))).toEqual(['"1"', '"2"']);
    expect(bodies(await kept.store.transcript('ann', 2, 10))).toEqual(['"3"', '"4"', '"5"']);
    expect(await kept.store.transcript('ann', 5, 10)).toEqual([]);
  });

  test('each line keeps who said it and when', async () => {
    const lines = (['person', 'natter', 'worker', 'desk'] as const).map((from, n) => ({
      at: NOW + n,
      from,
      body: '""',
    }));
    await turn(kept.store, { transcript: lines });
    expect(await kept.store.transcript('ann', 0, 10)).toEqual(lines.map((line, n) => ({ seq: n + 1, ...line })));
  });

  test('50 who commit at once and try again when refused all end up in the transcript', async () => {
    const write = async (body: string) => {
      for (;;) {
        const taken = await kept.store.take('ann', NOW, MINUTE);
        if (taken && (await written(taken.lease, taken.conversation?.version ?? 0, body))) return;
        await pause();
      }
    };
    /** A refusal may be the answer to a second try, when the answer to the first got lost: its id tells. */
    const written = (lease: Lease, version: number, body: string) =>
      kept.store.commit(change(lease, version, { arrived: [inbound(body)], transcript: [said(body)] })).then(
        () => true,
        async (error) => {
          await kept.store.release(lease);
          if (!(error instanceof ConflictError || error instanceof LeaseLostError))
            expect(error).toBeInstanceOf(RepeatError);
          return error instanceof RepeatError;
        },
      );
    const wanted = count(50).map((n) => `"${n}"`);
    await Promise.all(wanted.map(write));
    const lines = await kept.store.transcript('ann', 0, 100);
    expect(bodies(lines).sort()).toEqual(wanted.sort());
    expect(lines.map((line) => line.seq)).toEqual(count(50).map((n) => n + 1));
    expect((await kept.store.load('ann')).conversation).toMatchObject({ version: 50, seq: 50 });
  });

  test('50 who commit against the same version at once: one wins, and nothing of the others is written', async () => {
    const lease = await takeTurn(kept.store);
    const tries = count(50).map((n) => change(lease, 0, { transcript: [said(`"${n}"`)], outbox: [message(`o${n}`)] }));
    const results = await Promise.allSettled(tries.map((one) => kept.store.commit(one)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await kept.store.transcript('ann', 0, 100)).toHaveLength(1);
    expect(await kept.store.outgoing('ann')).toHaveLength(1);
  });

  test('everything is there again after a restart', async () => {
    await begin(kept.store);
    await turn(kept.store, { transcript: [said('"more"')], outbox: [message('out-new')] });
    const before = await everything(kept.store);
    expect(before.transcript).toHaveLength(2);
    expect(await everything(await kept.reopen())).toEqual(before);
  });
}
