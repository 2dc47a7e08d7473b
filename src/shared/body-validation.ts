import { type PipeTransform, StandardSchemaValidationPipe } from '@nestjs/common';
import type { z } from 'zod';
import { say } from '../language/say.js';
import { malformed } from './field-problems.js';
import { type FieldError, ProblemError } from './problem.js';
import { prototypeKeyIn } from './prototype-keys.js';

/** Checks every `@Body({ schema })`, `@Query({ schema })` and `@Param({ schema })` before the handler. */
export const validationPipe = (): PipeTransform =>
  new StrictPipe({ exceptionFactory: (issues) => refusal(issues.flatMap(fieldErrors)) });

class StrictPipe extends StandardSchemaValidationPipe {
  /** Nest would drop such keys without a word. */
  protected override stripProtoKeys(value: unknown): void {
    const key = prototypeKeyIn(value);
    if (key === null) return;
    throw refusal([{ pointer: '#', detail: say('problems:field.prototypeKey', { key }) }]);
  }
}

const refusal = (errors: readonly FieldError[]): ProblemError =>
  new ProblemError(malformed(errors));

/** An issue as the Standard Schema shows it. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

function fieldErrors(issue: Issue): FieldError[] {
  const path = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
  if (!isZodIssue(issue)) return [{ pointer: pointerTo(path), detail: issue.message }];
  if (issue.code === 'unrecognized_keys') {
    const detail = say('problems:field.unknown');
    return issue.keys.map((key) => ({ pointer: pointerTo([...path, key]), detail }));
  }
  return [{ pointer: pointerTo(path), detail: detailOf(issue) }];
}

/** Our own schemas bring sentences of the catalogue; what zod itself finds is put in our words. */
function detailOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    // zod keeps the value to itself and names its type in the message alone.
    return issue.message.endsWith('received undefined')
      ? say('problems:field.missing')
      : say('problems:field.wrongType', { expected: issue.expected });
  }
  return issue.code === 'custom' ? issue.message : say('problems:field.unreadable');
}

function isZodIssue(issue: object): issue is z.core.$ZodIssue {
  return 'code' in issue;
}

/** RFC 6901, as a URI fragment. */
function pointerTo(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => String(part).slice(0, 100));
  const escaped = parts.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'));
  return ['#', ...escaped.map((part) => encodeURIComponent(part.toWellFormed()))].join('/');
}
