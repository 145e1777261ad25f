import fc from 'fast-check';
import { bodies, conversation, inbound, type Kept, message, NOW, said, turn } from './given';

const ODD = {
  'a NUL': 'before\u0000after',
  'a lone surrogate': 'half \ud83d of an emoji, \udc4b other half',
  'right-to-left marks': '\u202eabc\u202c \u200f',
  'an emoji family': '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  'combining marks': 'e\u0301 is not \u00e9',
  'line ends': 'one\r\ntwo\u2028three\u0085',
  'a script in it': '</script><img src=x onerror=alert(1)>',
  'a name of a prototype': '{"__proto__":{"polluted":true}}',
  'SQL in it': "'); DROP TABLE conversation; --",
  'a Redis command in it': '*1\r\n$8\r\nFLUSHALL\r\n',
  nothing: '',
  '100,000 characters': 'é'.repeat(100_000),
};

/** Bodies are JSON, as everywhere in Natter. */
export function bodiesContract(kept: Kept): void {
  test.each(Object.entries(ODD))('a body with %s is kept as it is, everywhere, over a restart', async (_, text) => {
    const body = JSON.stringify(text);
    await kept.store.accept(inbound('m1', { body }));
    await turn(kept.store, {
      conversation: conversation({ body }),
      transcript: [said(body)],
      outbox: [message('o1', { body })],
      timers: { set: [{ id: 't', at: NOW, body }], cancel: [] },
    });
    await kept.store.records.put('kind', 'key', body, null);

    const store = await kept.reopen();
    const { conversation: after, pending } = await store.load('ann');
    const read = [
      after?.body,
      ...bodies(pending),
      ...bodies(await store.transcript('ann', 0, 10)),
      ...bodies(await store.outgoing('ann')),
      ...bodies(await store.due(NOW, 10)),
      await store.records.get('kind', 'key', NOW),
    ];
    expect(read).toEqual(Array(6).fill(body));
    expect(JSON.parse(read[0] ?? '')).toBe(text);
  });

  test('any text of any UTF-16 units comes back as it went in', async () => {
    const text = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, async (units) => {
        const body = JSON.stringify(String.fromCharCode(...units));
        await kept.store.records.put('kind', 'key', body, null);
        expect(await kept.store.records.get('kind', 'key', NOW)).toBe(body);
      }),
      { numRuns: 100 },
    );
  });

  test.each(['__proto__', 'a b', 'a{b}c', 'a:b*', 'é👋', '../x'])(
    'an id such as %j is an id like any other',
    async (id) => {
      await kept.store.accept(inbound(id, { conversation: id }));
      await turn(kept.store, { outbox: [message(id)], transcript: [said('"x"')] }, id);
      expect((await kept.store.load(id)).conversation).toMatchObject({ id, seq: 1 });
      expect(await kept.store.unfinished(10)).toEqual([id]);
      expect(await kept.store.outgoing(id)).toMatchObject([{ id, conversation: id }]);
      await kept.store.forget(id);
      expect((await kept.store.load(id)).conversation).toBeNull();
    },
  );
}
