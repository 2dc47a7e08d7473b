import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Fault } from '../../shared/fault.js';
import type { ApiScope } from './api-scope.js';

/** The program that sent a request, and the host for whom it acts. */
export interface KeyHolder {
  readonly keyId: string;
  readonly hostId: string;
  /** Who made the key. */
  readonly identityId: string;
  readonly scopes: readonly ApiScope[];
}

const holders = new WeakMap<FastifyRequest, KeyHolder>();

/** For the guard, which alone decides who is meant. */
export function admit(request: FastifyRequest, holder: KeyHolder): void {
  holders.set(request, holder);
}

/** Undefined for a request without an API key. */
export const keyHolderOf = (request: FastifyRequest): KeyHolder | undefined => holders.get(request);

/** The key holder as an argument of a handler behind `HostRoute`. */
export const Holder = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const holder = keyHolderOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!holder) throw new Fault('no-key-holder', 'A handler for key holders has no guard.');
  return holder;
});
