import { describe, expect, it } from '@jest/globals';
import { contentSecurityPolicy, securityHeaders } from './security-headers.js';

const headersOf = (method: string, url: string, isSecure = true) =>
  securityHeaders({ method, url, isSecure });

describe('the headers', () => {
  it.each([
    ['GET', '/b/x1?t=token'],
    ['GET', '/b/find'],
    ['GET', '//b/x1'],
    ['GET', '/api/v1/bookings/x1'],
    ['GET', '/appointments'],
    ['POST', '/ada/intro/bookings'],
    ['POST', '/api/v1/calendars/ada/intro/bookings'],
  ])('keep what is personal out of caches, referrers and indexes: %s %s', (method, url) => {
    expect(headersOf(method, url)).toMatchObject({
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    });
  });

  it.each(['/', '/ada/intro', '/bob/b', '/api/v1/calendars/ada/intro/slots', '/assets/b/x.css'])(
    'leave public pages to be cached and found: %s',
    (url) => {
      expect(headersOf('GET', url)).not.toHaveProperty('Cache-Control');
      expect(headersOf('GET', url)).not.toHaveProperty('X-Robots-Tag');
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
