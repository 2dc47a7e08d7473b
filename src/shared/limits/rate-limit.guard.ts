import {
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { RateLimiter } from './rate-limiter.js';
import type { RateLimitedAction } from './rate-limits.js';
import { addressKey } from '../http/request-address.js';

const MARK = 'vis-a-vis:rate-limit';

/** Counts every request to this route, per address. */
export const RateLimited = (action: RateLimitedAction): CustomDecorator =>
  SetMetadata(MARK, action);

@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = this.reflector.get<RateLimitedAction | undefined>(MARK, context.getHandler());
    if (action === undefined) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    await this.limiter.take(action, addressKey(request.ip));
    return true;
  }
}
