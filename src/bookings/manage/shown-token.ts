import type { FastifyRequest } from 'fastify';
import { say } from '../../language/say.js';
import { bearerToken } from '../../shared/http/bearer-token.js';
import { ProblemError } from '../../shared/problem.js';
import { addressKey } from '../../shared/http/request-address.js';
import type { ShownToken } from './manage-access.service.js';

/** The manage token that a program sent. @throws ProblemError `unauthorized` when it sent none. */
export function shownToken(uid: string, { headers, ip }: FastifyRequest): ShownToken {
  const token = bearerToken(headers.authorization);
  if (token !== null) return { uid, token, address: addressKey(ip) };
  throw new ProblemError({ name: 'unauthorized', detail: say('problems:unauthorized') });
}
