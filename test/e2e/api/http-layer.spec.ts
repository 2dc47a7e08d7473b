import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../app.js';
import { expectProblem } from './refused.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** Sends this over a bare connection and answers all that comes back until it is closed. */
async function overTheWire(...pieces: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  for (const piece of pieces) socket.write(piece);
  await once(socket, 'close');
  return heard;
}

describe('every answer', () => {
  it.each(['/health/live', '/nothing', '/api/v1/bookings/x', '/%C3%28', '/'])(
    'carries the security headers: %s',
    async (path) => {
      const { headers } = await app.ask({ path });
      expect(headers.get('content-security-policy')).toContain(`default-src 'none'`);
      expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toContain('max-age=');
      expect(headers.get('referrer-policy')).toBeTruthy();
      expect(headers.has('x-powered-by')).toBe(false);
    },
  );

  it.each([
    '/api/v1/%62ookings/x1',
    '/%62/x1?t=token',
    '/%62/x1/cancel?t=token',
    '/b/x1/y/z?t=token',
  ])('about a booking is kept to its reader, however its address is written: %s', async (path) => {
    const { headers } = await app.ask({ path });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it.each(['/%61pi/v1/bookings/x1', '/api/v1/bookings/x1', '/api/v1'])(
    'to a program is no page, however the address is written: %s',
    async (path) => {
      const { headers } = await app.ask({ path });
      expect(headers.get('content-type')).toBe('application/problem+json');
    },
  );

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])(
    'to what does not exist is a problem: %s',
    async (method) => {
      const path = '/api/v1/nothing/here/at/all';
      expectProblem(await app.ask({ method, path }), 404, 'not-found');
    },
  );
});

describe('a request that cannot be read', () => {
  it('gets a problem when it is not HTTP', async () => {
    const heard = await overTheWire('HELLO\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard).toContain('application/problem+json');
  });

  it('gets a problem when its headers are too long', async () => {
    const heard = await overTheWire(
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('A20 a slow request', () => {
  it('has 10 seconds for its headers and 30 for its body', () => {
    const server: Server = app.nest.getHttpServer();
    expect(server.headersTimeout).toBe(10_000);
    expect(server.requestTimeout).toBe(30_000);
  });

  it('is cut off when its time is over', async () => {
    const server: Server = app.nest.getHttpServer();
    const { headersTimeout, requestTimeout } = server;
    Object.assign(server, { headersTimeout: 200, requestTimeout: 400 });
    try {
      const slowHeaders = overTheWire('GET / HTTP/1.1\r\nHost: x\r\n');
      const slowBody = overTheWire(
        'POST /api/v1/calendars/a/b/bookings HTTP/1.1\r\nHost: x\r\n',
        'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n',
        '{',
      );
      for (const heard of await Promise.all([slowHeaders, slowBody])) {
        expect(heard).toMatch(/^HTTP\/1\.1 408 /);
      }
    } finally {
      Object.assign(server, { headersTimeout, requestTimeout });
    }
  });
});

describe('health', () => {
  it('is live while it answers', async () => {
    const { status, json } = await app.ask({ path: '/health/live' });
    expect({ status, json }).toEqual({ status: 200, json: { status: 'live' } });
  });

  it('is ready when the database, the migrations, the constraint and the jobs are', async () => {
    const { status, json } = await app.ask({ path: '/health/ready' });
    expect({ status, json }).toEqual({
      status: 200,
      json: {
        status: 'ready',
        parts: { process: 'ready', database: 'ready', jobs: 'ready' },
      },
    });
  });

  it('is not ready without the overlap constraint, and names it', async () => {
    const own = await startTestApp();
    try {
      await own.database.query('alter table booking drop constraint booking_no_overlap');
      const { status, json } = await own.ask({ path: '/health/ready' });
      expect({ status, database: json.parts.database }).toEqual({
        status: 503,
        database: 'constraint-missing',
      });
    } finally {
      await own.stop();
    }
  });
});
