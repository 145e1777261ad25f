import { json, openWorld, type World } from './world';

interface Schema {
  type?: string;
  required?: string[];
  properties?: Record<string, Schema>;
}
type Content = Record<string, { schema: Schema }>;
interface Operation {
  summary: string;
  security: Record<string, string[]>[];
  parameters: { name: string; in: string }[];
  requestBody?: { content: Content };
  responses: Record<string, { content: Content }>;
}
interface Document {
  openapi: string;
  servers: { url: string }[];
  components: { securitySchemes: Record<string, unknown> };
  paths: Record<string, Record<string, Operation>>;
}

let world: World;
let document: Document;
beforeAll(async () => {
  world = await openWorld([]);
  document = await json(await world.call('/api/openapi.json'));
});
afterAll(() => world.close());

it('describes every route of the desk, and only those', async () => {
  const { openapi, paths, servers } = document;
  expect(openapi).toBe('3.1.0');
  expect(servers).toEqual([{ url: '/desk/api' }]);
  const listed = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path}`),
  );
  expect(listed.sort()).toEqual([
    'get /accounts',
    'get /audit',
    'get /audit.csv',
    'get /colleagues',
    'get /conversations/{id}',
    'get /ended.csv',
    'get /events',
    'get /me',
    'get /openapi.json',
    'get /passkeys',
    'get /pauses',
    'get /reopenable',
    'get /saved-replies',
    'get /second-step',
    'get /waiting',
    'post /accounts',
    'post /accounts/{id}/link',
    'post /accounts/{id}/passkeys/remove',
    'post /accounts/{id}/put-back',
    'post /accounts/{id}/role',
    'post /accounts/{id}/second-step/off',
    'post /accounts/{id}/sign-out',
    'post /accounts/{id}/take-away',
    'post /accounts/{id}/teams',
    'post /conversations/{id}/ask',
    'post /conversations/{id}/ask-to-read',
    'post /conversations/{id}/back',
    'post /conversations/{id}/claim',
    'post /conversations/{id}/end',
    'post /conversations/{id}/hand-back',
    'post /conversations/{id}/join',
    'post /conversations/{id}/leave',
    'post /conversations/{id}/messages',
    'post /conversations/{id}/notes',
    'post /conversations/{id}/pause',
    'post /conversations/{id}/release',
    'post /conversations/{id}/reopen',
    'post /conversations/{id}/take-back',
    'post /conversations/{id}/typing',
    'post /passkeys',
    'post /passkeys/start',
    'post /passkeys/{id}/remove',
    'post /second-step/confirm',
    'post /second-step/off',
    'post /second-step/start',
    'post /sign-in',
    'post /sign-in/link',
    'post /sign-in/passkey',
    'post /sign-in/passkey/start',
    'post /sign-out',
    'post /sign-out/everywhere',
  ]);
});

it('says what goes in and what comes out', () => {
  const operation = (method: string, path: string): Operation | undefined => document.paths[path]?.[method];
  const reply = operation('post', '/conversations/{id}/messages');
  expect(reply?.parameters).toMatchObject([{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }]);
  const body = reply?.requestBody?.content['application/json']?.schema;
  expect(body).toMatchObject({ type: 'object', required: ['text'], properties: { text: { maxLength: 4000 } } });
  expect(reply?.responses.default?.content['application/json']?.schema.required).toEqual(['error']);
  const view = operation('get', '/conversations/{id}')?.responses['200']?.content['application/json']?.schema;
  expect(view?.required).toEqual(expect.arrayContaining(['shared', 'flags', 'entries', 'urgent']));
  expect(operation('post', '/sign-in')?.security).toEqual([]);
  expect(operation('get', '/audit')?.parameters).toMatchObject(
    ['before', 'worker', 'act'].map((name) => ({ name, in: 'query', required: false })),
  );
  const session = Object.keys(document.components.securitySchemes);
  expect(operation('get', '/waiting')?.security.map(Object.keys)).toEqual([session]);
  expect(Object.keys(operation('get', '/audit.csv')?.responses['200']?.content ?? {})).toEqual(['text/csv']);
  expect(operation('get', '/events')?.responses['200']?.content).toHaveProperty('text/event-stream');
});

it('has a summary for each operation, and a parameter for each name in a path', () => {
  for (const [path, operations] of Object.entries(document.paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { summary, parameters } of Object.values(operations)) {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(names);
    }
  }
});
