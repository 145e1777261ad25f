import { z } from 'zod';
import { COOKIE } from './cookie';
import type { Route } from './route';
import { Refused } from './schemas';

const json = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
};

const refusal = {
  description: 'Refused: `error.code` says why.',
  content: { 'application/json': { schema: json(Refused, 'output') } },
};

/** The OpenAPI 3.1 document of these routes. */
export function openApi(routes: Route[], base: string, title: string): { openapi: string } & Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    servers: [{ url: base }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: COOKIE } } },
    paths,
  };
}

function operation({ summary, open, params, body, reply, type }: Route): Record<string, unknown> {
  const properties = params ? Object.entries(json(params, 'input').properties ?? {}) : [];
  return {
    summary,
    security: open ? [] : [{ session: [] }],
    parameters: properties.map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: json(body, 'input') } } } }),
    responses: {
      200: { description: 'Done.', content: { [type]: { schema: json(reply, 'output') } } },
      default: refusal,
    },
  };
}
