import { describe, expect, it } from '@jest/globals';
import { contentSecurityPolicy, securityHeaders } from './security-headers.js';

const headersOf = (method: string, route: string | undefined, isSecure = true) =>
  securityHeaders({ method, route, isSecure });

describe('the headers', () => {
  it.each([
    ['GET', '/b/:uid'],
    ['HEAD', '/b/:uid/cancel'],
    ['GET', '/api/v1/bookings/:uid'],
    ['GET', '/appointments'],
    ['GET', undefined],
    ['POST', '/:host/:slug/bookings'],
    ['POST', '/api/v1/calendars/:host/:slug/bookings'],
  ])('keep what is personal out of caches, referrers and indexes: %s %s', (method, route) => {
    expect(headersOf(method, route)).toMatchObject({
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    });
  });

  it.each(['/', '/:host/:slug', '/:host', '/api/v1/calendars/:host/:slug/slots', '/assets/:name'])(
    'leave public pages to be cached and found: %s',
    (route) => {
      expect(headersOf('GET', route)).not.toHaveProperty('Cache-Control');
      expect(headersOf('GET', route)).not.toHaveProperty('X-Robots-Tag');
    },
  );

  it('promise https only where there is https', () => {
    expect(headersOf('GET', '/')).toHaveProperty('Strict-Transport-Security');
    expect(headersOf('GET', '/', false)).not.toHaveProperty('Strict-Transport-Security');
  });
});

describe('the content security policy', () => {
  it('lets nobody frame a page unless they are named', () => {
    expect(contentSecurityPolicy()).toContain(`frame-ancestors 'none'`);
    const embedded = contentSecurityPolicy({ frameAncestors: ['https://a.example'] });
    expect(embedded).toContain('frame-ancestors https://a.example');
  });

  it('lets nothing in-line run but what carries the nonce', () => {
    expect(contentSecurityPolicy()).not.toContain('unsafe');
    expect(contentSecurityPolicy({ nonce: 'abc' })).toContain(`script-src 'self' 'nonce-abc'`);
  });
});
