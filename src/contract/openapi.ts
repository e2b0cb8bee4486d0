import { z } from 'zod';
import { OPERATIONS, type Operation, type OperationId, operation } from './operations.ts';
import { problem } from './problem.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io }) as Json;
  return rest;
};

const camel = (id: string): string => id.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());

const REASONS: Record<number, string> = {
  400: 'The call does not have the shape that this document gives',
  401: 'Nobody is signed in, or the credentials are wrong',
  403: 'The user may not do this',
  404: 'There is no such thing, or the user may not know of it',
  409: 'The state of the request does not allow it',
  413: 'The file is larger than 5 MB',
  429: 'Too many failed attempts; wait',
  422: 'Refused by a rule; `errors` names every invalid field',
};

function parametersOf(id: OperationId, { path, query = {}, surface }: Operation): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query).map(([name, schema]) => {
    const json = schemaOf(schema, 'output');
    const required = !schema.safeParse(undefined).success;
    return { name, in: 'query', required, schema: json };
  });
  const headers: Json[] = [];
  if (surface === 'portal') {
    headers.push({
      name: 'Conformance-World',
      in: 'header',
      required: true,
      description: 'The world that the call is about',
      schema: { type: 'string' },
    });
  }
  if (id === 'submit-request') {
    headers.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'The same key from the same user makes one request',
      schema: { type: 'string' },
    });
  }
  if (operation(id).file === 'sent') {
    for (const name of ['Document-Name', 'Document-Description']) {
      headers.push({
        name,
        in: 'header',
        required: true,
        description: 'Percent-encoded UTF-8',
        schema: { type: 'string', minLength: 1 },
      });
    }
  }
  return [...inPath, ...inQuery, ...headers];
}

/** The headers by which an answer about a world may tell how far feed and outbox have come. */
const LASTS: Json = {
  'Conformance-Events': { $ref: '#/components/headers/ConformanceEvents' },
  'Conformance-Outbox': { $ref: '#/components/headers/ConformanceOutbox' },
};

const lastHeader = (what: string): Json => ({
  required: false,
  description: `The seq of the last entry of the ${what} of the world, 0 where there is none. Optional; where every answer about a world carries it, refusals too, the ${what} is only read when something is new.`,
  schema: { type: 'integer', minimum: 0 },
});

const FILE: Json = { '*/*': { schema: { type: 'string', format: 'binary' } } };

function operationOf(id: OperationId): Json {
  const { summary, body, answer, status, refusals, surface, capability, deferred, file, open } =
    operation(id);
  const inJson = (schema: z.ZodType, io: 'input' | 'output'): Json => ({
    'application/json': { schema: schemaOf(schema, io) },
  });
  const responses: Json = { [status]: { description: 'Done; no content' } };
  if (answer) responses[status] = { description: 'Done', content: inJson(answer, 'output') };
  if (file === 'answered') responses[status] = { description: 'The file', content: FILE };
  if (deferred) {
    const description = 'Taken; it is answered later';
    responses[deferred.status] = { description, content: inJson(deferred.answer, 'output') };
  }
  for (const code of refusals) {
    responses[code] = {
      description: REASONS[code] ?? 'Refused',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  if (id !== 'describe' && id !== 'open-world')
    responses[status] = { ...(responses[status] as Json), headers: LASTS };
  const parameters = parametersOf(id, operation(id));
  return {
    operationId: camel(id),
    summary,
    tags: [surface],
    ...(capability ? { 'x-capability': capability } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: file === 'sent' ? FILE : inJson(body, 'input'),
          },
        }
      : {}),
    ...(surface === 'portal' && !open ? { security: [{ session: [] }] } : { security: [] }),
    responses,
  };
}

/** The contract as an OpenAPI 3.1 document. Pure: the same code gives the same document. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const id of Object.keys(OPERATIONS) as OperationId[]) {
    const { path, method } = operation(id);
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(id) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'portalproof contract',
      version: '1',
      summary: 'What a provider portal speaks to be judged',
      description:
        'The portal’s own operations, and the conformance surface by which worlds are made, clocks are moved, ' +
        'and the event feed and the outbox are read. docs/CONTRACT.md explains it in words.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'http://127.0.0.1:8080', description: 'portalproof serve' }],
    tags: [
      { name: 'portal', description: 'What providers and the plan’s staff do' },
      { name: 'conformance', description: 'The conformance surface' },
    ],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token that sign-in answers' },
      },
      headers: { ConformanceEvents: lastHeader('feed'), ConformanceOutbox: lastHeader('outbox') },
      schemas: { Problem: schemaOf(problem, 'output') },
    },
  };
}
