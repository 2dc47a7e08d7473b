import type { FastifyReply } from 'fastify';

/** Says when an answer is that of an earlier request with the same key. */
export function markReplay(
  reply: FastifyReply,
  { isReplay }: { readonly isReplay: boolean },
): void {
  if (isReplay) reply.header('Idempotent-Replayed', 'true');
}
