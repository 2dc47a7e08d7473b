import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { loadEnv } from './config/env.js';
import { StartRefused } from './config/start.errors.js';
import { startNotice } from './config/start-notice.js';
import { say } from './language/say.js';
import { stopOnSignals } from './operations/stop-signals.js';
import { Listening } from './shared/http/listening.js';
import { httpAdapter, listen, prepareHttp } from './shared/http/http-server.js';

async function start(): Promise<void> {
  const env = loadEnv();
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(env),
    httpAdapter(env),
    { bodyParser: false, bufferLogs: true, abortOnError: false, logger: SAYS_NOTHING },
  );
  app.useLogger(app.get(Logger));
  stopOnSignals(process, { stop: () => stop(app), endAtOnce: () => process.exit(1) });
  try {
    await prepareHttp(app, env);
    await listen(app, env);
    await app.get(Listening).announce();
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Until there is a logger; why a start failed is said by `refuse` alone. */
const SAYS_NOTHING = { log: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Nest keeps what is logged before and hands it to the logger of the app.
}

/** An orderly end takes some 20 s at the most; what hangs for longer, in milliseconds, is left. */
const LONGEST_END = 45_000;

function stop(app: NestFastifyApplication): void {
  const hung = () => refuse(new StartRefused('end-hung', [say('start:endHung')]));
  setTimeout(hung, LONGEST_END).unref();
  app.close().then(
    () => process.exit(0),
    (error: unknown) => refuse(error),
  );
}

/** What an operator can mend is said in a sentence; everything else needs its stack. */
function refuse(error: unknown): never {
  const text =
    error instanceof StartRefused
      ? error.sentences.join('\n')
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  startNotice(text);
  process.exit(1);
}

start().catch(refuse);
