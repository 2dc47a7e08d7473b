import type { FastifyInstance } from 'fastify';

/** What one page may do beyond the rule for all. */
export interface PageAllowance {
  /** For the one inline script or style of a page. */
  readonly nonce?: string;
  /** Where a form of the page may lead in the end, beside this origin: browsers follow its redirects. */
  readonly formTargets?: readonly string[];
  /** Origins that may show the page in a frame; nobody by default. */
  readonly frameAncestors?: readonly string[];
}

/** Everything comes from this origin, and nothing is framed, unless the page is allowed to be. */
export function contentSecurityPolicy(allowance: PageAllowance = {}): string {
  const { nonce, formTargets = [], frameAncestors = [] } = allowance;
  const inline = nonce === undefined ? '' : ` 'nonce-${nonce}'`;
  const ancestors = frameAncestors.length === 0 ? `'none'` : frameAncestors.join(' ');
  return [
    `default-src 'none'`,
    `script-src 'self'${inline}`,
    `style-src 'self'${inline}`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    ['form-action', `'self'`, ...formTargets].join(' '),
    `base-uri 'none'`,
    `object-src 'none'`,
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/** What was asked, as far as headers depend on it. */
export interface AskedFor {
  readonly method: string;
  /** The pattern that the address matched, `/b/:uid`; undefined when it matched none. */
  readonly route: string | undefined;
  /** Whether people reach the product by https. */
  readonly isSecure: boolean;
}

/** The headers of every answer. */
export function securityHeaders({
  method,
  route,
  isSecure,
}: AskedFor): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    ...(isSecure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
    ...(isPersonal(method, route) ? PERSONAL : {}),
    ...(isForEverySite(method, route) ? FOR_EVERY_SITE : {}),
  };
}

/** What only the holder of a token may see must stay in no cache, referrer or index. */
const PERSONAL = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
} as const;

/** Free times may be read by pages of other sites, refusals too; never with credentials. */
const FOR_EVERY_SITE = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
} as const;

function isForEverySite(method: string, route = ''): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && /^\/api\/v1\/calendars\/:[^/]+\/:[^/]+\/slots$/.test(route);
}

/** What matches no route may be a link with a slip in it, and still hold a token. */
function isPersonal(method: string, route: string | undefined): boolean {
  if (method !== 'GET' && method !== 'HEAD') return true;
  return route === undefined || /^\/(b|appointments|api\/v1\/(bookings|me))(\/|$)/.test(route);
}

/** Sets them on every answer, errors and unknown addresses included; a handler's own value wins. */
export function addSecurityHeaders(server: FastifyInstance, isSecure: boolean): void {
  server.addHook('onSend', (request, reply, _payload, done) => {
    const { method, routeOptions } = request;
    const asked = { method, route: routeOptions.url, isSecure };
    for (const [name, value] of Object.entries(securityHeaders(asked))) {
      if (!reply.hasHeader(name)) reply.header(name, value);
    }
    done();
  });
}
