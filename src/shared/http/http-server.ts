import type { Socket } from 'node:net';
import formbody from '@fastify/formbody';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Env } from '../../config/env.js';
import { hasCode } from '../../config/system-error.js';
import { StartRefused } from '../../config/start.errors.js';
import { say } from '../../language/say.js';
import { refuseConnection } from './refused-connection.js';
import { BODY_LIMIT, HEADERS_TIMEOUT, LONGEST_PATH_PIECE, REQUEST_TIMEOUT } from './http-limits.js';
import { FORM_OF_PARTS, readNoParts } from './one-click.js';
import { sendProblem } from './problem-json.js';
import { problemOfError } from './problem-of-error.js';
import { addSecurityHeaders, securityHeaders } from './security-headers.js';

/** How often Node looks for connections that are over their time, in milliseconds. */
const LOOK_FOR_SLOW_ONES = 1_000;

/** Fastify as the product needs it: bounded in size and time, believing no proxy it was not told of. */
export function httpAdapter(env: Env): FastifyAdapter {
  const isSecure = env.publicUrl.startsWith('https:');
  return new FastifyAdapter({
    trustProxy: trustedProxies(env.trustProxy),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    http: {
      headersTimeout: HEADERS_TIMEOUT,
      connectionsCheckingInterval: LOOK_FOR_SLOW_ONES,
    },
    routerOptions: { maxParamLength: LONGEST_PATH_PIECE, ignoreTrailingSlash: true },
    // While the product stops, requests on open connections are still answered, as their last.
    return503OnClosing: false,
    clientErrorHandler: (error: Error, socket: Socket) =>
      refuseConnection(error, socket, env.publicUrl),
    // An address that cannot be decoded is refused before any hook or filter.
    frameworkErrors: (error: Error, { method }: FastifyRequest, reply: FastifyReply) => {
      reply.headers(securityHeaders({ method, route: undefined, isSecure }));
      void sendProblem(reply, problemOfError(error, method), env.publicUrl);
    },
  });
}

/** A number is how many proxies stand in front: the addresses that the nearest of them report count. */
function trustedProxies(
  setting: Env['trustProxy'],
): false | string | ((address: string, hop: number) => boolean) {
  return typeof setting === 'number' ? (_address, hop) => hop < setting : setting;
}

/** @throws StartRefused `port-taken`, or `address-unknown` when the machine has no such address. */
export async function listen(app: NestFastifyApplication, env: Env): Promise<void> {
  const { port, host } = env;
  try {
    await app.listen(port, host);
  } catch (cause) {
    if (hasCode(cause, 'EADDRINUSE')) {
      throw new StartRefused('port-taken', [say('start:portTaken', { port })], { cause });
    }
    if (hasCode(cause, 'EADDRNOTAVAIL') || hasCode(cause, 'ENOTFOUND')) {
      throw new StartRefused('address-unknown', [say('start:addressUnknown', { host })], { cause });
    }
    throw cause;
  }
}

/** What has to be there before the first route. Create the app with `bodyParser: false`. */
export async function prepareHttp(app: NestFastifyApplication, env: Env): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  await app.register(formbody, { bodyLimit: BODY_LIMIT });
  server.addContentTypeParser(FORM_OF_PARTS, { parseAs: 'buffer' }, readNoParts);
  addSecurityHeaders(server, env.publicUrl.startsWith('https:'));
}
