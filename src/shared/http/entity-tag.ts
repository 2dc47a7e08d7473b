import { createHash } from 'node:crypto';

/** The `ETag` of a body: the same text has the same tag on every instance. */
export function entityTag(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** Whether an `If-Match` header allows a change of what has this tag; without one, all is allowed. */
export function isMatch(ifMatch: string | undefined, tag: string): boolean {
  if (ifMatch === undefined) return true;
  const known = ifMatch.split(',').map((text) => text.trim());
  return known.includes(tag) || known.includes('*');
}

/** Whether an `If-None-Match` header names the tag; compared weakly, as RFC 9110 has it for GET. */
export function isUnchanged(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const known = ifNoneMatch.split(',').map((text) => text.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*');
}
