import type { z } from 'zod';
import type { api } from '../language/en/api.js';
import type { ApiScope } from '../hosts/api-keys/api-scope.js';
import type { ProblemName } from '../shared/problem.js';
import type { SchemaName } from './schemas.js';

/** What a caller shows: nothing, the secret of one booking, or a key of the host with this scope. */
export type Access = 'anyone' | 'manage-token' | ApiScope;

/** One route of the API, in the words of its document. Its summary is `api:operations.{id}`. */
export interface Operation {
  readonly id: keyof typeof api.operations;
  readonly area: keyof typeof api.areas;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** `/api/v1/bookings/{uid}`. */
  readonly path: string;
  readonly access: readonly Access[];
  readonly query?: z.ZodObject;
  readonly headers?: readonly HeaderName[];
  readonly body?: OperationBody;
  readonly answer: OperationAnswer;
  /** Beside those of every route. */
  readonly problems?: readonly ProblemName[];
}

export interface OperationBody {
  readonly schema: SchemaName;
  readonly isOptional?: boolean;
  /** A body that is taken as it stands, where there is such a calendar. */
  readonly example: unknown;
}

export interface OperationAnswer {
  readonly status: 200 | 201 | 204;
  /** None with 204. */
  readonly schema?: SchemaName;
  readonly headers?: readonly ('ETag' | 'Link' | 'Location' | 'Idempotent-Replayed')[];
}

export type HeaderName = 'Idempotency-Key' | 'If-Match' | 'If-None-Match';
