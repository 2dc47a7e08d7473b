import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import { pino } from 'pino';
import type { Env } from '../../config/env.js';
import { errorFacts, requestFacts } from './log-facts.js';

const STANDARD_ERROR = 2;
/** pino's number. */
const INFO = 30;

/**
 * Structured logs to standard error. Of a request they hold method, path, status and duration:
 * no body, no header, and no query, because tokens, names and addresses travel in those.
 */
export function logging(env: Env): Params {
  return {
    pinoHttp: [
      {
        level: env.logLevel,
        autoLogging: { ignore: ({ url = '' }) => /^\/(health|assets)\//.test(url) },
        customLogLevel: levelOf,
        serializers: {
          req: requestFacts,
          res: ({ statusCode }: { readonly statusCode: number }) => ({ statusCode }),
          err: errorFacts,
        },
        wrapSerializers: false,
        hooks: {
          logMethod(facts, write, level) {
            if (level > INFO || !isWiring(facts[0])) write.apply(this, facts);
          },
        },
        base: null,
      },
      pino.destination({ dest: STANDARD_ERROR, sync: true }),
    ],
  };
}

/** Everyday traffic is for the debugging; what was refused is worth a line, what failed a look. */
function levelOf(
  _request: IncomingMessage,
  { statusCode }: ServerResponse,
  error?: Error,
): 'debug' | 'info' | 'error' {
  if (error || (statusCode >= 500 && statusCode !== 503)) return 'error';
  return statusCode >= 400 ? 'info' : 'debug';
}

/** What Nest tells of itself at each start: every module, every route. */
const WIRING = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

function isWiring(facts: unknown): boolean {
  if (typeof facts !== 'object' || facts === null || !('context' in facts)) return false;
  return typeof facts.context === 'string' && WIRING.has(facts.context);
}
