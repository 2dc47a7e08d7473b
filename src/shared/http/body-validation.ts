import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { say } from '../../language/say.js';
import { Fault } from '../fault.js';
import { fieldErrorsOf, issuesOf } from '../field-issues.js';
import { malformed } from '../field-problems.js';
import { type FieldError, ProblemError } from '../problem.js';
import { prototypeKeyIn } from './prototype-keys.js';

/** Checks every `@Body({ schema })`, `@Query({ schema })` and `@Param({ schema })` before the handler. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (schema === undefined || type === 'custom') return value;
    if (!(schema instanceof z.ZodType)) throw new Fault('foreign-schema', 'Schemas are of zod.');
    const key = prototypeKeyIn(value);
    if (key !== null) {
      throw refusal([{ pointer: '#', detail: say('problems:field.prototypeKey', { key }) }]);
    }
    const result = issuesOf(schema, value);
    if (result.success) return result.data;
    throw refusal(result.error.issues.flatMap(fieldErrorsOf));
  }
}

const refusal = (errors: readonly FieldError[]): ProblemError =>
  new ProblemError(malformed(errors));
