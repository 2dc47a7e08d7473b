import anyAscii from 'any-ascii';

/** First path segments that mean something else; a host's handle is never one of them. */
export const RESERVED_SEGMENTS: ReadonlySet<string> = new Set(
  `api b assets health oauth hooks slack discord appointments embed oembed metrics privacy problems
   robots robots-txt well-known embed-js favicon-ico`.split(/\s+/),
);

const LONGEST = 40;

/**
 * A name as a piece of a link: transliterated, lower case, hyphens. Text without a single letter or
 * digit becomes `fallback`.
 */
export function slugOf(text: string, fallback: string): string {
  const slug = anyAscii(text)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return slug === '' ? fallback : slug;
}

/** `wish`, or the first of `wish-2`, `wish-3` … that is neither taken nor reserved. */
export function freeName(wish: string, taken: ReadonlySet<string>): string {
  const isFree = (name: string) => !taken.has(name) && !RESERVED_SEGMENTS.has(name);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wish : `${wish}-${number}`;
    if (isFree(name)) return name;
  }
}
