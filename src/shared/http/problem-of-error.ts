import { HttpException } from '@nestjs/common';
import { postgresFailure } from '../../database/postgres-failure.js';
import { say } from '../../language/say.js';
import { BODY_LIMIT } from './http-limits.js';
import { ProblemError, type Problem } from '../problem.js';

/** What to answer when this was thrown. Nothing of the error's own text gets out. */
export function problemOfError(error: unknown, method: string): Problem {
  if (error instanceof ProblemError) return error.problem;
  const status = statusOfError(error);
  if (status !== null) return problemOfStatus(status);
  if (postgresFailure(error) === 'again') {
    const isRead = method === 'GET' || method === 'HEAD';
    const detail = say(isRead ? 'problems:unavailableRead' : 'problems:unavailable');
    return { name: 'unavailable', detail, retryAfterSeconds: 5 };
  }
  return { name: 'fault', detail: say('problems:fault') };
}

/** Nest and Fastify both say by a status what they refuse before our code sees it. */
function statusOfError(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

function problemOfStatus(status: number): Problem {
  switch (status) {
    case 401:
      return { name: 'unauthorized', detail: say('problems:unauthorizedRoute') };
    case 403:
      return { name: 'forbidden', detail: say('problems:forbidden') };
    case 404:
    case 405:
      return { name: 'not-found', detail: say('problems:notFound') };
    case 408:
      return { name: 'malformed', status, detail: say('problems:tooSlow') };
    case 413:
      return { name: 'too-large', detail: say('problems:tooLarge', { most: BODY_LIMIT / 1024 }) };
    case 414:
    case 431:
      return { name: 'malformed', status, detail: say('problems:malformedAddress') };
    default:
      return status < 500
        ? { name: 'malformed', detail: say('problems:malformedBody') }
        : { name: 'fault', detail: say('problems:fault') };
  }
}
