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

function operation({ summary, open, params, query, body, reply, type }: Route): Record<string, unknown> {
  return {
    summary,
    security: open ? [] : [{ session: [] }],
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: json(body, 'input') } } } }),
    responses: {
      200: { description: 'Done.', content: { [type]: { schema: json(reply, 'output') } } },
      default: refusal,
    },
  };
}

function parameters(schema: z.ZodType | null, where: 'path' | 'query'): Record<string, unknown>[] {
  const { properties = {}, required = [] } = schema ? json(schema, 'input') : {};
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: of,
  }));
}
