import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { say } from '../../language/say.js';
import { bearerToken } from '../../shared/http/bearer-token.js';
import { malformed } from '../../shared/field-problems.js';
import { ProblemError } from '../../shared/problem.js';
import { RateLimiter } from '../../shared/limits/rate-limiter.js';
import { addressKey } from '../../shared/http/request-address.js';
import { ApiKeys, isApiKey } from './api-keys.service.js';
import type { ApiScope } from './api-scope.js';
import { admit, type KeyHolder } from './key-holder.js';

export const KEY_DEMAND = 'vis-a-vis:key-demand';

/** What a route wants of an API key. */
export interface KeyDemand {
  readonly scope: ApiScope;
  /** Whoever shows no key may pass: the handler asks for a manage token instead. */
  readonly isOptional: boolean;
}

/** Lets programs in that show a key of the right scope, and says for which host they act. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeys,
    private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const demand = this.reflector.getAllAndOverride<KeyDemand>(KEY_DEMAND, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    refuseKeyInAddress(request);
    const shown = bearerToken(request.headers.authorization);
    if (demand.isOptional && (shown === null || !isApiKey(shown))) return true;
    const holder = await this.identify(shown, request);
    if (!holder.scopes.includes(demand.scope)) {
      const detail = say('problems:keyScope', { scope: demand.scope });
      throw new ProblemError({ name: 'forbidden', detail });
    }
    admit(request, holder);
    return true;
  }

  private async identify(shown: string | null, { ip }: FastifyRequest): Promise<KeyHolder> {
    if (shown === null) throw unauthorized();
    const address = addressKey(ip);
    await this.limiter.demand('badToken', address);
    const holder = await this.keys.holderOf(shown);
    if (!holder) {
      await this.limiter.take('badToken', address).catch(() => undefined);
      throw unauthorized();
    }
    await this.limiter.take('apiKey', holder.keyId);
    return holder;
  }
}

const unauthorized = (): ProblemError =>
  new ProblemError({ name: 'unauthorized', detail: say('problems:unauthorizedKey') });

/** Addresses end up in logs, histories and referrers, where no key belongs. */
function refuseKeyInAddress({ url }: FastifyRequest): void {
  if (!/vav_[\w-]{43}/.test(url)) return;
  throw new ProblemError(
    malformed([{ pointer: '#/query', detail: say('problems:field.keyInAddress') }]),
  );
}
