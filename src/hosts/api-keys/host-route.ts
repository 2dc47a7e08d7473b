import { applyDecorators, SetMetadata, UseGuards, UseInterceptors } from '@nestjs/common';
import { Public } from '../../shared/http/public-route.js';
import { ApiKeyGuard, KEY_DEMAND, type KeyDemand } from './api-key.guard.js';
import type { ApiScope } from './api-scope.js';
import { IdempotentWrites } from './idempotent-writes.js';
import { KeyActing } from './key-acting.js';

const demanding = (demand: KeyDemand): MethodDecorator & ClassDecorator =>
  applyDecorators(
    Public(),
    SetMetadata(KEY_DEMAND, demand),
    UseGuards(ApiKeyGuard),
    UseInterceptors(KeyActing),
  );

/** A route for holders of an API key of this scope. Its module imports `HostsModule`. */
export const HostRoute = (scope: ApiScope): MethodDecorator & ClassDecorator =>
  demanding({ scope, isOptional: false });

/** A route for holders of a manage token, and for the host's own API keys of this scope. */
export const OrHost = (scope: ApiScope): MethodDecorator & ClassDecorator =>
  demanding({ scope, isOptional: true });

/** The same where something is changed, which an `Idempotency-Key` lets happen once. */
export const HostWrite = (scope: Exclude<ApiScope, 'read'> = 'write'): MethodDecorator =>
  applyDecorators(HostRoute(scope), UseInterceptors(IdempotentWrites));
