import { api } from '../language/en/api.js';
import { say } from '../language/say.js';
import { PROBLEM_STATUS, type ProblemName, problemPath } from '../shared/problem.js';
import { PROBLEM_JSON } from '../shared/http/problem-json.js';
import { RATE_LIMITS } from '../shared/limits/rate-limits.js';
import { bookingOperations } from './booking-operations.js';
import { hostOperations } from './host-operations.js';
import type { HeaderName, Operation } from './operation.js';
import { type JsonSchema, namedSchemas, queryParameters, schemaAddress } from './schemas.js';

export const OPERATIONS: readonly Operation[] = [...bookingOperations, ...hostOperations];

/** What any request may run into. */
const OF_ALL: readonly ProblemName[] = ['malformed', 'rate-limited', 'fault', 'unavailable'];
const OF_BODIES: readonly ProblemName[] = ['too-large'];
const OF_KEYS: readonly ProblemName[] = ['unauthorized', 'forbidden'];

export interface DocumentFacts {
  /** The address of the product; problem types begin with it. */
  readonly publicUrl: string;
  /** How a host makes a key here. */
  readonly command: string;
}

/** The API as an OpenAPI 3.1 document, made from the schemas by which it reads and the table of its routes. */
export function openApiDocument({ publicUrl, command }: DocumentFacts) {
  const { times, perSeconds: seconds } = RATE_LIMITS.apiKey;
  const about = say('api:description', { command });
  return {
    openapi: '3.1.0',
    info: {
      title: say('api:title'),
      version: '1',
      description: `${about} ${say('api:limits', { times, seconds })}`,
    },
    servers: [{ url: publicUrl }],
    tags: (['booking', 'appointments', 'calendars', 'account'] as const).map((area) => ({
      name: say(`api:areas.${area}`),
    })),
    paths: pathsOf(OPERATIONS, publicUrl),
    components: {
      schemas: { ...namedSchemas(), Problem: PROBLEM },
      securitySchemes: {
        manageToken: { type: 'http', scheme: 'bearer', description: say('api:manageToken') },
        apiKey: { type: 'http', scheme: 'bearer', description: say('api:apiKey') },
      },
    },
  } as const;
}

const PROBLEM = {
  type: 'object',
  description: say('api:problem'),
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      description: say('api:errors'),
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
} as const;

function pathsOf(operations: readonly Operation[], publicUrl: string) {
  const byPath = Map.groupBy(operations, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, own]) => [
      path,
      Object.fromEntries(own.map((one) => [one.method, operationObject(one, publicUrl)])),
    ]),
  );
}

function operationObject(operation: Operation, publicUrl: string) {
  const { id, area, body, answer } = operation;
  return {
    operationId: id,
    tags: [say(`api:areas.${area}`)],
    summary: say(`api:operations.${id}`),
    description: accessWords(operation),
    security: securityOf(operation),
    parameters: parametersOf(operation),
    ...(body
      ? {
          requestBody: {
            required: body.isOptional !== true,
            content: json({ $ref: schemaAddress(body.schema) }, body.example),
          },
        }
      : {}),
    responses: {
      [answer.status]: {
        description: say(`api:operations.${id}`),
        headers: Object.fromEntries((answer.headers ?? []).map((name) => [name, headerOf(name)])),
        ...(answer.schema ? { content: json({ $ref: schemaAddress(answer.schema) }) } : {}),
      },
      ...problemResponses(operation, publicUrl),
    },
  };
}

const json = (schema: JsonSchema, example?: unknown) => ({
  'application/json': { schema, ...(example === undefined ? {} : { example }) },
});

/** In words, who may use a route. */
export function accessWords({ access }: Operation): string {
  const sentences = access.map((who) => {
    if (who === 'anyone') return say('api:anyone');
    return who === 'manage-token'
      ? say('api:manageTokenAllowed')
      : say('api:scope', { scope: who });
  });
  return sentences.join(' ');
}

const securityOf = ({ access }: Operation) =>
  access
    .filter((who) => who !== 'anyone')
    .map((who) => (who === 'manage-token' ? { manageToken: [] } : { apiKey: [who] }));

function parametersOf({ path, query, headers = [] }: Operation) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const inPath = names.filter(isParameter).map((name) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    description: say(`api:parameters.${name}`),
  }));
  const inQuery = (query ? queryParameters(query) : []).map(({ name, isRequired, schema }) => ({
    ...{ name, in: 'query', required: isRequired, schema },
  }));
  const inHeaders = headers.map((name) => ({ name, in: 'header', ...headerOf(name) }));
  return [...inPath, ...inQuery, ...inHeaders];
}

const isParameter = (name: string): name is keyof typeof api.parameters => name in api.parameters;

type AnyHeader = HeaderName | 'ETag' | 'Link' | 'Location' | 'Idempotent-Replayed';

const headerOf = (name: AnyHeader) => ({
  description: say(`api:headers.${name}`),
  schema: { type: 'string' },
});

/** Every problem that a route may answer with. */
export function problemsOf({ access, body, problems = [] }: Operation): readonly ProblemName[] {
  const isClosed = !access.includes('anyone');
  return [...OF_ALL, ...(body ? OF_BODIES : []), ...(isClosed ? OF_KEYS : []), ...problems];
}

function problemResponses(operation: Operation, publicUrl: string) {
  const byStatus = Map.groupBy(problemsOf(operation), (name) => PROBLEM_STATUS[name]);
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      status,
      {
        description: names.map((name) => say(`problems:title.${name}`)).join(' · '),
        content: { [PROBLEM_JSON]: { schema: problemSchema(names, publicUrl) } },
      },
    ]),
  );
}

const problemSchema = (names: readonly ProblemName[], publicUrl: string) => ({
  allOf: [
    { $ref: schemaAddress('Problem') },
    { properties: { type: { enum: names.map((name) => `${publicUrl}${problemPath(name)}`) } } },
  ],
});
