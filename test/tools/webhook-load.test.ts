import { loadWebhooks } from '../../tools/load/webhooks';

jest.setTimeout(300_000);

test('3 s of 100 WhatsApp messages a second: each is acknowledged, and everybody gets an answer', async () => {
  const figures = await loadWebhooks({ seconds: 3, rate: 100, people: 60 }, () => undefined);
  expect(figures).toMatchObject({ sent: 300, acknowledged: 300, others: {}, people: 60, answered: 60 });
  // How fast depends on what else the machine does; `tools/webhook-load.ts` says, at full length.
  expect(figures.median).toBeGreaterThan(0);
  expect(figures.max).toBeGreaterThanOrEqual(figures.p99);
  expect(figures.replies).toBeGreaterThanOrEqual(60);
});
