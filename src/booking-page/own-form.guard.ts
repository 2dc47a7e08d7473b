import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { say } from '../language/say.js';
import { ProblemError } from '../shared/problem.js';

/**
 * Refuses forms that another site sent in a visitor's name. Browsers say so in `Sec-Fetch-Site`
 * (W3C Fetch Metadata); `Origin` would not do, which is `null` on pages that send no referrer.
 */
@Injectable()
export class OwnFormGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (headers['sec-fetch-site'] !== 'cross-site') return true;
    throw new ProblemError({ name: 'forbidden', detail: say('problems:forbidden') });
  }
}
