import type { FastifyReply } from 'fastify';
import { say } from '../../language/say.js';
import { problemPath, statusOf, type Problem } from '../problem.js';

export const PROBLEM_JSON = 'application/problem+json';

/**
 * A problem as RFC 9457 wants it: `{ type, title, status, detail, …members }`. `publicUrl` begins
 * the address that names its type.
 */
export function problemJson(
  problem: Problem,
  publicUrl: string,
): Readonly<Record<string, unknown>> {
  return {
    type: `${publicUrl}${problemPath(problem.name)}`,
    title: say(`problems:title.${problem.name}`),
    status: statusOf(problem),
    detail: problem.detail,
    ...problem.members,
  };
}

export async function sendProblem(
  reply: FastifyReply,
  problem: Problem,
  publicUrl: string,
): Promise<void> {
  if (reply.sent) return;
  const { name, retryAfterSeconds } = problem;
  if (retryAfterSeconds !== undefined) reply.header('Retry-After', String(retryAfterSeconds));
  if (name === 'unauthorized') reply.header('WWW-Authenticate', 'Bearer');
  // As bytes: to text Fastify would add a charset, which the media type does not have.
  const body = Buffer.from(JSON.stringify(problemJson(problem, publicUrl)));
  await reply.code(statusOf(problem)).header('Content-Type', PROBLEM_JSON).send(body);
}
