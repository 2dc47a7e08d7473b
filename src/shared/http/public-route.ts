import {
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { say } from '../../language/say.js';
import { ProblemError } from '../problem.js';

const MARK = 'vis-a-vis:public';

/**
 * Opens a route, or all routes of a controller, to people without an account. A manage token, where
 * one is needed, is asked for by the handler itself.
 */
export const Public = (): CustomDecorator => SetMetadata(MARK, true);

/** Refuses every route that nobody opened on purpose: forgetting a decorator locks a door. */
@Injectable()
export class PublicRouteGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(MARK, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic === true) return true;
    throw new ProblemError({ name: 'unauthorized', detail: say('problems:unauthorizedRoute') });
  }
}
