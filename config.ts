import { join } from 'node:path';
import { z } from 'zod';

const setting = z.string().trim().min(1);
/** An origin as browsers name it. Whatever else stood here would get into a header. */
const WEBSITE = /^https?:\/\/[a-z0-9.-]+(:\d+)?$/;
const days = z.coerce.number().int().min(1).max(3650);

/** Every setting, with what it is when it is not set. `.env.example` explains each one. */
const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: setting.default('data'),
  REDIS_URL: setting.optional(),
  MASTER_KEY: setting.optional(),
  MASTER_KEY_OLD: z.string().default(''),
  PLACE: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('example'),
  CONTENT_DIR: setting.default(join(__dirname, 'content')),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  EXIT_URL: z.url({ protocol: /^https?$/ }).default('https://www.bbc.co.uk/weather'),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((all) => all.split(/[\s,]+/).filter(Boolean))
    .refine(
      (all) => all.every((each) => WEBSITE.test(each)),
      'has websites with nothing after their name, and commas between them: https://www.example.gov.uk',
    ),
  NEW_CHATS_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  TWILIO_ACCOUNT_SID: setting.optional(),
  TWILIO_AUTH_TOKEN: setting.optional(),
  TWILIO_NUMBER: setting.optional(),
  TWILIO_WHATSAPP_NUMBER: setting.optional(),
  TWILIO_WHATSAPP_TEMPLATE: setting.optional(),
  TWILIO_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  NOTIFY_API_KEY: setting.optional(),
  NOTIFY_TEMPLATE_ID: setting.optional(),
  NOTIFY_INBOUND_TOKEN: setting.optional(),
  NOTIFY_SENDER_ID: setting.optional(),
  NOTIFY_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  WHATSAPP_TOKEN: setting.optional(),
  WHATSAPP_APP_SECRET: setting.optional(),
  WHATSAPP_VERIFY_TOKEN: setting.optional(),
  WHATSAPP_PHONE_NUMBER_ID: setting.optional(),
  WHATSAPP_TEMPLATE: setting.default('natter_reply'),
  WHATSAPP_TEMPLATE_LANGUAGE: setting.default('en_GB'),
  WHATSAPP_API_URL: z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com/v26.0'),
  BOT_APP_ID: setting.optional(),
  BOT_APP_PASSWORD: setting.optional(),
  BOT_APP_TENANT_ID: setting.optional(),
  SENTENCE_VECTORS: z.enum(['on', 'off']).optional(),
  TOPIC_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  TOPIC_MODEL_KEY: setting.optional(),
  KEEP_UNCLAIMED_DAYS: days.default(30),
  KEEP_CLAIMED_DAYS: days.default(365),
});

/** A setting is missing or wrong. The message names each one and says what to do. */
export class ConfigError extends Error {
  readonly code = 'config';
}

/** Settings of the providers that are configured. */
export type ChannelSettings = ReturnType<typeof channelsOf>;

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the settings from an environment. Nothing else in Natter reads one.
 * @throws ConfigError naming every setting that is wrong.
 */
export function readConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const read = settings.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError(`These settings are not right (see .env.example):\n${faults.join('\n')}`);
  }
  const { data } = read;
  const production = data.NODE_ENV === 'production';
  if (production) requireForProduction(data);
  return {
    production,
    development: data.NODE_ENV === 'development',
    port: data.PORT,
    publicUrl: data.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    dataDir: data.DATA_DIR,
    redisUrl: data.REDIS_URL ?? null,
    masterKey: data.MASTER_KEY ?? null,
    masterKeyOld: data.MASTER_KEY_OLD.split(/[\s,]+/).filter(Boolean),
    place: data.PLACE,
    contentDir: data.CONTENT_DIR,
    logLevel: data.LOG_LEVEL,
    proxies: data.TRUSTED_PROXIES,
    exitUrl: data.EXIT_URL,
    allowedOrigins: data.ALLOWED_ORIGINS,
    newChatsPerMinute: data.NEW_CHATS_PER_MINUTE,
    channels: channelsOf(data),
    // Tests start hundreds of servers, and are not about how well they understand.
    sentenceVectors: (data.SENTENCE_VECTORS ?? (data.NODE_ENV === 'test' ? 'off' : 'on')) === 'on',
    topicModel: data.TOPIC_MODEL_URL ? { url: data.TOPIC_MODEL_URL, key: data.TOPIC_MODEL_KEY ?? null } : null,
    retention: { unclaimed: data.KEEP_UNCLAIMED_DAYS, claimed: data.KEEP_CLAIMED_DAYS },
  };
}

