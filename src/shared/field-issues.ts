import type { z } from 'zod';
import { say } from '../language/say.js';
import type { FieldError } from './problem.js';

/** What zod finds wrong, in our words; a schema that brings a sentence of its own is heard first. */
export function issuesOf<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> {
  return schema.safeParse(value, { error: wordsFor });
}

function wordsFor(issue: z.core.$ZodRawIssue): string {
  if (issue.code !== 'invalid_type') return say('problems:field.unreadable');
  return issue.input === undefined
    ? say('problems:field.missing')
    : say('problems:field.wrongType', { expected: issue.expected });
}

/** An issue as `errors` lists it: one entry for each value that it is about. */
export function fieldErrorsOf(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    const detail = say('problems:field.unknown');
    return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), detail }));
  }
  return [{ pointer: pointerTo(issue.path), detail: issue.message }];
}

/** RFC 6901, as a URI fragment. */
function pointerTo(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => String(part).slice(0, 100));
  const escaped = parts.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'));
  return ['#', ...escaped.map((part) => encodeURIComponent(part.toWellFormed()))].join('/');
}
