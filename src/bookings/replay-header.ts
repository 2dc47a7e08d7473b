import type { FastifyReply } from 'fastify';
import type { Written } from './booking-transaction.js';

/** Says when an answer is that of an earlier request with the same key. */
export function markReplay(reply: FastifyReply, { isReplay }: Written<object>): void {
  if (isReplay) reply.header('Idempotent-Replayed', 'true');
}
