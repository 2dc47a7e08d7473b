import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Env } from '../config/env.js';
import { say } from '../language/say.js';

export const MOST_PER_PAGE = 100;
const USUAL_PER_PAGE = 25;

/** `?limit`. */
export const pageLimitSchema = z
  .string()
  .optional()
  .transform((text, context): number => {
    if (text === undefined) return USUAL_PER_PAGE;
    const limit = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
    if (limit >= 1 && limit <= MOST_PER_PAGE) return limit;
    const message = say('problems:field.limit', { most: MOST_PER_PAGE });
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

export interface ListPage {
  readonly path: string;
  /** What was asked, but for the place in the list. */
  readonly query: Readonly<Record<string, string>>;
  /** Null on the last page. */
  readonly nextCursor: string | null;
  readonly env: Env;
}

/** Says in a `Link` header (RFC 8288) where the list goes on. */
export function nextPage(reply: FastifyReply, { path, query, nextCursor, env }: ListPage): void {
  if (nextCursor === null) return;
  const asked = new URLSearchParams({ ...query, cursor: nextCursor }).toString();
  reply.header('Link', `<${env.publicUrl}${path}?${asked}>; rel="next"`);
}
