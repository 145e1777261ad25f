import { ConfigError, readConfig } from '../config';

const KEY = Buffer.alloc(32, 7).toString('base64');
const LIVE = { NODE_ENV: 'production', PUBLIC_URL: 'https://chat.example.org', MASTER_KEY: KEY };

/** What is said of settings that are not right. */
function told(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return '';
}

test('with nothing set it is for trying out: SQLite, and no provider', () =>
  expect(readConfig({})).toMatchObject({
    production: false,
    development: true,
    port: 3978,
    redisUrl: null,
    place: 'example',
  }));

test('a setting that is there and empty is not set', () =>
  expect(readConfig({ REDIS_URL: ' ', PORT: '' })).toMatchObject({ redisUrl: null, port: 3978 }));

test('everything that is wrong is named at once', () => {
  const faults = told({ PORT: 'many', PLACE: 'Two Words' });
  expect(faults).toContain('PORT');
  expect(faults).toContain('PLACE');
});

test.each(['PUBLIC_URL', 'MASTER_KEY'])('in production there must be a %s', (name) => {
  expect(told(LIVE)).toBe('');
  expect(told({ ...LIVE, [name]: '' })).toContain(name);
});

test('half of a provider is told, with what is missing', () => {
  const faults = told({ TWILIO_ACCOUNT_SID: 'AC1', TWILIO_NUMBER: '+447700900000' });
  expect(faults).toContain('TWILIO_AUTH_TOKEN');
});

describe('websites that may show the chat', () => {
  test('are names with commas or spaces between them', () =>
    expect(readConfig({ ALLOWED_ORIGINS: 'https://a.example, http://localhost:8080\n' }).allowedOrigins).toEqual([
      'https://a.example',
      'http://localhost:8080',
    ]));

  test.each([
    '*',
    'https://*.example.org',
    'a.example',
    'https://a.example/',
    'https://a;https://b',
    'https://żółw.pl',
    "'self'",
  ])('%s is refused, and said how to write it: it would stand in a header', (wrong) =>
    expect(told({ ALLOWED_ORIGINS: wrong })).toMatch(/ALLOWED_ORIGINS: .*https:\/\/www\.example\.gov\.uk/),
  );
});
