import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import { Database } from '../../database/database.js';
import { LIMIT_WAITING } from '../../database/limit-waiting.js';
import { idempotencyKeyOf } from '../../shared/idempotency/idempotency-header.js';
import type { IdempotencyKey } from '../../shared/idempotency/idempotency-key.js';
import {
  idempotencyConflict,
  idempotencyWaiting,
} from '../../shared/idempotency/idempotency-problem.js';
import { IdempotencyRepository } from '../../shared/idempotency/idempotency.repository.js';
import { markReplay } from '../../shared/idempotency/replay-header.js';
import { ProblemError } from '../../shared/problem.js';
import { keyHolderOf } from './key-holder.js';

/** What was answered, as far as it is answered again; a body is left out with 204. */
interface KeptAnswer {
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

interface Once {
  readonly hostId: string;
  readonly idempotencyKey: IdempotencyKey;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly handle: () => Promise<unknown>;
}

const KEPT_HEADERS = ['etag', 'location'];

/**
 * Does what a host's program asks for once per `Idempotency-Key`, and answers the same again to the
 * same request. The key, what is done and the answer are one transaction.
 */
@Injectable()
export class IdempotentWrites implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly answers: IdempotencyRepository,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { idempotencyKey } = idempotencyKeyOf(request);
    const holder = keyHolderOf(request);
    if (idempotencyKey === undefined || !holder) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    const handle = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    const { hostId } = holder;
    return defer(() =>
      this.database.asOne((entities) =>
        this.once(entities, { hostId, idempotencyKey, request, reply, handle }),
      ),
    );
  }

  private async once(entities: EntityManager, call: Once): Promise<unknown> {
    const { hostId, idempotencyKey: key, request, reply, handle } = call;
    await entities.execute(LIMIT_WAITING);
    const claim = { scopeId: hostId, key, fingerprint: fingerprintOf(request) };
    const claimed = await this.answers.claim<KeptAnswer>(entities, hostId, claim);
    switch (claimed.kind) {
      case 'conflict':
        throw new ProblemError(idempotencyConflict());
      case 'waiting':
        throw new ProblemError(idempotencyWaiting());
      case 'replay':
        reply.headers(claimed.answer.headers);
        markReplay(reply, { isReplay: true });
        return claimed.answer.body;
      case 'first': {
        const body = await handle();
        const answer: KeptAnswer = { body, headers: headersOf(reply) };
        await this.answers.keepAnswer(entities, claimed.id, answer);
        return body;
      }
    }
  }
}

const fingerprintOf = ({ method, url, body }: FastifyRequest): string =>
  JSON.stringify([method, url, body ?? null]);

function headersOf(reply: FastifyReply): Readonly<Record<string, string>> {
  const kept = KEPT_HEADERS.map((name) => [name, reply.getHeader(name)] as const);
  return Object.fromEntries(
    kept.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
