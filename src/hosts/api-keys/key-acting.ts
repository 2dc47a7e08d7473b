import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { actAs } from '../../audit/acting.js';
import { keyHolderOf } from './key-holder.js';

/** What a handler does for a key holder is done in the key's name. */
@Injectable()
export class KeyActing implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const holder = keyHolderOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (!holder) return next.handle();
    return new Observable((subscriber) =>
      actAs({ kind: 'key', id: holder.keyId }, () => next.handle().subscribe(subscriber)),
    );
  }
}