/** Settings of a provider: all of them, or none. */
function channelsOf(data: z.infer<typeof settings>) {
  const sender = data.TWILIO_NUMBER ?? data.TWILIO_WHATSAPP_NUMBER;
  const twilio = together('Twilio', {
    TWILIO_ACCOUNT_SID: data.TWILIO_ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: data.TWILIO_AUTH_TOKEN,
    'TWILIO_NUMBER or TWILIO_WHATSAPP_NUMBER': sender,
  });
  const notify = together('GOV.UK Notify', {
    NOTIFY_API_KEY: data.NOTIFY_API_KEY,
    NOTIFY_TEMPLATE_ID: data.NOTIFY_TEMPLATE_ID,
    NOTIFY_INBOUND_TOKEN: data.NOTIFY_INBOUND_TOKEN,
  });
  const meta = together('WhatsApp', {
    WHATSAPP_TOKEN: data.WHATSAPP_TOKEN,
    WHATSAPP_APP_SECRET: data.WHATSAPP_APP_SECRET,
    WHATSAPP_VERIFY_TOKEN: data.WHATSAPP_VERIFY_TOKEN,
    WHATSAPP_PHONE_NUMBER_ID: data.WHATSAPP_PHONE_NUMBER_ID,
  });
  const bot = together('Bot Framework', { BOT_APP_ID: data.BOT_APP_ID, BOT_APP_PASSWORD: data.BOT_APP_PASSWORD });
  return {
    twilio: twilio && {
      accountSid: twilio.TWILIO_ACCOUNT_SID,
      authToken: twilio.TWILIO_AUTH_TOKEN,
      number: data.TWILIO_NUMBER ?? null,
      whatsappNumber: data.TWILIO_WHATSAPP_NUMBER ?? null,
      whatsappTemplate: data.TWILIO_WHATSAPP_TEMPLATE ?? null,
      apiUrl: data.TWILIO_API_URL ?? null,
    },
    notify: notify && {
      apiKey: notify.NOTIFY_API_KEY,
      templateId: notify.NOTIFY_TEMPLATE_ID,
      inboundToken: notify.NOTIFY_INBOUND_TOKEN,
      senderId: data.NOTIFY_SENDER_ID ?? null,
      apiUrl: data.NOTIFY_API_URL ?? null,
    },
    meta: meta && {
      token: meta.WHATSAPP_TOKEN,
      appSecret: meta.WHATSAPP_APP_SECRET,
      verifyToken: meta.WHATSAPP_VERIFY_TOKEN,
      phoneNumberId: meta.WHATSAPP_PHONE_NUMBER_ID,
      template: data.WHATSAPP_TEMPLATE,
      templateLanguage: data.WHATSAPP_TEMPLATE_LANGUAGE,
      apiUrl: data.WHATSAPP_API_URL.replace(/\/$/, ''),
    },
    // Without an app id nobody is asked who they are: for an emulator on the same machine, never in production.
    botframework:
      bot || data.NODE_ENV !== 'production'
        ? {
            appId: bot?.BOT_APP_ID ?? null,
            appPassword: bot?.BOT_APP_PASSWORD ?? null,
            tenantId: data.BOT_APP_TENANT_ID ?? null,
          }
        : null,
  };
}

/** All of them, or null when none is set. @throws ConfigError naming those that are missing. */
function together<Name extends string>(
  what: string,
  given: Record<Name, string | undefined>,
): Record<Name, string> | null {
  const missing = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length === Object.keys(given).length) return null;
  if (missing.length > 0)
    throw new ConfigError(`${what} needs these settings too (see .env.example): ${missing.join(', ')}`);
  return given as Record<Name, string>;
}

/** Nobody on the way can read what is sent there. */
function isClosed({ protocol, hostname, username, password }: URL): boolean {
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || here) && username === '' && password === '';
}

function requireForProduction(data: z.infer<typeof settings>): void {
  const missing: string[] = [];
  if (!data.PUBLIC_URL?.startsWith('https://'))
    missing.push('  PUBLIC_URL: the https:// address people reach Natter at');
  if (!data.MASTER_KEY) missing.push('  MASTER_KEY: 32 random bytes in base64; make one with: openssl rand -base64 32');
  if (data.TOPIC_MODEL_URL && !isClosed(new URL(data.TOPIC_MODEL_URL)))
    missing.push('  TOPIC_MODEL_URL: an https:// address, or one on this machine, without a name and password in it');
  if (missing.length > 0) throw new ConfigError(`In production these settings are needed:\n${missing.join('\n')}`);
}
