/** Query fields in the order they are written. */
export type Query = Readonly<Record<string, string>>;

// A query may hold ':', '/' and ',' as they are, which keeps times and zones readable in a link.
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/%3A|%2F|%2C/g, decodeURIComponent);

/** '/ada/intro?month=2026-12#month'; fields keep their order, an empty query leaves no '?'. */
export function address(path: string, query: Query, anchor = ''): string {
  const fields = Object.entries(query).map(([name, value]) =>
    value === '' ? encoded(name) : `${encoded(name)}=${encoded(value)}`,
  );
  return `${path}${fields.length > 0 ? `?${fields.join('&')}` : ''}${anchor}`;
}

/** '/ada/intro', from its segments. */
export const path = (...segments: readonly string[]): string =>
  `/${segments.map((segment) => encodeURIComponent(segment)).join('/')}`;
