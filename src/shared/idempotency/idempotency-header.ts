import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.js';
import { type IdempotencyKey, keyFrom } from './idempotency-key.js';
import { parseIdempotencyKey } from './idempotency-key.schema.js';

/** The key that a program sent along, if it did. @throws ProblemError `malformed`. */
export function idempotencyKeyOf({ headers }: Pick<FastifyRequest, 'headers'>): {
  readonly idempotencyKey?: IdempotencyKey;
} {
  const key = parseIdempotencyKey(headers['idempotency-key']);
  if (!key.ok) throw new ProblemError(key.problem);
  return key.value === undefined ? {} : { idempotencyKey: keyFrom('api', key.value) };
}
