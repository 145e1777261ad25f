import { openNotify } from '../../../adapters/sms/notify';
import { startNotify } from '../../../tools/stand-ins/notify';
import { serve } from '../correspondence';

export const account = {
  apiKey: 'natter-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0',
  templateId: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
  inboundToken: 'a-bearer-token-for-callbacks',
  number: '07700987654',
};
export const settings = {
  apiKey: account.apiKey,
  templateId: account.templateId,
  inboundToken: account.inboundToken,
  senderId: '8e222534-7f05-4972-86e3-17c5d9f894e2' as string | null,
  apiUrl: 'http://127.0.0.1:9' as string | null,
};
export const words = { picture: '(a small picture)' };
export const NOW = Date.parse('2026-11-22T09:00:00Z');

/** The adapter's routes on a server, beside a stand-in for GOV.UK Notify that it sends to. */
export async function startNotifyChannel() {
  const clock = { now: NOW };
  const notify = await startNotify({ ...account, now: () => clock.now, random: () => 0.5 });
  const server = await serve((log) =>
    openNotify({ ...settings, apiUrl: notify.url }, { now: () => clock.now, log }, words),
  );
  notify.natter(server.url);
  return {
    ...server,
    clock,
    notify,
    async post(route: string, body: unknown, authorization: string | null = `Bearer ${account.inboundToken}`) {
      const answer = await fetch(`${server.url}/channels/notify/${route}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(authorization !== null && { Authorization: authorization }),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: answer.status, text: await answer.text() };
    },
    async close() {
      await server.close();
      await notify.close();
    },
  };
}
