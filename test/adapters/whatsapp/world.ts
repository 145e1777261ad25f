import pino from 'pino';
import { openWhatsApp } from '../../../adapters/whatsapp';
import { startMeta } from '../../../tools/stand-ins/meta';
import { signed } from '../../../tools/stand-ins/meta-webhooks';
import { serve } from '../correspondence';

export const account = {
  token: 'a-token-of-meta',
  appSecret: 'an-app-secret-of-meta',
  phoneNumberId: '106540352242922',
  number: '447700900000',
  template: 'You have a reply. Answer OPEN to read it.',
};
export const settings = {
  token: account.token,
  appSecret: account.appSecret,
  verifyToken: 'a-verify-token',
  phoneNumberId: account.phoneNumberId,
  template: 'natter_reply',
  templateLanguage: 'en_GB',
  apiUrl: 'http://127.0.0.1:9/v26.0',
};
export const words = { choose: 'See the choices', more: 'See more' };

/** The adapter's routes on a server, beside a stand-in for Meta that it sends to. */
export async function startWhatsApp(signature: (body: string) => Record<string, string> = () => ({})) {
  const meta = await startMeta({ ...account, now: () => 1_795_341_600_000, random: () => 0.5 });
  const server = await serve((log) => openWhatsApp({ ...settings, apiUrl: meta.url }, { log }, words));
  meta.natter(server.url);
  return {
    ...server,
    meta,
    /** Posts a body as it stands, signed unless told otherwise. */
    async post(body: string, headers = signed(settings.appSecret, JSON.parse(body)).headers) {
      const answer = await fetch(`${server.url}/channels/whatsapp`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers, ...signature(body) },
        body,
      });
      return { status: answer.status, text: await answer.text() };
    },
    async close() {
      await server.close();
      await meta.close();
    },
  };
}

export const silent = pino({ level: 'silent' });
