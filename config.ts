import { join } from 'node:path';
import { z } from 'zod';

const setting = z.string().trim().min(1);
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
  ALLOWED_ORIGINS: z.string().default(''),
  NEW_CHATS_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  KEEP_UNCLAIMED_DAYS: days.default(30),
  KEEP_CLAIMED_DAYS: days.default(365),
});

/** A setting is missing or wrong. The message names each one and says what to do. */
export class ConfigError extends Error {
  readonly code = 'config';
}

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
    allowedOrigins: data.ALLOWED_ORIGINS.split(/[\s,]+/).filter(Boolean),
    newChatsPerMinute: data.NEW_CHATS_PER_MINUTE,
    retention: { unclaimed: data.KEEP_UNCLAIMED_DAYS, claimed: data.KEEP_CLAIMED_DAYS },
  };
}

function requireForProduction(data: z.infer<typeof settings>): void {
  const missing: string[] = [];
  if (!data.PUBLIC_URL?.startsWith('https://'))
    missing.push('  PUBLIC_URL: the https:// address people reach Natter at');
  if (!data.MASTER_KEY) missing.push('  MASTER_KEY: 32 random bytes in base64; make one with: openssl rand -base64 32');
  if (missing.length > 0) throw new ConfigError(`In production these settings are needed:\n${missing.join('\n')}`);
}
